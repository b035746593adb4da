import { tableKind } from "./kind.ts";

/** Somebody's forecast. */
export const forecast = tableKind({
  name: "forecast",
  what: "a forecast, no sales",
  named: [["forecast"]],
  counts: "forecast",
});
