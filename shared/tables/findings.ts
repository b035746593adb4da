import type { IsoDate } from "../calendar/dates.ts";
import type { Period } from "../calendar/periods.ts";
import type { Field, TableRole } from "./fields.ts";

/** One table as it was understood. */
export interface TableFinding {
  readonly sheet: string;
  readonly role: TableRole;
  /** 1-based row of the header. */
  readonly header_row: number;
  /** Data rows read, without blank and totals rows. */
  readonly rows: number;
  readonly columns: readonly { readonly field: Field | "periods"; readonly header: string; readonly letter: string }[];
}

/** A cell or row that could not be taken as it stands. Never fatal, never dropped in silence. */
export interface BadRow {
  readonly sheet: string;
  /** 1-based row, 0 where the whole table is meant. */
  readonly row: number;
  readonly sku: string;
  /** What is wrong, what it must be and what was done. */
  readonly message: string;
}

/** How a workbook was read: everything a buyer needs to trust or to mend it. */
export interface Findings {
  readonly tables: readonly TableFinding[];
  readonly notes: readonly string[];
  readonly bad_rows: readonly BadRow[];
  readonly today: IsoDate;
  readonly period: Period;
  /** First day of the first and of the last period of the history that was used. */
  readonly first_period: IsoDate;
  readonly last_period: IsoDate;
  readonly periods: number;
}

/** Bad rows of one kind beyond this many are counted, not listed. */
const LISTED = 100;

/** Gathers what there is to say while tables are read. */
export class Collector {
  readonly tables: TableFinding[] = [];
  readonly notes: string[] = [];
  private readonly bad: BadRow[] = [];
  private readonly counts = new Map<string, { readonly sheet: string; readonly kind: string; count: number }>();

  note(text: string): void {
    if (!this.notes.includes(text)) this.notes.push(text);
  }

  /** `kind` groups rows with the same fault, so that a faulty column does not fill the report. */
  badRow(kind: string, row: BadRow): void {
    const key = JSON.stringify([row.sheet, kind]);
    const fault = this.counts.get(key) ?? { sheet: row.sheet, kind, count: 0 };
    fault.count += 1;
    this.counts.set(key, fault);
    if (fault.count <= LISTED) this.bad.push(row);
  }

  badRows(): BadRow[] {
    const more = [...this.counts.values()]
      .filter(({ count }) => count > LISTED)
      .map(({ sheet, kind, count }) => {
        const message = `${count - LISTED} more rows have the same fault as the ones listed (${kind}).`;
        return { sheet, row: 0, sku: "", message };
      });
    return [...this.bad, ...more];
  }
}
