import type { Collector } from "../findings.ts";
import type { FoundTable } from "../find-tables.ts";
import { plain } from "../plain.ts";
import type { DateOrder } from "../dates.ts";
import { settleRivals } from "../settle/rivals.ts";
import { addAll, noDemand, type Demand } from "./demand.ts";
import { readLongHistory } from "./long-history.ts";
import { readWideHistory } from "./wide-history.ts";

interface Read {
  readonly table: FoundTable;
  readonly demand: Demand;
}

/** Two tables with so large a share of the same items and days in common tell of the same sales, or differ about them. */
const OVERLAP = 0.5;
const EQUAL = 0.95;

function readOne(table: FoundTable, collector: Collector, order: DateOrder | undefined): Read {
  const demand = noDemand();
  if (table.periods.length > 0) readWideHistory(table, demand, collector);
  else readLongHistory(settleRivals(table, "quantity", "quantity sold", collector), demand, collector, order);
  return { table, demand };
}

/** Demand by item and day. */
function entries({ demand }: Read): Map<string, number> {
  const sums = new Map<string, number>();
  demand.skus.forEach((sku, i) => {
    const key = `${demand.days[i] ?? 0} ${sku}`;
    sums.set(key, (sums.get(key) ?? 0) + (demand.quantities[i] ?? 0));
  });
  return sums;
}

/** Share of the smaller one's entries that the other one has too, and of those the share that are equal. */
function comparison(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): { shared: number; equal: number } {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let [both, equal] = [0, 0];
  for (const [key, value] of small) {
    const other = large.get(key);
    if (other === undefined) continue;
    both++;
    if (other === value || (Number.isNaN(other) && Number.isNaN(value))) equal++;
  }
  return { shared: small.size === 0 ? 0 : both / small.size, equal: both === 0 ? 0 : equal / both };
}

const nameOf = ({ table }: Read): string => table.sheet.name;

/** Leaves out copies, and asks where two tables differ about the same items and days. */
function distinct(reads: readonly Read[], collector: Collector): Read[] {
  const kept: { read: Read; sums: Map<string, number> }[] = [];
  for (const read of reads) {
    const sums = entries(read);
    const like = kept
      .map((other) => ({ other, ...comparison(other.sums, sums) }))
      .find(({ shared }) => shared >= OVERLAP);
    if (like === undefined) kept.push({ read, sums });
    else if (like.equal >= EQUAL) {
      const [copy, original] = sums.size > like.other.sums.size ? [like.other.read, read] : [read, like.other.read];
      collector.note(`Sheet "${nameOf(copy)}" repeats what is on "${nameOf(original)}"; it was left out.`, "left out");
      if (copy !== read) Object.assign(like.other, { read, sums });
    } else if (bothCount(like.other.read, read, collector)) kept.push({ read, sums });
  }
  return kept.map(({ read }) => read);
}

function bothCount(first: Read, second: Read, collector: Collector): boolean {
  const [one, two] = [nameOf(first), nameOf(second)];
  const answer = collector.ask({
    id: `histories: ${plain(one)} + ${plain(two)}`,
    sheet: two,
    about: `"${one}" and "${two}" both have sales of the same items and days, and differ.`,
    choices: [
      { answer: "both", says: "They are different sales (two shops or channels): they are added up" },
      { answer: "first", says: `Only "${one}" is used` },
    ],
    taken: "both",
  });
  return answer !== "first";
}

/** Hidden sheets count only where no shown one has the like. */
function shown(tables: readonly FoundTable[], collector: Collector): readonly FoundTable[] {
  const visible = tables.filter(({ sheet }) => sheet.hidden !== true);
  if (visible.length === 0) return tables;
  for (const { sheet } of tables)
    if (sheet.hidden === true) collector.note(`Sheet "${sheet.name}" is hidden; it was left out.`, "left out");
  return visible;
}

/** Reads the history: of tables that tell of the same sales only one counts, and the others are named. */
export function chooseHistory(
  tables: readonly FoundTable[],
  order: DateOrder | undefined,
  collector: Collector,
): { demand: Demand; used: FoundTable[] } {
  const candidates = shown(tables, collector);
  const long = candidates.filter(({ periods }) => periods.length === 0);
  const wide = candidates.filter(({ periods }) => periods.length > 0);
  const [chosen, other] = long.length > 0 ? [long, wide] : [wide, []];
  for (const table of other)
    collector.note(
      `Sheet "${table.sheet.name}" has a column a period; it was left out, because "${chosen[0]?.sheet.name}" has the same demand row by row.`,
      "left out",
    );
  for (const table of chosen.filter(({ open }) => open)) askWhatFor(table, collector);
  const reads = chosen.map((table) => readOne(table, collector, order));
  const used = reads.length > 1 ? distinct(reads, collector) : reads;
  const demand = noDemand();
  for (const read of used) addAll(demand, read.demand);
  if (used.length > 1)
    collector.note(`The history is on ${used.length} sheets, which were added up: ${used.map(nameOf).join(", ")}.`);
  return { demand: used.length === 1 ? (used[0]?.demand ?? demand) : demand, used: used.map(({ table }) => table) };
}

function askWhatFor({ sheet }: FoundTable, collector: Collector): void {
  collector.ask({
    id: `orders: ${plain(sheet.name)}`,
    sheet: sheet.name,
    about: `Are the orders on "${sheet.name}" your customers' or your own purchases?`,
    choices: [{ answer: "sales", says: "Customers' orders: they are the sales history" }],
    taken: "sales",
  });
}
