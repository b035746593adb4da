import { number } from "../../define/parameters.ts";

export const fillRateTarget = number({
  doc: "Share of demand to be met from stock.",
  unit: "share",
  above: 0,
  below: 1,
});
