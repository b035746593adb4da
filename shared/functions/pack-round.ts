import { defineCell } from "../define/define.ts";
import { number, optional } from "../define/parameters.ts";
import { packRound as roundToPacks } from "../inventory/pack-round.ts";
import { moq, multiple } from "./parameters/order-rules.ts";

export const packRound = defineCell({
  name: "PACK_ROUND",
  category: "Ordering",
  summary: "Rounds a quantity up to what the supplier accepts: minimum, whole packs, maximum.",
  returns: "Units to order.",
  details: ["A quantity of 0 or less stays 0: nothing wanted is nothing ordered, whatever the minimum."],
  formula: "⌈max(q, MOQ) / multiple⌉ × multiple, capped at ⌊maximum / multiple⌋ × multiple",
  source: "by definition",
  parameters: {
    quantity: number({ doc: "Units wanted.", unit: "units" }),
    moq,
    multiple,
    maximum: optional(
      number({
        doc: "The most the supplier accepts or the store holds; 0 or left out, no limit.",
        unit: "units",
        min: 0,
      }),
    ),
  },
  examples: [
    { says: "168 wanted, in packs of 12", args: [168, null, 12], answer: 168, source: "by definition: 14 packs" },
    { says: "169 wanted, in packs of 12", args: [169, null, 12], answer: 180, source: "by definition: 15 packs" },
    { says: "7 wanted, at least 50, in packs of 12", args: [7, 50, 12], answer: 60, source: "by definition: 5 packs" },
    {
      says: "500 wanted, at most 200 in packs of 12",
      args: [500, 0, 12, 200],
      answer: 192,
      source: "by definition: 16 packs",
    },
    { says: "nothing wanted", args: [0, 50, 12], answer: 0, source: "by definition" },
  ],
  compute: ({ quantity, ...rules }) => roundToPacks(quantity, rules),
});
