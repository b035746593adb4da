import { tableKind } from "./kind.ts";

/** Routes between places. */
export const lanes = tableKind({ name: "lanes", what: "routes", named: [["lane"]] });
