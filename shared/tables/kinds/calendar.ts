import { tableKind } from "./kind.ts";

/** Days off, or how fiscal periods lie. */
export const calendar = tableKind({ name: "calendar", what: "a calendar", named: [["calendar"]] });
