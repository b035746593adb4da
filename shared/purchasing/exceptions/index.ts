import type { Check } from "./check.ts";
import { oddData } from "./data.ts";
import { earlyOrders, lateOrders } from "./open-orders.ts";
import { largeLot, overMaximum, overstock, statusBlocks } from "./stock-level.ts";
import { brokenRules } from "./own-quantity.ts";
import { unknownUplift } from "./promotions.ts";
import { ownTooLittle, stockOut } from "./stock-out.ts";

/** Every kind of exception. Adding one is its check and a line here. */
export const checks: readonly Check[] = [
  stockOut,
  ownTooLittle,
  lateOrders,
  earlyOrders,
  overstock,
  overMaximum,
  largeLot,
  statusBlocks,
  brokenRules,
  unknownUplift,
  oddData,
];
