import { tableKind } from "./kind.ts";

/** Quotations, which are no orders yet. */
export const quotes = tableKind({ name: "quotes", what: "quotations, no sales", named: [["draft"]] });
