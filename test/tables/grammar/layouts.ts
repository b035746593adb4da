import type { Cell, Column, SheetSpec, Table } from "./book.ts";
import type { Scribe } from "./case.ts";
import type { Article, Sale } from "./world.ts";
import { daysAfter } from "./world.ts";
import type { Language } from "./words/table.ts";

const LOCALES: Readonly<Record<Language, string>> = {
  en: "en-GB",
  de: "de-DE",
  fr: "fr-FR",
  es: "es-ES",
  it: "it-IT",
  nl: "nl-NL",
  pt: "pt-BR",
  zh: "zh-CN",
};

export const localeOf = (language: Language): string => LOCALES[language];

export function column(head: Cell, cells: readonly Cell[], more: Partial<Column> = {}): Column {
  return { head, cells, ...more };
}

/** A column of the items: one value an article. */
export function ofItems(scribe: Scribe, head: Cell, value: (article: Article, i: number) => Cell): Column {
  return column(head, scribe.world.articles.map(value));
}

/** A column of the sales: one value a row. */
export function ofSales(scribe: Scribe, head: Cell, value: (sale: Sale, row: number) => Cell): Column {
  return column(head, scribe.world.sales.map(value));
}

/** The columns that every table of items has. */
export function itemColumns(scribe: Scribe, without: readonly ("name" | "on_hand" | "lead_days")[] = []): Column[] {
  const all: [string, Column][] = [
    ["sku", ofItems(scribe, scribe.head("sku"), ({ sku }) => sku)],
    ["name", ofItems(scribe, scribe.head("name"), ({ name }) => name)],
    ["on_hand", ofItems(scribe, scribe.head("on_hand"), ({ stock }) => stock)],
    ["lead_days", ofItems(scribe, scribe.head("lead_days"), ({ lead }) => lead)],
  ];
  return all.filter(([key]) => !(without as readonly string[]).includes(key)).map(([, one]) => one);
}

export function itemsSheet(scribe: Scribe, columns: readonly Column[] = itemColumns(scribe)): SheetSpec {
  return { name: scribe.sheet("items"), tables: [{ columns }] };
}

/** The columns of a list of sales: day, article, units. */
export function salesColumns(scribe: Scribe): Column[] {
  return [
    ofSales(scribe, scribe.lineHead("date"), ({ date }) => date),
    ofSales(scribe, scribe.lineHead("sku"), ({ article }) => article.sku),
    ofSales(scribe, scribe.lineHead("sold"), ({ quantity }) => quantity),
  ];
}

export function salesSheet(scribe: Scribe, columns: readonly Column[] = salesColumns(scribe)): SheetSpec {
  return { name: scribe.sheet("sales"), tables: [{ columns }] };
}

/** Open purchase orders in the order of the articles. */
export function openOrders(scribe: Scribe): { article: Article; quantity: number; due: Date }[] {
  return scribe.world.articles.flatMap((article) => article.orders.map((order) => ({ article, ...order })));
}

/** The columns of a list of open orders: number, article, units, day. */
export function orderColumns(scribe: Scribe): Column[] {
  const orders = openOrders(scribe);
  return [
    column(
      scribe.lineHead("po"),
      orders.map((_, i) => `PO-${7301 + 4 * i}`),
    ),
    column(
      scribe.lineHead("sku"),
      orders.map(({ article }) => article.sku),
    ),
    column(
      scribe.lineHead("ordered"),
      orders.map(({ quantity }) => quantity),
    ),
    column(
      scribe.lineHead("due"),
      orders.map(({ due }) => due),
    ),
  ];
}

export function ordersSheet(scribe: Scribe, columns: readonly Column[] = orderColumns(scribe)): SheetSpec {
  return { name: scribe.sheet("open_orders"), tables: [{ columns }] };
}

/** Units of each article a week or a month. */
export function unitsBy(scribe: Scribe, starts: readonly Date[], article: Article): number[] {
  return starts.map((start, i) => {
    const end = starts[i + 1]?.getTime() ?? Infinity;
    return scribe.world.sales
      .filter((sale) => sale.article === article && sale.date.getTime() >= start.getTime() && sale.date.getTime() < end)
      .reduce((sum, { quantity }) => sum + quantity, 0);
  });
}

/** The months of the history, by their first days. */
export function monthsOf(scribe: Scribe): Date[] {
  const [first] = scribe.world.weeks;
  return Array.from({ length: 6 }, (_, i) => new Date(Date.UTC(first!.getUTCFullYear(), first!.getUTCMonth() + i, 1)));
}

/** A history with a column a period. */
export function wideTable(scribe: Scribe, starts: readonly Date[], label: (start: Date) => Cell): Table {
  const { articles } = scribe.world;
  const units = articles.map((article) => unitsBy(scribe, starts, article));
  return {
    columns: [
      ofItems(scribe, scribe.lineHead("sku"), ({ sku }) => sku),
      ...starts.map((start, i) =>
        column(
          label(start),
          units.map((row) => row[i]!),
        ),
      ),
    ],
  };
}

/** ISO year and week of a Monday. */
export function isoWeek(monday: Date): { year: number; week: number } {
  const thursday = daysAfter(monday, 3);
  const year = thursday.getUTCFullYear();
  return { year, week: 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000)) };
}

export const two = (value: number): string => String(value).padStart(2, "0");

/** "Sep 2025" in the language of the sheet, "2025年9月" in Chinese. */
export function monthLabel(language: Language, date: Date, month: "short" | "long" = "short"): string {
  if (language === "zh") return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月`;
  const form = new Intl.DateTimeFormat(LOCALES[language], { month, timeZone: "UTC" });
  return `${form.format(date)} ${date.getUTCFullYear()}`;
}
