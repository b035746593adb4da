import { numberOf, type GridArgument, type GridFunction } from "./grid-function.ts";

/** A function of numbers; a parameter in brackets may be left out and is then what `fallback` says. */
function ofNumbers(
  name: string,
  description: string,
  parameters: string,
  compute: (...x: number[]) => number,
  fallback = 0,
): GridFunction {
  const names = parameters.split(" ");
  return {
    name,
    description,
    parameters: names.map((parameter) => {
      const optional = parameter.startsWith("[");
      return [`${parameter.replace(/[[\]]/g, "")} (number${optional ? ", optional" : ""})`, ""] as const;
    }),
    compute: (...args: GridArgument[]) =>
      compute(
        ...names.map((parameter, i) => (parameter.startsWith("[") ? numberOf(args[i], fallback) : numberOf(args[i]))),
      ),
  };
}

const factorial = (n: number): number => {
  const whole = Math.trunc(n);
  if (whole < 0) return NaN;
  let product = 1;
  for (let k = 2; k <= whole && Number.isFinite(product); k++) product *= k;
  return product;
};

function combinations(n: number, k: number): number {
  const [all, chosen] = [Math.trunc(n), Math.trunc(k)];
  if (chosen < 0 || all < chosen) return NaN;
  let ways = 1;
  for (let i = 1; i <= Math.min(chosen, all - chosen); i++)
    ways = (ways * (all - Math.min(chosen, all - chosen) + i)) / i;
  return Math.round(ways);
}

/** Rounded half away from zero, as Excel rounds; the last digits of a quotient do not count. */
function toMultiple(x: number, multiple: number): number {
  if (multiple === 0) return 0;
  if (x * multiple < 0) return NaN;
  return Math.round(Number((x / multiple).toPrecision(14))) * multiple;
}

/** Excel's arithmetic that the grid lacks. */
export const scalarFunctions: readonly GridFunction[] = [
  ofNumbers("MROUND", "A number rounded to a multiple.", "number multiple", toMultiple),
  ofNumbers("QUOTIENT", "The whole part of a division.", "numerator denominator", (a, b) => Math.trunc(a / b)),
  ofNumbers("SIGN", "1, 0 or -1 by the sign of a number.", "number", Math.sign),
  ofNumbers("LOG10", "The logarithm to base 10.", "number", (x) => (x > 0 ? Math.log10(x) : NaN)),
  ofNumbers(
    "EVEN",
    "A number rounded away from zero to an even one.",
    "number",
    (x) => Math.sign(x) * 2 * Math.ceil(Math.abs(x) / 2),
  ),
  {
    name: "FIXED",
    description: "A number as text with so many decimals and separators of thousands.",
    parameters: [
      ["number (number)", ""],
      ["decimals (number, optional)", ""],
    ],
    compute: (number, decimals) => {
      const digits = Math.max(0, Math.trunc(numberOf(decimals, 2)));
      return numberOf(number).toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
    },
  },
  ofNumbers("FACT", "The factorial of a number.", "number", factorial),
  ofNumbers("COMBIN", "The ways to choose some of a number of items.", "number number_chosen", combinations),
];
