import { economicOrderQuantity } from "../../../shared/inventory/economic-order-quantity.ts";
import { fixedLotPolicy, minMaxPolicy } from "../../../shared/inventory/simulation/policies.ts";
import type { StockPolicy } from "../../../shared/inventory/simulation/stock-policy.ts";
import { negativeBinomialDistribution } from "../../../shared/numeric/negative-binomial.ts";
import { normalQuantile } from "../../../shared/numeric/normal.ts";
import type { MoneyCase } from "./data.ts";

/** Smoothing of every forecast, and of its squared error where that is smoothed. */
const ALPHA = 0.1;

export const LEVELS = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.97, 0.98, 0.99];

/** How the spread of the forecast's error is estimated: from recent errors, or from all of them. */
export const SPREADS = ["smoothed", "all"] as const;
export type Spread = (typeof SPREADS)[number];

/** Mean and standard deviation of one period's demand. */
interface Outlook {
  readonly mean: number;
  readonly sd: number;
}

interface Smoothing {
  rate(): number;
  see(demand: number): void;
}

type Start = (past: readonly number[]) => Smoothing;

/** The outlook before each period to simulate, from what came before it. */
function outlooks({ past, demand }: MoneyCase, start: Start, spread: Spread): Outlook[] {
  const smoothing = start(past);
  const answer: Outlook[] = [];
  let variance = 0;
  [...past, ...demand].forEach((x, t) => {
    const mean = smoothing.rate();
    if (t >= past.length) answer.push({ mean, sd: Math.sqrt(variance) });
    variance += (spread === "all" ? 1 / (t + 1) : Math.max(ALPHA, 1 / (t + 1))) * ((x - mean) ** 2 - variance);
    smoothing.see(x);
  });
  return answer;
}

const ses: Start = (past) => {
  let level = past[0]!;
  return { rate: () => level, see: (x) => void (level += ALPHA * (x - level)) };
};

/** Syntetos and Boylan: sizes and intervals smoothed at each demand, times 1 - alpha / 2. */
const sba: Start = (past) => {
  let size = past.find((x) => x > 0)!;
  let interval = past.findIndex((x) => x > 0) + 1;
  let since = 0;
  return {
    rate: () => ((1 - ALPHA / 2) * size) / interval,
    see(x) {
      since += 1;
      if (x === 0) return;
      size += ALPHA * (x - size);
      interval += ALPHA * (since - interval);
      since = 0;
    },
  };
};

/** Teunter, Syntetos and Babai: the chance of demand smoothed every period, its size at each demand. */
const tsb: Start = (past) => {
  const busy = past.filter((x) => x > 0);
  let size = busy.reduce((a, b) => a + b, 0) / busy.length;
  let chance = busy.length / past.length;
  return {
    rate: () => chance * size,
    see(x) {
      chance += ALPHA * ((x > 0 ? 1 : 0) - chance);
      if (x > 0) size += ALPHA * (x - size);
    },
  };
};

/** Half the TSB rate, half the mean of everything so far. */
const blend: Start = (past) => {
  const recent = tsb(past);
  let [sum, seen] = [0, 0];
  return {
    rate: () => (seen === 0 ? recent.rate() : (recent.rate() + sum / seen) / 2),
    see(x) {
      sum += x;
      seen += 1;
      recent.see(x);
    },
  };
};

const normalTotal = ({ mean, sd }: Outlook, periods: number, level: number): number =>
  Math.ceil(mean * periods + normalQuantile(level) * sd * Math.sqrt(periods));

const binomialTotal = ({ mean, sd }: Outlook, periods: number, level: number): number =>
  mean > 0 ? negativeBinomialDistribution(mean * periods, sd * Math.sqrt(periods)).quantile(level) : 0;

const economicLot = ({ mean }: Outlook, { costs }: MoneyCase): number =>
  costs.holding > 0 && mean > 0
    ? Math.ceil(economicOrderQuantity({ demand: mean, orderCost: costs.ordering, holdingCost: costs.holding }))
    : 1;

/** A policy for one item by service level; forecasts are made once for all levels. */
export type Rival = (item: MoneyCase, spread: Spread) => (level: number) => StockPolicy;

interface Recipe {
  readonly start: Start;
  readonly total: (outlook: Outlook, periods: number, level: number) => number;
  readonly policy: (reorderPoint: number, lot: number) => StockPolicy;
}

const rival =
  ({ start, total, policy }: Recipe): Rival =>
  (item, spread) => {
    const ahead = outlooks(item, start, spread);
    return (level) => {
      const made = ahead.map((outlook) => policy(total(outlook, item.leadTime + 1, level), economicLot(outlook, item)));
      return { name: "rival", order: (view) => made[view.period]!.order(view) };
    };
  };

const orderUpTo = (S: number): StockPolicy => minMaxPolicy(S - 1, S);
const minMax = (s: number, lot: number): StockPolicy => minMaxPolicy(s, s + lot);

export const rivals: Readonly<Record<string, Rival>> = {
  "(r,Q), EOQ, normal on SES": rival({ start: ses, total: normalTotal, policy: fixedLotPolicy }),
  "order-up-to, SBA, normal": rival({ start: sba, total: normalTotal, policy: orderUpTo }),
  "order-up-to, TSB, negative binomial": rival({ start: tsb, total: binomialTotal, policy: orderUpTo }),
  "(s,S), TSB, negative binomial": rival({ start: tsb, total: binomialTotal, policy: minMax }),
};

/** No rival, but known from the reference run. */
export const blendPolicy = rival({ start: blend, total: binomialTotal, policy: minMax });
