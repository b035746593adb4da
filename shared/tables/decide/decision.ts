import type { Field } from "../fields/index.ts";
import { KIND_OF, type KindName, type TableRole } from "../kinds/index.ts";
import type { Region } from "../layout/region.ts";
import type { Assigned, Column } from "./columns.ts";
import type { FiscalColumn, PeriodColumn } from "./periods.ts";

/** What nothing tells of a table: whose its orders are, or whether its numbers are units or money. */
export type OpenReading = "whose" | "units";

/** What a region was taken for. */
export interface Decision {
  readonly role: TableRole | "unused";
  /** What an unused one is, in words. */
  readonly what: string;
  readonly assigned: Assigned;
  readonly periods: readonly PeriodColumn[];
  /** The periods read as weeks, where that may be meant as well. */
  readonly weeks: readonly PeriodColumn[];
  /** Columns headed by periods of fiscal years. */
  readonly fiscal: readonly FiscalColumn[];
  /** Months that name no year. */
  readonly yearless: readonly number[];
  /** Rows of a ledger may go in and out. */
  readonly named: KindName | undefined;
  readonly open: OpenReading | undefined;
}

/** What is known of a plan while its tables are looked for. */
export interface DecideContext {
  /** Day of the plan as a day number, where it is known: what is due after it is still to come. */
  readonly today: number | undefined;
  readonly lastDay: (region: Region, column: number) => number | null;
}

/** What speaks for one kind of table or another. */
export interface Evidence {
  readonly region: Region;
  readonly columns: readonly Column[];
  /** What the title, the sheet's name or a system's profile says. */
  readonly named: KindName | undefined;
  /** The columns as each kind would have them. */
  readonly items: Assigned;
  readonly history: Assigned;
  readonly orders: Assigned;
  readonly suppliers: Assigned;
  readonly context: DecideContext;
}

/** Says what a region is, or undefined where it leaves that to the rules behind it. */
export type Rule = (evidence: Evidence) => readonly Decision[] | undefined;

export function decision(role: Decision["role"], assigned: Assigned, more: Partial<Decision> = {}): Decision {
  return {
    role,
    what: "",
    assigned,
    periods: [],
    weeks: [],
    fiscal: [],
    yearless: [],
    named: undefined,
    open: undefined,
    ...more,
  };
}

/** A table that no plan is made of. */
export function unused(named: KindName, assigned: Assigned): Decision {
  return decision("unused", assigned, { what: KIND_OF.get(named)?.what ?? named, named });
}

/** Whether no row of a kind is ever a sale or still to come. */
export function neverSales(named: KindName | undefined): named is KindName {
  const kind = named === undefined ? undefined : KIND_OF.get(named);
  return kind?.what !== undefined && kind.mayCome !== true;
}

export const has = ({ columns }: Assigned, ...fields: readonly Field[]): boolean =>
  fields.every((field) => columns.has(field));
export const sureOf = ({ certainty }: Assigned, field: Field): number => certainty.get(field) ?? 0;

/** A table of items: a stock, a lead time or another thing that only an item has. */
export function stocked(items: Assigned): boolean {
  return sureOf(items, "on_hand") >= 0.7 || sureOf(items, "available") >= 0.7 || has(items, "lead_time");
}

/** The same codes stand in several rows, as in a list of sales. */
export function repeated({ columns, history }: Evidence): boolean {
  const values = columns.find(({ column }) => column === history.columns.get("sku"))?.values;
  return values !== undefined && values.codes.size < values.filled;
}
