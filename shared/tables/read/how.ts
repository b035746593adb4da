import type { DayNumber } from "../../calendar/dates.ts";
import type { DateOrder } from "../dates.ts";
import type { Sheet } from "../sheet.ts";
import type { Packs } from "./packs.ts";

/** What holds for all tables of sales. */
export interface HowToRead {
  readonly order: DateOrder | undefined;
  readonly packs: Packs;
  /** All sheets: one may say how fiscal periods lie. */
  readonly sheets: readonly Sheet[];
  /** Day of the plan, where it is known. */
  readonly today?: DayNumber | undefined;
}
