import { bestAssignment } from "../evidence/assign.ts";
import { columnValues, FITS, sample, type ColumnValues } from "../evidence/column.ts";
import { FIELD_SPECS } from "../fields/index.ts";
import { FIELDS_OF, type Field, type TableRole } from "../fields.ts";
import { parseHeader } from "../header/parse.ts";
import { fieldScores } from "../header/scores.ts";
import { groupHeader, ownHeader, type Region } from "../layout/region.ts";

/** One column of a table: what stands above it and below. */
export interface Column {
  readonly column: number;
  /** As it is called in messages: "Stock / Qty" under a group. */
  readonly header: string;
  readonly scores: ReadonlyMap<Field, number>;
  readonly values: ColumnValues;
}

const VALUES_OF = new Map(FIELD_SPECS.map(({ name, values }) => [name as Field, values]));
/** Below this a column is not taken for a field. */
export const LEAST = 0.36;
/** A header surer than this needs no group above it. */
const SURE = 0.75;
const WIDEST = 600;

/** A generic header ("Qty") takes its meaning from the group above it; a sure one keeps its own. */
function headerScores(own: string, group: string): { header: string; scores: ReadonlyMap<Field, number> } {
  const alone = fieldScores(own);
  if (group === "" || group === own || (Math.max(0, ...alone.values()) >= SURE && !generic(own)))
    return { header: own, scores: alone };
  if (parseHeader(group).sets.length === 0) return { header: own, scores: alone };
  return { header: `${group} / ${own}`, scores: fieldScores(`${group} ${own}`) };
}

const generic = (header: string): boolean =>
  parseHeader(header).sets.some((set) =>
    [...set].every((concept) => ["qty", "piece", "value", "price", "min", "max", "date"].includes(concept)),
  );

/** The columns of a region that have a header. */
export function columnsOf(region: Region): Column[] {
  const columns: Column[] = [];
  for (let column = region.left; column < Math.min(region.right, region.left + WIDEST); column++) {
    const own = ownHeader(region, column);
    if (own === "") continue;
    const { header, scores } = headerScores(own, groupHeader(region, column));
    let values: ColumnValues | undefined;
    columns.push({
      column,
      header,
      scores,
      get values() {
        return (values ??= columnValues(sample(region, column)));
      },
    });
  }
  return columns;
}

/** What the kind of table makes of a header: a supplier's "Minimum order" is money unless it says units. */
function ofRole(role: TableRole, field: Field, score: number): number {
  if (role === "suppliers" && field === "minimum_value" && score === 0.6) return 0.85;
  if (role === "history" && (field === "month" || field === "week")) return score * 0.5;
  return score;
}

export function columnScore(column: Column, field: Field, role: TableRole): number {
  const header = ofRole(role, field, column.scores.get(field) ?? 0);
  if (header === 0) return 0;
  const kind = VALUES_OF.get(field);
  const fit = kind === undefined ? 1 : FITS[kind](column.values);
  // A header that is certain counts even where its values are poor: they are named row by row.
  return header >= 0.95 ? header * Math.max(fit, 0.5) : header * fit;
}

export interface Assigned {
  readonly columns: Map<Field, number>;
  readonly certainty: Map<Field, number>;
}

/** Gives every field of a kind of table the column it suits best, all fields and columns weighed at once. */
export function assign(columns: readonly Column[], role: TableRole, taken: ReadonlySet<number> = new Set()): Assigned {
  const fields = FIELDS_OF[role];
  const free = columns.filter(({ column }) => !taken.has(column));
  const scores = fields.map((field) => free.map((column) => columnScore(column, field, role)));
  const chosen = bestAssignment(scores, LEAST);
  const found: Assigned = { columns: new Map(), certainty: new Map() };
  fields.forEach((field, i) => {
    const at = chosen[i] ?? -1;
    if (at < 0) return;
    found.columns.set(field, free[at]?.column ?? -1);
    found.certainty.set(field, scores[i]?.[at] ?? 0);
  });
  const description = found.columns.get("description");
  if (!found.columns.has("sku") && description !== undefined && (fields as readonly Field[]).includes("sku")) {
    found.columns.set("sku", description);
    found.certainty.set("sku", 0.5);
    found.columns.delete("description");
  }
  return found;
}
