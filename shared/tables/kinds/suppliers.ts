import { tableKind } from "./kind.ts";

/** Suppliers and their terms. */
export const suppliers = tableKind({
  name: "suppliers",
  fields: ["supplier", "lead_time", "currency", "rate", "moq", "minimum_value", "multiple"],
  named: [["supplier"]],
});
