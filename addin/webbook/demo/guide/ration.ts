import type { BookCell } from "../../book/book.ts";
import { looks } from "../looks.ts";
import { heading, headers, input, label, note, spilled } from "./cells.ts";

const FREIGHT = [
  [0.4, 0.9, 1.1],
  [0.7, 0.3, 0.5],
];
const STOCK = [120, 90];
const WANTED = [80, 100, 60];

/** A36 to E43: two warehouses, three shops. */
export function ration(): BookCell[] {
  return [
    heading("A36", "5   Share out"),
    note("B36", "ALLOCATE shares what two warehouses have over three shops, at the least freight."),
    ...headers("A37", ["Freight of a unit", "North shop", "East shop", "South shop", "In stock"]),
    label("A38", "Harbour warehouse"),
    label("A39", "Hill warehouse"),
    label("A40", "Shops ask for"),
    ...FREIGHT.flatMap((row, i) => row.map((value, j) => input(`${"BCD"[j]!}${38 + i}`, value, "money"))),
    ...STOCK.map((value, i) => input(`E${38 + i}`, value, "units")),
    ...WANTED.map((value, j) => input(`${"BCD"[j]!}40`, value, "units")),
    label("A42", "Send from Harbour"),
    label("A43", "Send from Hill"),
    ...spilled("B42", "=ALLOCATE(E38:E39,B40:D40,B38:D39)", 2, ["units", "units", "units"], looks.answer),
  ];
}
