import type { TableRole } from "../../../shared/tables/kinds/index.ts";

export interface RoleText {
  readonly title: string;
  /** What a sheet must have to be taken for it. */
  readonly looksFor: string;
  /** What happens without one. */
  readonly without: string;
}

export const ROLE_TEXT: Readonly<Record<TableRole, RoleText>> = {
  items: {
    title: "Items",
    looksFor: "SKU with On hand, Lead time, Supplier, Unit cost, MOQ or Pack size",
    without: "Without items every SKU is planned with nothing on hand.",
  },
  history: {
    title: "Sales history",
    looksFor: "Date, SKU and Quantity in rows, or SKU and a column a week or month",
    without: "Without sales history there is nothing to forecast from.",
  },
  "open orders": {
    title: "Open orders",
    looksFor: "SKU, Quantity and Due date",
    without: "Without open orders nothing is taken as on its way.",
  },
  suppliers: {
    title: "Suppliers",
    looksFor: "Supplier with Lead time, Currency, Exchange rate, MOQ, Pack size or Minimum order value",
    without: "Without suppliers the items' own lead times and currencies count.",
  },
  promotions: {
    title: "Promotions",
    looksFor: "SKU and Start with End, Discount, Promotion price or Uplift",
    without: "Without promotions those ahead are not planned for, and past ones count as usual demand.",
  },
};
