import { tableKind } from "./kind.ts";

/** A budget or a sales plan. */
export const budget = tableKind({ name: "budget", what: "a budget, no sales", named: [["budget"]], counts: "budget" });
