import { functions } from "../../shared/functions/index.ts";
import { mix, randomFrom, type Random } from "../../shared/numeric/random.ts";

/** A call of a worksheet function, with the name it has in the snapshot. */
export interface NamedCall {
  readonly key: string;
  readonly function: string;
  readonly args: readonly unknown[];
}

/** Variants of each example. */
const VARIANTS = 14;
/** Generated histories that every function of a plain history answers. */
const HISTORIES = 36;

const isNumber = (x: unknown): x is number => typeof x === "number";

/** The argument with its numbers moved a little; whole numbers stay whole, so that counts and seasons stay what they are. */
function moved(argument: unknown, random: Random): unknown {
  if (Array.isArray(argument)) return argument.map((x: unknown) => moved(x, random));
  if (!isNumber(argument) || argument === 0) return argument;
  const factor = random.factor(0.2);
  return Number.isInteger(argument) ? Math.max(1, Math.round(argument * factor)) : argument * factor;
}

/** The example with one argument moved, or all of them, or the optional ones at the end left out. */
function variant(args: readonly unknown[], i: number, random: Random): unknown[] {
  if (i === 0) return [...args];
  if (i % 4 === 1) return args.slice(0, Math.max(1, args.length - random.integer(1, 3)));
  const only = i % 4 === 2 ? random.integer(0, args.length - 1) : undefined;
  return args.map((x, j) => (only === undefined || only === j ? moved(x, random) : x));
}

const SHAPES: readonly ((t: number, random: Random) => number)[] = [
  (_, random) => random.poisson(12),
  (_, random) => (random.chance(0.2) ? random.integer(1, 6) : 0),
  (t, random) => 100 + t + 30 * Math.sin((2 * Math.PI * t) / 12) + 8 * random.normal(),
  (t, random) => (t > 40 ? random.poisson(20) : random.poisson(3)),
  (t, random) => (t < 20 ? 0 : random.poisson(9)),
  (_, random) => 50 * random.factor(0.6),
];

function generated(i: number): number[][] {
  const random = randomFrom(mix(71, i));
  const shape = SHAPES[i % SHAPES.length]!;
  return Array.from({ length: random.integer(8, 160) }, (_, t) => [Math.max(0, shape(t, random))]);
}

/** Arguments after the history by function, for those that take a plain one. */
const AFTER_HISTORY: Readonly<Record<string, (random: Random) => unknown[]>> = {
  REORDER: (random) => [random.integer(1, 6), random.integer(0, 60)],
  LEAD_TIME_DEMAND: (random) => [random.between(0.5, 6), 1],
  FORECAST_BEST: () => [8, null, 0.9],
  FORECAST_ETS: () => [8, null, 0.9],
  FORECAST_THETA: () => [8, null, 0.9],
  FORECAST_LSTM: () => [8, null, 0.9],
  FORECAST_INTERMITTENT: () => [8],
  FORECAST_WHY: () => [],
  DEMAND_CLEAN: () => [],
};

/** The calls of the snapshot, the same each time. */
export function snapshotCalls(): NamedCall[] {
  const ofExamples = functions.flatMap(({ name, examples }) =>
    examples.flatMap(({ args }, e) =>
      Array.from({ length: VARIANTS }, (_, i) => ({
        key: `${name} ${e + 1}.${i}`,
        function: name,
        args: variant(args, i, randomFrom(mix(name.length, e, i))),
      })),
    ),
  );
  const ofHistories = Object.entries(AFTER_HISTORY).flatMap(([name, after]) =>
    Array.from({ length: HISTORIES }, (_, i) => ({
      key: `${name} history ${i}`,
      function: name,
      args: [generated(i), ...after(randomFrom(mix(9, i)))],
    })),
  );
  return [...ofExamples, ...ofHistories];
}
