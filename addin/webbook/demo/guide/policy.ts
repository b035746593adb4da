import type { BookCell } from "../../book/book.ts";
import { looks } from "../looks.ts";
import { answer, cell, heading, headers, input, label, note, spilled } from "./cells.ts";

/** E4 to G11: closed formulas, computed in the page itself. */
export function policy(): BookCell[] {
  const answers = [
    ["Order quantity", "=EOQ(B12*52,F5,F6*B8)", "EOQ"],
    ["… in whole packs", "=PACK_ROUND(F8,B9,B10)", "PACK_ROUND"],
    ["Safety stock", "=SAFETY_STOCK(B12,B13,B7,0,F7,1)", "SAFETY_STOCK"],
    ["Reorder point", "=ROP(B12,B13,B7,0,F7,1)", "ROP"],
  ] as const;
  return [
    heading("E4", "2   How much, and when"),
    label("E5", "Cost of an order"),
    input("F5", 8, "money"),
    label("E6", "Holding rate, a year"),
    input("F6", 0.25, "share"),
    label("E7", "Service level"),
    input("F7", 0.95, "share"),
    ...answers.flatMap(([words, formula, name], i) => [
      label(`E${8 + i}`, words),
      answer(`F${8 + i}`, formula, "units"),
      note(`G${8 + i}`, name),
    ]),
  ];
}

/** A15 to G18: the order with its reasons, in one call. */
export function orderNow(): BookCell[] {
  return [
    heading("A15", "3   Order now"),
    note("B15", "REORDER forecasts the item, sets its policy and applies the supplier's rules."),
    ...headers("A16", ["Order", "Reorder point", "Order up to", "Expected demand", "Safety stock", "Why"]),
    ...spilled(
      "A17",
      "=REORDER(K6#,B7,B6,B11,F7,B9,B10,52,1)",
      1,
      ["units", "units", "units", "units", "units"],
      looks.answer,
    ),
    cell("F17", "", looks.clipped),
    cell("A18", "Why", looks.topLabel),
    cell("B18", "=F17", looks.why),
  ];
}
