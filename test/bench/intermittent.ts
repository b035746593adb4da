import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { classicTotal } from "../../shared/demand/slow/classic-total.ts";
import { decodeCounts, type StoredCountNetwork } from "../../shared/demand/networks/slow/codec.ts";
import type { CountNetwork } from "../../shared/demand/networks/slow/network.ts";
import { average } from "../../shared/demand/slow/parts.ts";
import { leadTimeTotal } from "../../shared/demand/networks/slow/slow-demand.ts";
import type { Fit } from "../../shared/demand/models/model.ts";
import type { Distribution } from "../../shared/numeric/distribution.ts";
import { negativeBinomialDistribution } from "../../shared/numeric/negative-binomial.ts";
import { weights } from "../../server/paths.ts";
import { itemsOf, SCORED, type CountItem } from "../../server/training/pretrained/count/items.ts";
import { type MeasuredCounts } from "../../server/training/pretrained/count/measure.ts";
import { CLASSICS } from "../../server/training/pretrained/count/classics.ts";
import { scoreTotals, type CountScore } from "../../server/training/pretrained/count/score.ts";
import { SCORED_PROBABILITIES } from "../../server/training/pretrained/count/scored-probabilities.ts";
import { dataFolder } from "../../server/training/pretrained/data.ts";
import type { Figure } from "./main.ts";

// Totals over lead time + 1 periods after the training part (as far as the test part goes), from distributions fitted to
// the training part alone. The classics smooth by 0.1 as published (ADIDA, IMAPA and TSB by what fits best), and each is
// given a negative binomial total twice: its mean is the rate x periods, its variance the mean squared one-step error x
// periods or the history's variance x periods. The peer is the best of the ten. Items without any demand in the training
// part are forecast zero by all and left out; so are those with gaps. The shipped network was trained on the training
// parts of these same items; the held-out figures, from its trial card, are of networks that never saw the item.

type Forecast = (item: CountItem) => Distribution;
interface Named {
  readonly name: string;
  readonly score: CountScore;
}

const byErrors =
  (fit: Fit): Forecast =>
  ({ values, periods }) =>
    classicTotal(fit({ values, season: 1 }), periods, true);

const byHistory =
  (fit: Fit): Forecast =>
  ({ values, periods }) => {
    const mean = average(values);
    const variance = average(values.map((x) => (x - mean) ** 2));
    const rate = fit({ values, season: 1 }).predict(1)[0]!;
    return negativeBinomialDistribution(rate * periods, Math.sqrt(variance * periods));
  };

const shipped = (): CountNetwork =>
  decodeCounts(JSON.parse(readFileSync(path.join(weights, "counts.json"), "utf8")) as StoredCountNetwork);

/** The scores of the held-out halves, where a trial has left its card. */
function trialScores(set: string): MeasuredCounts[] {
  const file = path.join(weights, "counts-trial.card.json");
  if (!existsSync(file)) return [];
  const { scores } = JSON.parse(readFileSync(file, "utf8")) as { scores: MeasuredCounts[] };
  return scores.filter((score) => score.set === set && score.method === "with the network");
}

/** A calibrated count has the probability between how often the total lies below the quantile and at or below it. */
function coverageFigures(set: string, name: string, { below, within }: Pick<CountScore, "below" | "within">): Figure[] {
  return SCORED_PROBABILITIES.flatMap((p, i) => [
    { name: `${set}, ${name}, share below the ${p} quantile`, value: below[i]!, unit: "share", peer: p },
    { name: `${set}, ${name}, share at or below the ${p} quantile`, value: within[i]!, unit: "share", peer: p },
  ]);
}

/** Periods before the end of the training parts at which the constants of `priors.ts` were chosen. */
const CHOSEN_AT: Readonly<Record<(typeof SCORED)[number], readonly number[]>> = {
  carparts: [6, 12],
  raf_spares: [12, 24],
  man_spares: [17, 34],
};

/** Pinball loss of the count model where its constants were chosen; the peer is the best classic. */
function chosenAt(set: (typeof SCORED)[number]): Figure[] {
  return CHOSEN_AT[set].flatMap((back) => {
    const items = itemsOf(dataFolder(), set, back);
    const count = scoreTotals(items, ({ values, periods }) => leadTimeTotal(values, periods));
    const classics = Object.values(CLASSICS).map((fit) => scoreTotals(items, byErrors(fit)));
    return (["pinball", "relative"] as const).map((loss) => {
      const peer = Math.min(...classics.map((score) => score[loss]));
      const name = `${set}, ${back} periods before the end of training, ${loss === "relative" ? "relative pinball" : loss}, count model`;
      return {
        name,
        value: count[loss],
        unit: loss === "relative" ? "share" : "units",
        peer,
        ratio: count[loss] / peer,
      };
    });
  });
}

function figuresOf(set: string, network: CountNetwork): Figure[] {
  const items = itemsOf(dataFolder(), set);
  if (items.length === 0) throw new Error(`no data: set LOTWISE_DATA to the folder that holds dev/${set}.csv`);
  const scored = (name: string, forecast: Forecast): Named => ({ name, score: scoreTotals(items, forecast) });
  const classics = Object.entries(CLASSICS).flatMap(([name, fit]) => [
    scored(`${name}, spread of its errors`, byErrors(fit)),
    scored(`${name}, spread of the history`, byHistory(fit)),
  ]);
  const start = performance.now();
  const learned = scored("with the network", ({ values, periods }) => leadTimeTotal(values, periods, network));
  const milliseconds = (performance.now() - start) / items.length;
  const count = scored("count model", ({ values, periods }) => leadTimeTotal(values, periods));
  const least = (of: (s: CountScore) => number): number => Math.min(...classics.map(({ score }) => of(score)));
  const [pinball, relative] = [least((s) => s.pinball), least((s) => s.relative)];
  const bias = least((s) => Math.abs(s.bias));
  const figure = (name: string, value: number, unit: string, peer: number): Figure => ({
    name: `${set}, ${items.length} items, ${name}`,
    value,
    unit,
    peer,
    ratio: Math.abs(value) / peer,
  });
  return [
    ...[learned, count, ...classics].flatMap(({ name, score }) => [
      figure(`pinball, ${name}`, score.pinball, "units", pinball),
      figure(`relative pinball, ${name}`, score.relative, "share", relative),
      figure(`bias, ${name}`, score.bias, "share", bias),
    ]),
    ...trialScores(set).flatMap((score) => [
      figure("pinball, with a network that never saw the item", score.pinball, "units", pinball),
      figure("bias, with a network that never saw the item", score.bias, "share", bias),
      ...coverageFigures(set, "with a network that never saw the item", score),
    ]),
    ...coverageFigures(set, learned.name, learned.score),
    { name: `${set}, time with the network`, value: milliseconds, unit: "ms/item" },
  ];
}

export async function run(): Promise<Figure[]> {
  const network = shipped();
  return SCORED.flatMap((set) => [...figuresOf(set, network), ...chosenAt(set)]);
}
