import { WEEKS } from "./weeks.ts";
import type { Article } from "./catalogue.ts";
import type { Demand } from "./demand.ts";
import type { Random } from "../numeric/random.ts";

/** A purchase order of the past buyer, in weeks of the history. */
export interface Purchase {
  readonly ordered: number;
  /** When the supplier said it would come. */
  readonly due: number;
  /** When it came or will come. */
  readonly arrives: number;
  readonly quantity: number;
}

export interface StockHistory {
  readonly sold: readonly number[];
  /** FALSE in weeks that began or ended without stock for what was wanted. */
  readonly inStock: readonly boolean[];
  readonly onHand: number;
  /** Purchases not yet received. */
  readonly open: readonly Purchase[];
}

/** The buyer is late to see a trend by this many weeks, and too hopeful or too shy by turns. */
const LAG = 10;
const OPINION_WEEKS = 26;

/** The demand the buyer expected over `span` weeks from `week` on. */
function guess(expected: readonly number[], level: readonly number[], week: number, span: number): number {
  const seen = level[week - LAG] || level[week]!;
  const bias = level[week]! > 0 ? seen / level[week]! : 1;
  return bias * expected.slice(week, week + span).reduce((a, b) => a + b, 0);
}

function opinions(article: Article, random: Random): (week: number) => number {
  const spread = article.life.kind === "new" ? 0.5 : 0.2;
  const turns = Array.from({ length: Math.ceil(WEEKS / OPINION_WEEKS) + 1 }, () => random.factor(spread));
  return (week) => turns[Math.floor((week + article.life.launch) / OPINION_WEEKS) % turns.length]!;
}

/** One delivery in eight comes one to three weeks late. */
function delay(random: Random): number {
  return random.chance(1 / 8) ? random.integer(1, 3) : 0;
}

/**
 * What a reasonable past buyer's weekly (s, S) routine made of the demand: receive, review, order, sell. Sales stop at
 * the stock there is, so stock-outs censor them.
 */
export function runStock(article: Article, { expected, wanted }: Demand, lastOrderWeek = WEEKS): StockHistory {
  const { random, life, moq, multiple } = article;
  const lead = Math.ceil(article.leadTimeDays / 7);
  const cycle = Math.max(2, Math.min(10, Math.ceil(lead / 2) + 2));
  const opinion = opinions(article, random);
  const packs = (units: number): number => Math.ceil(Math.max(units, moq) / multiple) * multiple;
  const sold: number[] = [];
  const inStock: boolean[] = [];
  let open: Purchase[] = [];
  let onHand = packs(1.3 * guess(expected, life.level, life.launch, lead + cycle));
  for (let week = life.launch; week < WEEKS; week += 1) {
    onHand += open.filter((p) => p.arrives <= week).reduce((sum, p) => sum + p.quantity, 0);
    open = open.filter((p) => p.arrives > week);
    const position = onHand + open.reduce((sum, p) => sum + p.quantity, 0);
    const need = opinion(week) * guess(expected, life.level, week, lead + 1);
    const point = need + 1.8 * Math.sqrt(need * 1.5);
    if (position <= point && week < lastOrderWeek) {
      const upTo = point + opinion(week) * guess(expected, life.level, week + lead + 1, cycle);
      const due = week + lead;
      open.push({ ordered: week, due, arrives: due + delay(random), quantity: packs(upTo - position) });
    }
    const units = Math.min(onHand, wanted[week]!);
    inStock.push(onHand > 0 && wanted[week]! <= onHand);
    sold.push(units);
    onHand -= units;
  }
  return { sold, inStock, onHand, open };
}
