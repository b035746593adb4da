import type { Cap, SupplierOrder } from "../problem.ts";

/** What rules measure of an order, beside its value. */
export type MeasureName = "value" | "units" | "weight" | "volume" | "pallets" | `group ${number}` | `cap ${number}`;

/**
 * One order's options side by side. Measures are scaled so that the most that an order may hold of each is 1: a value to
 * `toScale` is a measure.
 */
export interface Table {
  readonly order: SupplierOrder;
  readonly items: number;
  /** Options of item i are those from starts[i] to starts[i + 1]. */
  readonly starts: Int32Array;
  /** Cost of an option but for its purchase, company's money. */
  readonly base: Float64Array;
  /** By measure and option; the first is the value. */
  readonly measures: readonly Float64Array[];
  readonly names: readonly MeasureName[];
  readonly toScale: readonly number[];
  /** The most of each measure, unscaled. */
  readonly most: readonly number[];
  /** Group of each item, -1 for none that has a minimum. */
  readonly groupOf: Int32Array;
  /** Option with no quantity of each item, -1 where it is locked. */
  readonly zero: Int32Array;
}

type PerLine = (line: SupplierOrder["lines"][number], option: { quantity: number; value: number }, i: number) => number;

/** The measures that some rule of the order asks for. */
function measuresOf(order: SupplierOrder, caps: readonly Cap[]): [MeasureName, PerLine][] {
  const { minimums, shipment, groups } = order;
  const limits = (name: "weight" | "volume" | "pallets"): boolean =>
    shipment?.kinds.some((kind) => kind[name] !== undefined) ?? false;
  const all: [MeasureName, boolean, PerLine][] = [
    ["value", true, (_, { quantity, value }) => (quantity > 0 ? value : 0)],
    ["units", minimums.quantity !== undefined, (_, { quantity }) => quantity],
    ["weight", minimums.weight !== undefined || limits("weight"), (line, { quantity }) => line.weight * quantity],
    ["volume", limits("volume"), (line, { quantity }) => line.volume * quantity],
    ["pallets", limits("pallets"), (line, { quantity }) => line.pallets * quantity],
    ...groups.map(({ group }, g): [MeasureName, boolean, PerLine] => [
      `group ${g}`,
      true,
      (line, { quantity }) => (line.group === group ? quantity : 0),
    ]),
    ...caps.map(({ kind, uses }, c): [MeasureName, boolean, PerLine] => [
      `cap ${c}`,
      true,
      (_, { quantity, value }, i) => uses[0]![i]! * (kind === "money" ? (quantity > 0 ? value : 0) : quantity),
    ]),
  ];
  return all.filter(([, used]) => used).map(([name, , of]) => [name, of]);
}

/** Lays an order out; `caps` are those that concern it alone, cut to it: their `uses` have one row. */
export function tableOf(order: SupplierOrder, caps: readonly Cap[]): Table {
  const { lines, groups } = order;
  const starts = new Int32Array(lines.length + 1);
  lines.forEach(({ options }, i) => (starts[i + 1] = starts[i]! + options.length));
  const base = new Float64Array(starts[lines.length]!);
  const wanted = measuresOf(order, caps);
  const measures = wanted.map(() => new Float64Array(base.length));
  lines.forEach((line, i) =>
    line.options.forEach((option, k) => {
      base[starts[i]! + k] = option.cost;
      wanted.forEach(([, of], j) => (measures[j]![starts[i]! + k] = of(line, option, i)));
    }),
  );
  const most = measures.map((measure) =>
    lines.reduce(
      (sum, _, i) => sum + measure.subarray(starts[i], starts[i + 1]).reduce((a, b) => Math.max(a, b), 0),
      0,
    ),
  );
  const toScale = most.map((x) => (x > 0 ? 1 / x : 1));
  measures.forEach((measure, j) => measure.forEach((x, o) => (measure[o] = x * toScale[j]!)));
  return {
    order,
    items: lines.length,
    starts,
    base,
    measures,
    names: wanted.map(([name]) => name),
    toScale,
    most,
    groupOf: Int32Array.from(lines, (line) => groups.findIndex(({ group }) => group === line.group)),
    zero: Int32Array.from(lines, ({ options }, i) => {
      const k = options.findIndex(({ quantity }) => quantity === 0);
      return k < 0 ? -1 : starts[i]! + k;
    }),
  };
}
