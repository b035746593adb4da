import { own } from "../../define/own.ts";
import { forecaster, type Networks } from "../../demand/forecast/forecaster.ts";
import { QUICK } from "../../demand/forecast/profile.ts";
import { noSolver, type MixedSolver } from "../joint/mixed.ts";
import type { PlanRest } from "./assemble.ts";
import { assembleJoint } from "./joint-plan.ts";
import { lostTask, prepareJoint, solveTask } from "./joint-tasks.ts";
import { planPrior } from "../decide/cost-policy.ts";
import { orderCosts } from "./item-money.ts";
import { planItem, type ItemContext, type PlannedItem } from "./plan-item.ts";
import type { Item, Plan, PlanException, PlanRequest, Promotion } from "../terms/plan.ts";
import { refuseOldSales } from "../terms/plan-time.ts";
import { promotionFinder } from "../facts/promotions.ts";
import type { ReadRequest } from "../terms/request.ts";

/** Logs a fault of ours and answers the reference to quote. */
export type OnFault = (error: unknown) => string;

/** One item to plan, with all that is its own. */
export interface PlanTask {
  readonly item: Item;
  readonly history: readonly (number | null)[];
  /** Those of its SKU. */
  readonly promotions: readonly Promotion[];
}

/** What all items of a plan share. */
export interface PlanShared extends ItemContext {
  /** Those of a supplier's items or of all. */
  readonly promotions: readonly Promotion[];
}

/** A request cut by item: each item's own part, what all share, and what only the end needs. */
export function preparePlan({ request, exceptions }: Pick<ReadRequest, "request" | "exceptions">): {
  readonly items: PlanTask[];
  readonly shared: PlanShared;
  readonly rest: PlanRest;
} {
  const { today, period, last_period, settings, history, promotions = [] } = request;
  const { suppliers, budgets, storage, consolidations, now, time_zone } = request;
  const bySku = new Map<string, Promotion[]>();
  for (const promotion of promotions)
    if (promotion.sku !== undefined) {
      const known = bySku.get(promotion.sku);
      if (known) known.push(promotion);
      else bySku.set(promotion.sku, [promotion]);
    }
  return {
    items: request.items.map((item) => ({
      item,
      history: own(history, item.sku) ?? [],
      promotions: bySku.get(item.sku) ?? [],
    })),
    shared: {
      today,
      period,
      last_period,
      settings,
      prior: planPrior(request),
      ...(settings.policy === "optimal" && {
        orderCosts: orderCosts(suppliers ?? [], request.items, settings.order_cost),
      }),
      promotions: promotions.filter(({ sku }) => sku === undefined),
    },
    rest: { suppliers, budgets, storage, consolidations, now, time_zone, exceptions },
  };
}

/** Plans one item; the same task and shared part give the same line. */
export function planTask({ item, history, promotions }: PlanTask, shared: PlanShared, networks: Networks): PlannedItem {
  return planItem(
    item,
    history.map((x) => x ?? NaN),
    promotionFinder([...promotions, ...shared.promotions])(item),
    shared,
    forecaster({ networks, profile: QUICK }),
  );
}

/** What stands for an item in which something of ours went wrong. */
export function notPlanned({ item }: PlanTask, reference: string): PlannedItem {
  const message = `Not planned: something went wrong on our side (reference ${reference}).`;
  return { exceptions: [{ sku: item.sku, code: "data", money: 0, message }] };
}

export interface PlanOptions {
  /** Weights; without them the count model and the statistical models stand alone. */
  readonly networks?: Networks | undefined;
  readonly onFault: OnFault;
  /** What whole orders need; without it their bounds stay wider. */
  readonly solver?: MixedSolver | undefined;
  /** What was already found wrong while reading the request. */
  readonly exceptions?: readonly PlanException[];
  progress?(done: number, total: number): void;
}

/** The whole plan, one item after the other in this thread. A fault in one is that item's exception, never the end. */
export function makePlan(
  request: PlanRequest,
  { exceptions = [], progress, onFault, networks = {}, solver = noSolver }: PlanOptions,
): Plan {
  refuseOldSales(request);
  const { items, shared, rest } = preparePlan({ request, exceptions });
  const planned = items.map((task, i) => {
    const made = ((): PlannedItem => {
      try {
        return planTask(task, shared, networks);
      } catch (error) {
        return notPlanned(task, onFault(error));
      }
    })();
    progress?.(i + 1, items.length);
    return made;
  });
  const joint = prepareJoint(planned, shared, rest);
  const outcomes = joint.items.map((task) => {
    try {
      return solveTask(task, joint.shared, { solver });
    } catch (error) {
      return lostTask(task, onFault(error));
    }
  });
  return assembleJoint(outcomes, joint.shared, joint.rest);
}
