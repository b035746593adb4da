import { number, optional } from "../../define/parameters.ts";

/** The supplier's rules as arguments; REORDER takes the first two. */
export const moq = optional(number({ doc: "Minimum order quantity; left out, none.", unit: "units", min: 0 }));
export const multiple = optional(
  number({ doc: "Pack size: orders are whole multiples of it; 0 or left out, none.", unit: "units", min: 0 }),
);
