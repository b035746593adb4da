import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fitAdida, fitImapa } from "../../shared/demand/intermittent/aggregation.ts";
import { classicTotal } from "../../shared/demand/intermittent/classic-total.ts";
import { fitCroston, fitSba } from "../../shared/demand/intermittent/croston.ts";
import { leadTimeTotal } from "../../shared/demand/intermittent/slow-demand.ts";
import { fitTsb } from "../../shared/demand/intermittent/tsb.ts";
import type { Fit } from "../../shared/demand/model.ts";
import type { Distribution } from "../../shared/numeric/distribution.ts";
import type { Figure } from "./main.ts";
import { readSeries } from "./series-csv.ts";

// Totals over lead time + 1 periods after the training part (as far as the test part goes), from distributions fitted to
// the training part alone. Every classic is given a negative binomial total: mean rate x periods, variance its mean
// squared one-step error x periods. Items without any demand in the training part are forecast zero by all and left out;
// so are those with gaps.

const PROBABILITIES = [0.5, 0.8, 0.9, 0.95, 0.99];

interface Item {
  readonly values: readonly number[];
  readonly periods: number;
  readonly actual: number;
}

/** Column of the lead time; the sets without one have totals of 12 periods. */
const SETS: Readonly<Record<string, string | undefined>> = {
  carparts: undefined,
  raf_spares: "lead_time_months",
  man_spares: "lead_time_weeks",
};

/** Lead times by id; those of 0 (not recorded) count as 1. */
function leadTimes(set: string, column: string): Map<string, number> {
  const file = path.join(process.env["LOTWISE_DATA"] ?? path.join("..", "shared", "data"), "dev", `${set}.csv`);
  if (!existsSync(file)) return new Map();
  const [head, ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/);
  const columns = head!.split(",");
  // Only the text column after the id may hold commas.
  const place = columns.indexOf(column) - columns.length;
  return new Map(
    lines.map((line) => {
      const cells = line.split(",");
      return [cells[0]!, Math.max(1, Number(cells.at(place)))];
    }),
  );
}

/** Periods before the end of the training parts at which the constants of `priors.ts` were chosen. */
const CHOSEN_AT: Readonly<Record<string, readonly number[]>> = {
  carparts: [6, 12],
  raf_spares: [12, 24],
  man_spares: [17, 34],
};

/** The items of a set: the test part to come or, with `back`, the last periods of the training part. */
function itemsOf(set: string, column: string | undefined, back = 0): Item[] {
  const series = readSeries(set);
  if (series === undefined) throw new Error(`no data: set LOTWISE_DATA to the folder that holds dev/${set}.csv`);
  const leads = column === undefined ? undefined : leadTimes(set, column);
  return series
    .map(({ id, train, test }) =>
      back === 0 ? { id, train, test } : { id, train: train.slice(0, -back), test: train.slice(-back) },
    )
    .filter(({ train, test }) => train.some((x) => x > 0) && ![...train, ...test].some(Number.isNaN))
    .map(({ id, train, test }) => {
      const periods = Math.min(test.length, leads === undefined ? 12 : leads.get(id)! + 1);
      return { values: train, periods, actual: test.slice(0, periods).reduce((a, b) => a + b, 0) };
    });
}

interface Score {
  /** Mean pinball loss over the probabilities, in units. */
  readonly pinball: number;
  /** The same as a share of 1 + the item's mean demand over as many periods: every item counts alike. */
  readonly relative: number;
  readonly bias: number;
  /** How often the total stays within each quantile, ties (a whole quantile hit) in the proportion that is right. */
  readonly coverage: readonly number[];
}

function score(items: readonly Item[], forecast: (item: Item) => Distribution): Score {
  let [pinball, relative, forecastSum, actualSum] = [0, 0, 0, 0];
  const coverage = PROBABILITIES.map(() => 0);
  for (const item of items) {
    const { actual, values, periods } = item;
    const total = forecast(item);
    let loss = 0;
    PROBABILITIES.forEach((p, i) => {
      const q = total.quantile(p);
      loss += (actual >= q ? p * (actual - q) : (1 - p) * (q - actual)) / PROBABILITIES.length;
      const [below, at] = [total.cdf(actual - 1), total.cdf(actual)];
      coverage[i]! += p >= at ? 1 : p <= below ? 0 : (p - below) / (at - below);
    });
    pinball += loss;
    relative += loss / (1 + (values.reduce((a, b) => a + b, 0) / values.length) * periods);
    forecastSum += total.mean;
    actualSum += actual;
  }
  return {
    pinball: pinball / items.length,
    relative: relative / items.length,
    bias: forecastSum / actualSum - 1,
    coverage: coverage.map((x) => x / items.length),
  };
}

const CLASSICS: Readonly<Record<string, Fit>> = {
  Croston: fitCroston,
  SBA: fitSba,
  TSB: fitTsb,
  ADIDA: fitAdida,
  IMAPA: fitImapa,
};

/** Pinball loss of the count model where its constants were chosen; the peer is the best classic. */
function chosenAt(set: string, column: string | undefined): Figure[] {
  return CHOSEN_AT[set]!.flatMap((back) => {
    const items = itemsOf(set, column, back);
    const ours = score(items, ({ values, periods }) => leadTimeTotal(values, periods));
    const classics = Object.values(CLASSICS).map((fit) =>
      score(items, ({ values, periods }) => classicTotal(fit({ values, season: 1 }), periods, true)),
    );
    return (["pinball", "relative"] as const).map((loss) => {
      const peer = Math.min(...classics.map((s) => s[loss]));
      const name = `${set}, ${back} periods before the end of training, ${loss === "relative" ? "relative pinball" : loss}`;
      return { name, value: ours[loss], unit: loss === "relative" ? "share" : "units", peer, ratio: ours[loss] / peer };
    });
  });
}

function figuresOf(set: string, items: readonly Item[]): Figure[] {
  const classics = Object.entries(CLASSICS).map(([name, fit]) => ({
    name,
    ...score(items, ({ values, periods }) => classicTotal(fit({ values, season: 1 }), periods, true)),
  }));
  const start = performance.now();
  const ours = { name: "count model", ...score(items, ({ values, periods }) => leadTimeTotal(values, periods)) };
  const milliseconds = (performance.now() - start) / items.length;
  const least = (of: (s: Score) => number): number => Math.min(...classics.map(of));
  const rows = [ours, ...classics].flatMap(({ name, pinball, relative, bias }) => [
    { label: `pinball, ${name}`, value: pinball, unit: "units", peer: least((s) => s.pinball) },
    { label: `relative pinball, ${name}`, value: relative, unit: "share", peer: least((s) => s.relative) },
    { label: `bias, ${name}`, value: bias, unit: "share", peer: least((s) => Math.abs(s.bias)) },
  ]);
  return [
    ...rows.map(({ label, value, unit, peer }) => ({
      name: `${set}, ${items.length} items, ${label}`,
      value,
      unit,
      peer,
      ratio: Math.abs(value) / peer,
    })),
    ...PROBABILITIES.map((p, i) => ({
      name: `${set}, coverage of the ${p} quantile, count model`,
      value: ours.coverage[i]!,
      unit: "share",
      peer: p,
      ratio: ours.coverage[i]! / p,
    })),
    { name: `${set}, time, count model`, value: milliseconds, unit: "ms/item" },
  ];
}

export async function run(): Promise<Figure[]> {
  return Object.entries(SETS).flatMap(([set, column]) => [
    ...figuresOf(set, itemsOf(set, column)),
    ...chosenAt(set, column),
  ]);
}
