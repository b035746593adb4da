import type { Collector } from "../findings.ts";
import { headerText, type FoundTable } from "../find-tables.ts";
import { says } from "../header/parse.ts";
import { numberOf } from "../numbers.ts";
import { plain } from "../../words/plain.ts";

/** So many rows tell whether their numbers have cents. */
const ROWS = 200;
/** A share of numbers with two decimals that quantities do not have. */
const WITH_CENTS = 0.5;

/** Columns of periods full of cents may be money: nobody's kilograms have two decimals everywhere. */
function hasCents({ sheet, header, periods, region }: FoundTable): boolean {
  let [cents, filled, finer] = [0, 0, 0];
  for (const row of sheet.rows.slice(header + 1, Math.min(region?.bottom ?? Infinity, header + 1 + ROWS)))
    for (const { column } of periods) {
      const value = numberOf(
        row[column],
        typeof row[column] === "string" && /,\d{2}\D*$/.test(row[column]) ? "," : ".",
      );
      if (value === null || value === 0) continue;
      filled++;
      const hundredths = Math.abs(value) * 100;
      if (Math.abs(hundredths - Math.round(hundredths)) > 1e-6) finer++;
      else if (Math.round(hundredths) % 10 !== 0) cents++;
    }
  return filled > 0 && finer === 0 && cents >= WITH_CENTS * filled;
}

const saysUnits = ({ sheet, region }: FoundTable): boolean =>
  [sheet.name, region?.title ?? ""].some((text) => says(text, "qty") || says(text, "piece"));

/** Whether the numbers of a history are units; asked where they may as well be money. */
export function countsUnits(table: FoundTable, collector: Collector): boolean {
  const wide = table.periods.length > 0;
  if (wide ? saysUnits(table) || !hasCents(table) : table.open !== "units") return true;
  const columns = wide ? [table.periods[0]?.column, table.periods.at(-1)?.column] : [table.columns.get("quantity")];
  const names = columns.map((column) => `"${headerText(table, column)}"`).join(" to ");
  const answer = collector.ask({
    id: `units or money: ${plain(names)}`,
    sheet: table.sheet.name,
    about: `${table.sheet.name}: are the numbers in ${names} units sold or money?`,
    choices: [
      { answer: "units", says: "Units: they are the demand" },
      { answer: "money", says: "Money: no demand is read from them; a quantity sold is needed" },
    ],
    taken: wide ? null : "units",
  });
  if (answer !== "units")
    collector.note(`${table.sheet.name}: ${names} was left out: nothing says that it is units.`, "left out");
  return answer === "units";
}
