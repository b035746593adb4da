import { UserError } from "../../../shared/define/errors.ts";

/** What a list takes for each of its places, and a text or a number beside its place, in bytes. */
export const PLACE = 8;
/** A place in a list that grows: with room ahead, and once more while it moves. */
export const GROWING_PLACE = 16;
export const LIST = 32;
export const TEXT = 24;
export const NUMBER = 16;
export const DATE = 104;

/** The memory that all cells of a workbook may take, in bytes: what is read counts as it is kept. */
export class Memory {
  constructor(private left: number) {}

  take(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0)
      throw new UserError(
        "The workbook has more cells than can be read; delete sheets and columns that the plan does not need and retry.",
      );
  }
}
