import type { Field } from "../fields/index.ts";
import type { Collector } from "../findings.ts";
import { headerText, type FoundTable } from "../find-tables.ts";
import { plain } from "../../words/plain.ts";
import { namesPart, rivals, sameValues, withColumns } from "./columns.ts";

const ALL = "all";
/** More columns than this are no two opinions of one thing. */
const MOST_NAMED = 12;
const LONGEST = 60;

/** Two columns that may both be meant: parts of a whole, or two opinions of it. The buyer chooses. */
export function settleRivals(table: FoundTable, field: Field, what: string, collector: Collector): FoundTable {
  const chosen = table.columns.get(field);
  if (chosen === undefined) return table;
  const others = rivals(table, field)
    .map(({ column }) => column)
    .filter((column) => !sameValues(table, chosen, column));
  if (others.length === 0) return table;
  const columns = [chosen, ...others].sort((a, b) => a - b);
  const names = columns.map((column) => headerText(table, column));
  const parts = columns.every((column) => namesPart(table, column));
  if (names.length > MOST_NAMED) return table;
  const quoted = names.map((name) => `"${name.slice(0, LONGEST)}"`);
  const answer = collector.ask({
    id: `columns: ${names.map((name) => plain(name)).join(" + ") || quoted.join(" + ")} ${field}`,
    sheet: table.sheet.name,
    about: `${table.sheet.name}: ${quoted.join(" and ")} could each be the ${what}.`,
    choices: [
      { answer: ALL, says: `All together: ${quoted.join(" + ")} are added up` },
      ...names.map((name) => ({ answer: name, says: `Only "${name}": the others are left out` })),
    ],
    taken: parts ? ALL : headerText(table, chosen),
  });
  if (answer === ALL) return { ...table, parts: new Map([...(table.parts ?? []), [field, columns]]) };
  const column = columns[names.indexOf(answer ?? "")];
  return column === undefined || column === chosen ? table : withColumns(table, [[field, column]]);
}
