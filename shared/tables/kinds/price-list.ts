import { tableKind } from "./kind.ts";

/** Prices, of suppliers or for customers. */
export const priceList = tableKind({ name: "price list", what: "prices", named: [["price"]] });
