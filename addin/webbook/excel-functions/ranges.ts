import { UserError } from "../../../shared/define/errors.ts";
import { cellsOf, numberOf, numbersOf, type GridArgument, type GridFunction } from "./grid-function.ts";

const mean = (x: readonly number[]): number => x.reduce((sum, value) => sum + value, 0) / x.length;

function some(args: readonly GridArgument[]): number[] {
  const numbers = numbersOf(args);
  if (numbers.length === 0) throw new UserError("finds no number", "#N/A");
  return numbers;
}

function mode(args: readonly GridArgument[]): number {
  const counts = new Map<number, number>();
  for (const x of numbersOf(args)) counts.set(x, (counts.get(x) ?? 0) + 1);
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  if (!best || best[1] < 2) throw new UserError("finds no number twice", "#N/A");
  return best[0];
}

const rank =
  (average: boolean) =>
  (number: GridArgument, ref: GridArgument, order: GridArgument): number => {
    const x = numberOf(number);
    const numbers = numbersOf([ref]);
    const ties = numbers.filter((y) => y === x).length;
    if (ties === 0) throw new UserError("finds no such number in the range", "#N/A");
    const before = numbers.filter((y) => (numberOf(order, 0) === 0 ? y > x : y < x)).length;
    return before + 1 + (average ? (ties - 1) / 2 : 0);
  };

const rankParameters = [
  ["number (number)", "The number to rank."],
  ["ref (any, range<any>)", "The numbers it is ranked among."],
  ["order (number, optional)", "0 or left out: the largest is first; otherwise the smallest."],
] as const;

const several = [["number1 (any, range<any>, repeating)", "Numbers or ranges of them."]] as const;

/** Excel's functions of ranges that the grid lacks. */
export const rangeFunctions: readonly GridFunction[] = [
  {
    name: "RANK.EQ",
    description: "The rank of a number; equal numbers share the best.",
    parameters: rankParameters,
    compute: rank(false),
  },
  {
    name: "RANK.AVG",
    description: "The rank of a number; equal numbers share the mean.",
    parameters: rankParameters,
    compute: rank(true),
  },
  {
    name: "MODE.SNGL",
    description: "The most frequent number.",
    parameters: several,
    compute: (...args) => mode(args),
  },
  { name: "MODE", description: "The most frequent number.", parameters: several, compute: (...args) => mode(args) },
  {
    name: "SUMSQ",
    description: "The sum of squares.",
    parameters: several,
    compute: (...args) => numbersOf(args).reduce((sum, x) => sum + x * x, 0),
  },
  {
    name: "GEOMEAN",
    description: "The geometric mean.",
    parameters: several,
    compute(...args) {
      const numbers = some(args);
      return numbers.every((x) => x > 0) ? Math.exp(mean(numbers.map(Math.log))) : NaN;
    },
  },
  {
    name: "REPT",
    description: "A text repeated.",
    parameters: [
      ["text (string)", "What to repeat."],
      ["number_times (number)", "How often."],
    ],
    compute(text, times) {
      const count = Math.trunc(numberOf(times));
      const word = String(cellsOf(text)[0]!.value ?? "");
      if (count < 0 || word.length * count > 32_767) throw new UserError("makes a text that is too long");
      return word.repeat(count);
    },
  },
  {
    name: "N",
    description: "A value as a number: text is 0, TRUE is 1.",
    parameters: [["value (any)", "The value."]],
    compute(value) {
      const plain = cellsOf(value)[0]!.value;
      return typeof plain === "string" ? 0 : Number(plain);
    },
  },
];
