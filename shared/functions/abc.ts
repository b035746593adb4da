import { defineCell } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { number, table, withDefault } from "../define/parameters.ts";
import { abcClasses } from "../inventory/abc.ts";

export const abc = defineCell({
  name: "ABC",
  category: "Stock",
  summary: "Classes items A, B or C by their share of the total value.",
  returns: "A letter per item, in the shape of values.",
  spills: true,
  details: [
    "Give the yearly value of each item: units a year times unit cost. Few items make most of the value (A): review them often and closely. Many make little (C): order them seldom and in large lots.",
    "An item's class goes by the cumulative share before it, so the item that crosses 80% is still an A. Items of equal value are taken in the order given.",
  ],
  formula: "A while the share before the item is below a_share, B while it is below b_share, else C",
  source: "Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 2.2",
  parameters: {
    values: table({ doc: "Yearly value of each item.", unit: "money a year", min: 0 }),
    a_share: withDefault(
      number({ doc: "Cumulative share up to which items are A.", unit: "share", above: 0, max: 1 }),
      0.8,
    ),
    b_share: withDefault(
      number({ doc: "Cumulative share up to which items are B.", unit: "share", above: 0, max: 1 }),
      0.95,
    ),
  },
  examples: [
    {
      says: "four items; the first makes 70% of the value",
      args: [[[700], [200], [60], [40]]],
      answer: [["A"], ["A"], ["B"], ["C"]],
      source: "by definition: shares before each item are 0, 0.70, 0.90 and 0.96",
    },
  ],
  compute({ values, a_share, b_share }) {
    if (b_share < a_share) throw new UserError(`b_share: must be at least a_share (${a_share}); got ${b_share}`);
    const classes = abcClasses(values.flat(), a_share, b_share);
    const width = values[0]!.length;
    return values.map((_, i) => classes.slice(i * width, (i + 1) * width));
  },
});
