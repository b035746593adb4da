import type { Field } from "../fields/index.ts";
import { decision, has, stocked, sureOf, unused, type Evidence, type Rule } from "./decision.ts";

/** Of these an item table has at least one. */
const ITEM_FIELDS: readonly Field[] = [
  "on_hand",
  "available",
  "lead_time",
  "cost",
  "moq",
  "multiple",
  "supplier",
  "order_quantity",
  "on_order",
  "reorder_point",
  "status",
  "active",
  "discontinued",
  "blocked",
];

/** Below this a header hardly says that it holds the items' codes. */
const SURE_CODE = 0.7;

const ofSuppliers = ({ suppliers }: Evidence): boolean => has(suppliers, "supplier") && suppliers.columns.size > 1;

/** Suppliers, where no column holds items for sure. */
export const suppliersAlone: Rule = (evidence) => {
  const { items, suppliers } = evidence;
  const columns = new Map([...items.columns].filter(([field]) => field !== "lead_time"));
  const noItems = sureOf(items, "sku") < SURE_CODE && !stocked({ ...items, columns });
  return ofSuppliers(evidence) && noItems ? [decision("suppliers", suppliers)] : undefined;
};

export const items: Rule = ({ items: found }) =>
  has(found, "sku") && ITEM_FIELDS.some((field) => found.columns.has(field)) ? [decision("items", found)] : undefined;

export const suppliersAnyway: Rule = (evidence) =>
  ofSuppliers(evidence) ? [decision("suppliers", evidence.suppliers)] : undefined;

/** Dated amounts of money without units. */
export const money: Rule = ({ history }) =>
  has(history, "sku") && (has(history, "date") || has(history, "year")) && has(history, "amount")
    ? [unused("money", history)]
    : undefined;
