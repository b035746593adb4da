import type { ShopSupplier } from "./types.ts";

/** Invented suppliers and exchange rates. */
const rows: readonly (readonly [string, string, number, number, number, number, number])[] = [
  ["Example Wooden Toys", "EUR", 1, 10, 6, 6, 250],
  ["Nonesuch Games", "EUR", 1, 7, 6, 6, 300],
  ["Notional Puzzles", "EUR", 1, 14, 6, 6, 200],
  ["Make-Believe Plush", "EUR", 1, 12, 12, 6, 250],
  ["Sample Craft Supply", "EUR", 1, 5, 10, 10, 150],
  ["Invented Baby Toys", "EUR", 1, 14, 6, 6, 400],
  ["Pretend Play Works", "EUR", 1, 21, 6, 2, 500],
  ["Imaginary Bricks", "USD", 0.92, 28, 12, 4, 1000],
  ["Hypothetical Wheels", "USD", 0.92, 35, 12, 12, 800],
  ["Fictional Outdoor Fun", "CNY", 0.128, 60, 24, 12, 12000],
  ["Mock Party Goods", "CNY", 0.128, 49, 48, 24, 9000],
  ["Placeholder Trading", "CNY", 0.128, 75, 48, 24, 20000],
];

export const suppliers: readonly ShopSupplier[] = rows.map(
  ([supplier, currency, rate, lead_time_days, moq, multiple, minimum_order]) => ({
    supplier,
    currency,
    rate,
    lead_time_days,
    moq,
    multiple,
    minimum_order,
  }),
);
