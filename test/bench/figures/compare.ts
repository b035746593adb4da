import type { Figure } from "../main.ts";

/** How much worse a ratio may be before it is said to be: times move with what else the machine does, scores do not. */
const TOLERANCE = { timed: 0.25, counted: 0.01 };

/** Units of what a clock measures: "ms", "s CPU", "ms/item", "1/s", "GFLOP/s". */
const TIMED = /^m?s\b|\/s$/;

const toleranceOf = ({ unit }: Figure): number => (TIMED.test(unit) ? TOLERANCE.timed : TOLERANCE.counted);

export interface Verdict {
  readonly name: string;
  /** "new": none was kept; "gone": one was kept and none was measured. */
  readonly says: "better" | "same" | "worse" | "new" | "gone";
  readonly ratio?: number;
  readonly kept?: number;
}

/** Its own, or what it is where its unit says that it is one. */
const ratioOf = ({ ratio, unit, value }: Figure): number | undefined => ratio ?? (unit === "ratio" ? value : undefined);

/** How far from good a figure is: the smaller the better, 1 where it equals its peer. */
function badness(figure: Figure): number {
  const { ratio = NaN, better = "lower" } = { ...figure, ratio: ratioOf(figure) };
  if (better === "lower") return ratio;
  return better === "higher" ? 1 / ratio : Math.max(ratio, 1 / ratio);
}

function judge(now: Figure, kept: Figure): Verdict["says"] {
  const [is, was, tolerance] = [badness(now), badness(kept), toleranceOf(now)];
  // Also where one of them is no number.
  if (!(is <= was * (1 + tolerance))) return "worse";
  return is * (1 + tolerance) < was ? "better" : "same";
}

const judged = (figures: readonly Figure[]): Map<string, Figure> =>
  new Map(figures.filter((figure) => ratioOf(figure) !== undefined).map((figure) => [figure.name, figure]));

/** Judges every ratio against the one kept under its name; figures without a peer say nothing on another machine. */
export function compare(now: readonly Figure[], kept: readonly Figure[]): Verdict[] {
  const [are, were] = [judged(now), judged(kept)];
  return [
    ...[...are.values()].map((figure): Verdict => {
      const before = were.get(figure.name);
      const about = { name: figure.name, ratio: ratioOf(figure)! };
      return before ? { ...about, says: judge(figure, before), kept: ratioOf(before)! } : { ...about, says: "new" };
    }),
    ...[...were.values()]
      .filter(({ name }) => !are.has(name))
      .map((figure): Verdict => ({ name: figure.name, says: "gone", kept: ratioOf(figure)! })),
  ];
}

/** Whether the verdicts let a change pass: a ratio that is gone may have been bad. */
export const passes = (verdicts: readonly Verdict[]): boolean =>
  verdicts.every(({ says }) => says !== "worse" && says !== "gone");
