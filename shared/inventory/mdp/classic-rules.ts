import { economicOrderQuantity } from "../economic-order-quantity.ts";
import { covering } from "./covering.ts";
import { baseStockRule, cappedBaseStockRule, reorderPointRule, type OrderRule } from "./order-rule.ts";
import { meanOf, type ReplenishmentProblem } from "./problem.ts";
import { wholeNumberSearch } from "./whole-number-search.ts";

/** A rule with the words that tell a buyer what it does. */
export interface NamedRule {
  readonly name: string;
  readonly rule: OrderRule;
}

export interface ClassicRules {
  /** The best base-stock policy, or where lots pay the best reorder point with its order-up-to level. */
  readonly plain: NamedRule;
  /** The cheapest of all classics. */
  readonly best: NamedRule;
}

/** The search for the largest order begins at what covers this share of periods. */
const CAP_COVER = 0.9;

/** The classic policies for lost sales, each at its best in simulation. */
export function classicRules(
  { demand, leadTime, rules, orderCost, holdingCost, shortageCost }: ReplenishmentProblem,
  lots: boolean,
  costOf: (rule: OrderRule) => number,
): ClassicRules {
  const mean = meanOf(demand);
  const firstStep = 2 ** Math.floor(Math.log2(1 + (mean * (leadTime + 1)) / 4));
  const base = wholeNumberSearch(
    ([S]) => costOf(baseStockRule(S!, rules)),
    [Math.round(mean * (leadTime + 1))],
    firstStep,
  );
  const [S] = base.point;
  const named = (name: string, rule: OrderRule, cost: number): NamedRule & { cost: number } => ({ name, rule, cost });
  const baseStock = named(`base-stock ${S}`, baseStockRule(S!, rules), base.value);

  const cappedAt = wholeNumberSearch(
    ([level, cap]) => (cap! < 1 ? Infinity : costOf(cappedBaseStockRule(level!, cap!, rules))),
    [S!, covering(demand, CAP_COVER) + 1],
    firstStep,
  );
  const [level, cap] = cappedAt.point;
  const capped = named(
    `base-stock ${level} with at most ${cap} an order`,
    cappedBaseStockRule(level!, cap!, rules),
    cappedAt.value,
  );
  const all = [baseStock, capped];
  if (lots) {
    const lot = economicOrderQuantity({ demand: mean, orderCost, holdingCost, backorderCost: shortageCost });
    const found = wholeNumberSearch(
      ([s, Q]) => (Q! < 1 ? Infinity : costOf(reorderPointRule(s!, s! + Q!, rules))),
      [S! - 1, Math.max(1, Math.round(lot))],
      2 ** Math.floor(Math.log2(1 + lot / 2 + mean)),
    );
    const [s, Q] = found.point;
    all.push(named(`reorder point ${s}, up to ${s! + Q!}`, reorderPointRule(s!, s! + Q!, rules), found.value));
  }
  const plain = all.at(lots ? -1 : 0)!;
  return { plain, best: all.reduce((a, b) => (b.cost < a.cost ? b : a), plain) };
}
