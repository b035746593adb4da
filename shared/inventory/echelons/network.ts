import { UserError } from "../../define/errors.ts";

/** One stage of a supply chain: a place that processes or moves goods and may hold stock behind it. */
export interface Stage {
  readonly name: string;
  /** Places in the list of the stages it supplies. */
  readonly supplies: readonly number[];
  /** Periods from having its material to having it finished. */
  readonly time: number;
  /** Money per unit and period in stock here. */
  readonly holdingCost: number;
  /** Outside demand a period, for stages that have it. */
  readonly demandMean: number;
  readonly demandSd: number;
  /** Periods its outside supplier takes. */
  readonly inbound: number;
  /** The most periods its outside customers wait. */
  readonly outbound: number;
}

/** The stages that supply each stage. */
export function suppliersOf(stages: readonly Stage[]): number[][] {
  const suppliers = stages.map((): number[] => []);
  stages.forEach(({ supplies }, i) => supplies.forEach((j) => suppliers[j]!.push(i)));
  return suppliers;
}

/**
 * The stages in an order in which suppliers come first. Throws a `UserError` unless they form one tree: connected, and
 * one link fewer than stages.
 */
export function supplyOrder(stages: readonly Stage[]): number[] {
  const links = stages.reduce((sum, { supplies }) => sum + supplies.length, 0);
  const suppliers = suppliersOf(stages);
  const reached = new Set([0]);
  for (const i of reached) for (const j of [...stages[i]!.supplies, ...suppliers[i]!]) reached.add(j);
  if (reached.size < stages.length) {
    const apart = stages.find((_, i) => !reached.has(i))!;
    throw new UserError(`stages: must all be linked; "${apart.name}" has no link to "${stages[0]!.name}"`);
  }
  if (links !== stages.length - 1)
    throw new UserError("stages: must form a tree: there must be only one way from any stage to any other");
  const order: number[] = [];
  const visit = (i: number): void => {
    if (order.includes(i)) return;
    suppliers[i]!.forEach(visit);
    order.push(i);
  };
  stages.forEach((_, i) => visit(i));
  return order;
}
