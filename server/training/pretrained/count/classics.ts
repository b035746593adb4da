import type { Fit } from "../../../../shared/demand/models/model.ts";
import { fitAdida, fitImapa } from "../../../../shared/demand/slow/aggregation.ts";
import { fitCroston, fitSba } from "../../../../shared/demand/slow/croston.ts";
import { fitTsb } from "../../../../shared/demand/slow/tsb.ts";

/** The models that the count models are measured against. */
export const CLASSICS: Readonly<Record<string, Fit>> = {
  Croston: fitCroston,
  SBA: fitSba,
  TSB: fitTsb,
  ADIDA: fitAdida,
  IMAPA: fitImapa,
};
