import { tableKind } from "./kind.ts";

/** Orders that were called off. */
export const cancelled = tableKind({ name: "cancelled", what: "cancelled orders, no sales", named: [["cancelled"]] });
