import { tableKind } from "./kind.ts";

/** A ledger of stock: what goes in and what goes out. Its columns are a history's. */
export const movements = tableKind({ name: "movements", named: [["movement"]] });
