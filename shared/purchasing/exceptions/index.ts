import { belowMinimum } from "./below-minimum.ts";
import { oddData } from "./data.ts";
import { earlyOrders, lateOrders } from "./open-orders.ts";
import { largeLot, overMaximum, overstock, statusBlocks } from "./stock-level.ts";
import { brokenRules } from "./own-quantity.ts";
import { unknownUplift } from "./promotions.ts";
import { wasOutOfStock } from "./sudden-silence.ts";
import { ownTooLittle, stockOut } from "./stock-out.ts";

/** Every kind of exception: the plan, its schema and its summary derive. Adding one is its file and a line here. */
export const exceptions = [
  stockOut,
  wasOutOfStock,
  ownTooLittle,
  lateOrders,
  earlyOrders,
  overstock,
  overMaximum,
  largeLot,
  statusBlocks,
  brokenRules,
  belowMinimum,
  unknownUplift,
  oddData,
] as const;
