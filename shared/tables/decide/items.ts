import type { Field } from "../fields/index.ts";
import { decision, has, neverSales, stocked, sureOf, unused, type Evidence, type Rule } from "./decision.ts";

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

/** "Sales" alone may be units: less sure an amount than this, and whole numbers. */
const BARE = 0.82;
const WHOLE = 0.95;

/** Dated amounts of money without units; "Sales" in whole numbers may be either. */
export const money: Rule = ({ history, columns, named }) => {
  const amount = history.columns.get("amount");
  if (!has(history, "sku") || !(has(history, "date") || has(history, "year")) || amount === undefined) return undefined;
  const whole = columns.find(({ column }) => column === amount)?.values.whole ?? 0;
  if (sureOf(history, "amount") > BARE || whole < WHOLE || neverSales(named)) return [unused("money", history)];
  const fields = new Map(history.columns);
  fields.delete("amount");
  fields.set("quantity", amount);
  return [decision("history", { ...history, columns: fields }, { named, open: "units" })];
};
