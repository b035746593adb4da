import { tableKind } from "./kind.ts";

/** Orders of customers or to suppliers: the columns say which. */
export const orders = tableKind({ name: "orders", named: [["order"]] });
