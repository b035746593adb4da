import type { Collector } from "../findings.ts";
import { headerText, type FoundTable } from "../find-tables.ts";
import { plain } from "../../words/plain.ts";

export type Whose = "sales" | "purchases";

/** Orders that nothing says whose they are: asked, with what is assumed meanwhile. */
export function whoseOrders(table: FoundTable, assumed: Whose, collector: Collector): Whose {
  const { sheet, role, columns } = table;
  const headers = [...columns.values()].sort((a, b) => a - b).map((column) => plain(headerText(table, column)));
  const answer = collector.ask({
    id: `orders: ${headers.join(", ")}`,
    sheet: sheet.name,
    about: `Are the orders on "${sheet.name}" your customers' or your own purchases?`,
    choices: [
      {
        answer: "sales",
        says:
          role === "history"
            ? "Customers' orders: they are the sales history"
            : "Customers' orders: they bring nothing and are left out",
      },
      {
        answer: "purchases",
        says:
          role === "history"
            ? "Purchases: they are no sales and left out"
            : "Purchases: what they bring is not ordered again",
      },
    ],
    taken: assumed,
  });
  const whose = answer === "sales" || answer === "purchases" ? answer : assumed;
  if ((whose === "sales") !== (role === "history"))
    collector.note(
      `Sheet "${sheet.name}" was left out: its orders are ${whose === "sales" ? "your customers'" : "purchases"}.`,
      "left out",
    );
  return whose;
}
