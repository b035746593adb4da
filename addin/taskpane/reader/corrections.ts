import type { Field } from "../../../shared/tables/fields/index.ts";
import type { TableRole } from "../../../shared/tables/kinds/index.ts";

export const ROLES: readonly TableRole[] = ["items", "history", "open orders", "suppliers", "promotions"];

/** What the buyer chose for one kind of table. By names, so that it outlives inserted columns and rows. */
export interface Correction {
  /** The sheet; "" for none. Absent: as found. */
  readonly sheet?: string;
  /** The header of the column of each field; "" for none. */
  readonly columns?: Readonly<Partial<Record<Field, string>>>;
}
export type Corrections = Readonly<Partial<Record<TableRole, Correction>>>;

/** Corrections as remembered with a workbook; what is not understood is left out. */
export function correctionsFrom(remembered: string | undefined): Corrections {
  try {
    const stored = JSON.parse(remembered ?? "{}") as Record<string, unknown>;
    const known = ROLES.filter((role) => typeof stored[role] === "object" && stored[role] !== null);
    return Object.fromEntries(known.map((role) => [role, stored[role] as Correction]));
  } catch {
    return {};
  }
}

/** The corrections with one more sheet chosen; undefined goes back to what is found. Its columns start afresh. */
export function chooseSheet(corrections: Corrections, role: TableRole, sheet: string | undefined): Corrections {
  const others = Object.entries(corrections).filter(([each]) => each !== role);
  return Object.fromEntries(sheet === undefined ? others : [...others, [role, { sheet }]]);
}

export function chooseColumn(corrections: Corrections, role: TableRole, field: Field, header: string): Corrections {
  const before = corrections[role];
  return { ...corrections, [role]: { ...before, columns: { ...before?.columns, [field]: header } } };
}
