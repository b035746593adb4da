import type { Collector } from "../findings.ts";
import type { FoundTable } from "../find-tables.ts";
import { plain } from "../../words/plain.ts";
import { whoseOrders } from "../settle/orders.ts";
import { countsUnits } from "../settle/money.ts";
import { settleFiscal } from "../settle/fiscal.ts";
import { settleRivals } from "../settle/rivals.ts";
import { addAll, noDemand, type Demand } from "./demand.ts";
import type { HowToRead } from "./how.ts";
import { readLongHistory } from "./long-history.ts";
import { readWideHistory } from "./wide-history.ts";

interface Read {
  readonly table: FoundTable;
  readonly demand: Demand;
}

/** Two tables with so large a share of the same items and days in common tell of the same sales, or differ about them. */
const OVERLAP = 0.5;
const EQUAL = 0.95;

function readOne(table: FoundTable, collector: Collector, how: HowToRead): Read {
  const demand = noDemand();
  if (table.periods.length > 0) readWideHistory(table, demand, collector);
  else readLongHistory(settleRivals(table, "quantity", "quantity sold", collector), demand, collector, how);
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

const saysSales = ({ table }: Read): boolean => table.named === "history" || table.named === "movements";

/** First and last day. */
function span({ demand }: Read): readonly [number, number] {
  let [first, last] = [Infinity, -Infinity];
  for (const day of demand.days) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return [first, last];
}

/** Two histories of the same time; years one after the other are not. */
function sameTime(a: Read, b: Read): boolean {
  const [one, two] = [span(a), span(b)];
  const both = Math.min(one[1], two[1]) - Math.max(one[0], two[0]);
  return both > TOGETHER * Math.max(1, Math.min(one[1] - one[0], two[1] - two[0]));
}

const TOGETHER = 0.2;

interface Kept {
  read: Read;
  sums: Map<string, number>;
}

/** The surest first: what is called sales, then the largest. */
const surest = (reads: readonly Read[]): Read[] =>
  [...reads].sort((a, b) => Number(saysSales(b)) - Number(saysSales(a)) || b.demand.skus.length - a.demand.skus.length);

/** Leaves out copies, and asks where two tables differ about the same items and days, or may not both be sales. */
function distinct(reads: readonly Read[], collector: Collector): Read[] {
  const kept: Kept[] = [];
  for (const read of surest(reads)) {
    const sums = entries(read);
    const copied = kept.find(({ sums: other }) => {
      const { shared, equal } = comparison(other, sums);
      return shared >= OVERLAP && equal >= EQUAL;
    });
    if (copied !== undefined) {
      collector.note(
        `Sheet "${nameOf(read)}" repeats what is on "${nameOf(copied.read)}"; it was left out.`,
        "left out",
      );
      continue;
    }
    const rival = kept.find(
      (other) =>
        comparison(other.sums, sums).shared >= OVERLAP ||
        (sameTime(other.read, read) && !(saysSales(other.read) && saysSales(read))),
    );
    if (rival === undefined || bothCount(rival.read, read, collector)) kept.push({ read, sums });
  }
  return reads.filter((read) => kept.some((one) => one.read === read));
}

/** Two sheets that are both called sales add up unless the buyer says otherwise; of others the surer one counts. */
function bothCount(first: Read, second: Read, collector: Collector): boolean {
  const [one, two] = [nameOf(first), nameOf(second)];
  const answer = collector.ask({
    id: `histories: ${plain(one)} + ${plain(two)}`,
    sheet: two,
    about: `"${one}" and "${two}" both read like sales of the same time.`,
    choices: [
      { answer: "both", says: "They are different sales (two shops or channels): they are added up" },
      { answer: "first", says: `Only "${one}" is used: "${two}" holds something else (receipts, counts, purchases)` },
    ],
    taken: saysSales(first) && saysSales(second) ? "both" : "first",
  });
  if (answer !== "both") collector.note(`Sheet "${two}" was left out of the sales.`, "left out");
  return answer === "both";
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
  how: HowToRead,
  collector: Collector,
): { demand: Demand; used: FoundTable[] } {
  const candidates = shown(tables, collector).map((table) => settleFiscal(table, how.sheets, collector));
  const long = candidates.filter(({ periods }) => periods.length === 0);
  const wide = candidates.filter(({ periods }) => periods.length > 0);
  const [chosen, other] = long.length > 0 ? [long, wide] : [wide, []];
  for (const table of other)
    collector.note(
      `Sheet "${table.sheet.name}" has a column a period; it was left out, because "${chosen[0]?.sheet.name}" has the same demand row by row.`,
      "left out",
    );
  const sold = chosen.filter(
    (table) =>
      (table.open !== "whose" || whoseOrders(table, "sales", collector) === "sales") && countsUnits(table, collector),
  );
  const reads = sold.map((table) => readOne(table, collector, how));
  const used = reads.length > 1 ? distinct(reads, collector) : reads;
  const demand = noDemand();
  for (const read of used) addAll(demand, read.demand);
  if (used.length > 1)
    collector.note(`The history is on ${used.length} sheets, which were added up: ${used.map(nameOf).join(", ")}.`);
  return { demand: used.length === 1 ? (used[0]?.demand ?? demand) : demand, used: used.map(({ table }) => table) };
}
