import type { BookSheet } from "../../book/book.ts";
import { note, title } from "./cells.ts";
import { forecasts } from "./forecast.ts";
import { itemFacts, itemSales, type Shop } from "./item.ts";
import { orderNow, policy } from "./policy.ts";
import { ration } from "./ration.ts";

/** The guide: one item from its sales to its order, in formulas that answer at once. */
export function startHere(shop: Shop): BookSheet {
  return {
    name: "Start here",
    cells: [
      title("A1", "What to order, and why"),
      note(
        "A2",
        "A synthetic toy shop: every item, supplier, price and sale is invented. Change a yellow cell and watch the answers follow.",
      ),
      ...itemFacts(shop),
      ...policy(),
      ...orderNow(),
      ...forecasts(),
      ...ration(),
      ...itemSales(shop),
    ],
    widths: { 0: 178, 1: 104, 2: 104, 3: 120, 4: 136, 5: 84, 6: 112, 7: 110, 8: 24, 9: 90, 10: 64, 11: 190 },
    heights: { 0: 36, 17: 58 },
    frozenRows: 0,
    frozenColumns: 0,
    merges: ["A1:G1", "A2:G2", "B18:G18"],
    gridLines: false,
    lineCharts: [
      {
        title: "Forecast of the next twelve weeks",
        series: ["B21:B33", "C21:C33", "D21:D33", "E21:E33"],
        labels: "A21:A33",
        at: [5, 20],
        size: [420, 284],
      },
    ],
  };
}
