import { sku } from "./sku.ts";
import { description } from "./description.ts";
import { supplier } from "./supplier.ts";
import { supplierItem } from "./supplier-item.ts";
import { onHand } from "./on-hand.ts";
import { available } from "./available.ts";
import { leadTime } from "./lead-time.ts";
import { cost } from "./cost.ts";
import { currency } from "./currency.ts";
import { price } from "./price.ts";
import { moq } from "./moq.ts";
import { minimumValue } from "./minimum-value.ts";
import { multiple } from "./multiple.ts";
import { maximum } from "./maximum.ts";
import { onOrder } from "./on-order.ts";
import { due } from "./due.ts";
import { reference } from "./reference.ts";
import { reserved } from "./reserved.ts";
import { backorders } from "./backorders.ts";
import { status } from "./status.ts";
import { active } from "./active.ts";
import { discontinued } from "./discontinued.ts";
import { blocked } from "./blocked.ts";
import { location } from "./location.ts";
import { successor } from "./successor.ts";
import { orderQuantity } from "./order-quantity.ts";
import { reorderPoint } from "./reorder-point.ts";
import { orderUpTo } from "./order-up-to.ts";
import { serviceLevel } from "./service-level.ts";
import { fillRate } from "./fill-rate.ts";
import { date } from "./date.ts";
import { year } from "./year.ts";
import { month } from "./month.ts";
import { week } from "./week.ts";
import { quantity } from "./quantity.ts";
import { quantityOut } from "./quantity-out.ts";
import { quantityIn } from "./quantity-in.ts";
import { inStock } from "./in-stock.ts";
import { movement } from "./movement.ts";
import { received } from "./received.ts";
import { closed } from "./closed.ts";
import { customer } from "./customer.ts";
import { amount } from "./amount.ts";
import { rate } from "./rate.ts";
import { start } from "./start.ts";
import { end } from "./end.ts";
import { discount } from "./discount.ts";
import { promotionPrice } from "./promotion-price.ts";
import { unit } from "./unit.ts";
import { uplift } from "./uplift.ts";

/** Every meaning a column can have. */
export const FIELD_SPECS = [
  sku,
  description,
  supplier,
  supplierItem,
  onHand,
  available,
  leadTime,
  cost,
  currency,
  price,
  moq,
  minimumValue,
  multiple,
  maximum,
  onOrder,
  due,
  reference,
  reserved,
  backorders,
  status,
  active,
  discontinued,
  blocked,
  location,
  successor,
  orderQuantity,
  reorderPoint,
  orderUpTo,
  serviceLevel,
  fillRate,
  date,
  year,
  month,
  week,
  quantity,
  quantityOut,
  quantityIn,
  inStock,
  movement,
  received,
  closed,
  customer,
  amount,
  rate,
  start,
  end,
  discount,
  promotionPrice,
  unit,
  uplift,
] as const;

/** What a column can mean. */
export type Field = (typeof FIELD_SPECS)[number]["name"];
