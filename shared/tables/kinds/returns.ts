import { tableKind } from "./kind.ts";

/** What came back. */
export const returns = tableKind({ name: "returns", what: "returns, no sales", named: [["returned"]] });
