import type { BookCell } from "../../book/book.ts";
import { looks } from "../looks.ts";
import { cell, formats, heading, headers, input, label, note, spilled } from "./cells.ts";

/** Where the shop's tables end: the row of their last entry, and the shop's own date. */
export interface Shop {
  readonly items: number;
  readonly sales: number;
  readonly orders: number;
  readonly today: string;
}

/** The item the guide opens with: a seasonal seller, low on stock. */
const FIRST_SKU = "01048";

type Fact = readonly [words: string, formula: string, format: keyof typeof formats, unit: string];

/** B5 to B13: the item's facts, looked up in the shop's tables. */
export function itemFacts({ items, orders, today }: Shop): BookCell[] {
  const of = (column: string): string => `XLOOKUP(B5,Items!A2:A${items},Items!${column}2:${column}${items})`;
  const column = (letter: string): string => `'Open orders'!${letter}2:${letter}${orders}`;
  const dueBy = `DATE(${today.split("-").map(Number).join(",")})+7*(B7+1)`;
  const facts: readonly Fact[] = [
    ["On hand", `=${of("F")}`, "units", "units"],
    ["Lead time", `=${of("G")}/7`, "tenths", "weeks"],
    ["Unit cost", `=${of("H")}`, "money", `=${of("I")}`],
    ["Minimum order", `=${of("K")}`, "units", "units"],
    ["Pack size", `=${of("L")}`, "units", "units"],
    [
      "On order, due in time",
      `=SUMIFS(${column("D")},${column("B")},B5,${column("F")},"<="&${dueBy})`,
      "units",
      "units",
    ],
    ["Weekly sales, last year", "=AVERAGE(TAKE(K6#,-52))", "tenths", "units, mean"],
    ["Deviation from week to week", "=STDEV.S(TAKE(K6#,-52))", "tenths", "units"],
  ];
  return [
    heading("A4", "1   Pick an item"),
    label("A5", "SKU"),
    input("B5", FIRST_SKU, "text"),
    cell("C5", `=${of("B")}`),
    ...facts.flatMap(([words, formula, format, unit], i) => [
      label(`A${6 + i}`, words),
      cell(`B${6 + i}`, formula, undefined, format),
      note(`C${6 + i}`, unit),
    ]),
  ];
}

/** J6 and K6 downwards: the item's weeks and sales, oldest first; NA where the stock ran out within the week. */
export function itemSales({ sales }: Shop): BookCell[] {
  const ofSku = `Sales!B2:B${sales}=B5`;
  return [
    heading("J4", "Its sales"),
    // Not "Week" and "Units": the task pane would take them for a table of sales.
    ...headers("J5", ["Starting", "This item"]),
    note("L5", "NA: sold out within the week"),
    ...spilled("J6", `=FILTER(Sales!A2:A${sales},${ofSku})`, 156, ["date"], looks.date),
    ...spilled("K6", `=FILTER(IF(Sales!D2:D${sales},Sales!C2:C${sales},"NA"),${ofSku})`, 156, ["units"]),
  ];
}
