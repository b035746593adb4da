import { defineCell, defineServer, type FunctionDefinition } from "../../shared/define/define.ts";
import { history, integer, number, optional, series, withDefault } from "../../shared/define/parameters.ts";

/** A closed formula whose texts hold every character HTML cares about. */
export const half = defineCell({
  name: "HALF_OF",
  category: "Stock",
  summary: 'Halves <b>a</b> "number" & it\'s exact.',
  returns: "Half.",
  details: ["With round_to, rounds. For several periods use SMOOTH."],
  formula: "x / 2 < x; σ_L is round_to",
  source: "by <definition>",
  parameters: {
    demand: number({ doc: "What is halved, <i>any</i>.", unit: "units", min: 0 }),
    round_to: withDefault(number({ doc: "Rounds to a multiple of it.", above: 0 }), 0.5),
    cap: optional(integer({ doc: "The most." })),
  },
  examples: [
    { says: "half of 3", args: [3], answer: 1.5, source: "by definition" },
    { says: "capped", args: [30, null, 12], answer: 12, source: "by definition" },
  ],
  compute: ({ demand }) => demand / 2,
});

const long = Array.from({ length: 24 }, (_, i) => [100 + i, i % 2 ? "NA" : i]);

/** A server function with ranges short and long, and a spilled answer. */
export const smooth = defineServer({
  name: "SMOOTH",
  category: "Forecasting",
  summary: "Smooths a history.",
  returns: "A column.",
  spills: true,
  source: "by definition",
  parameters: {
    history: history({ doc: "Demand." }),
    weights: optional(series({ doc: "Weights.", min: 0 })),
    horizon: withDefault(integer({ doc: "Periods.", min: 1, max: 1000 }), 1),
  },
  examples: [
    { says: "short", args: [[[1], [2], [3]], [[0.5, 0.5]]], answer: [[1.5], [2.5]], source: "by hand" },
    { says: "long", args: [long, null, 2], answer: () => true, source: "by a rule" },
  ],
  compute: () => [[0]],
});

export const stubs: readonly FunctionDefinition[] = [half, smooth];
