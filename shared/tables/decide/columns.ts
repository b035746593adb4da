import { bestAssignment } from "../evidence/assign.ts";
import { columnValues, FITS, sample, type ColumnValues } from "../evidence/column.ts";
import { FIELD_SPECS } from "../fields/index.ts";
import type { Field } from "../fields/index.ts";
import { FIELDS_OF, type TableRole } from "../kinds/index.ts";
import { parseHeader, says } from "../header/parse.ts";
import { fieldScores } from "../header/scores.ts";
import { groupHeader, ownHeader, type Region } from "../layout/region.ts";
import { headersOf, profileField, profileFor } from "../systems/profile.ts";

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

/** What a system's profile says of a column, unless its values contradict that; its own header otherwise. */
function profiled(
  field: Field | "ignore",
  values: ColumnValues,
  scores: ReadonlyMap<Field, number>,
): ReadonlyMap<Field, number> {
  if (field === "ignore") return NOTHING;
  const kind = VALUES_OF.get(field);
  return kind !== undefined && FITS[kind](values) < CONTRADICTED ? scores : new Map([[field, PROFILE]]);
}

const NOTHING: ReadonlyMap<Field, number> = new Map();
const PROFILE = 0.98;
const CONTRADICTED = 0.5;
const seen = new WeakMap<Region, Column[]>();

/** The columns of a region that have a header. */
export function columnsOf(region: Region): Column[] {
  const known = seen.get(region);
  if (known !== undefined) return known;
  const profile = profileFor(headersOf(region));
  const columns: Column[] = [];
  for (let column = region.left; column < Math.min(region.right, region.left + WIDEST); column++) {
    const own = ownHeader(region, column);
    if (own === "") continue;
    const { header, scores } = headerScores(own, groupHeader(region, column));
    const field = profile && profileField(profile, own);
    let values: ColumnValues | undefined;
    const read = (): ColumnValues => (values ??= columnValues(sample(region, column)));
    columns.push({
      column,
      header,
      get scores() {
        return field === undefined ? scores : profiled(field, read(), scores);
      },
      get values() {
        return read();
      },
    });
  }
  seen.set(region, columns);
  return columns;
}

/** What the kind of table makes of a header: a supplier's "Minimum order" is money unless it says units. */
function ofRole(role: TableRole, field: Field, score: number, header: string): number {
  if (role === "suppliers" && field === "minimum_value" && score > 0.5 && score < 0.65) return 0.85;
  // What customers were sold is nothing that comes from a supplier.
  if (role === "open orders" && field === "quantity" && says(header, "sale")) return score * 0.4;
  // In a list of orders a balance is what has not come yet, anywhere else it is what lies there.
  if (field === "on_order" && role !== "open orders" && says(header, "balance") && !says(header, "order")) return 0;
  if (role === "history" && (field === "month" || field === "week")) return score * 0.5;
  return score;
}

/** A count by place ("Store units") over numbers is no place. */
const COUNTS = 0.8;
const NOT_A_PLACE = 0.2;

/** A header that asks ("In stock?") over yes and no, 1 and 0, is a flag and no number. */
const FLAGS = 0.9;
const NOT_A_FLAG = 0.3;

export function columnScore(column: Column, field: Field, role: TableRole): number {
  const header = ofRole(role, field, column.scores.get(field) ?? 0, column.header);
  if (header === 0) return 0;
  const kind = VALUES_OF.get(field);
  const flag = column.header.includes("?") && column.values.flags > FLAGS && kind !== "flag" && kind !== "text";
  const counts = kind === "place" && column.values.numbers > 0.9 && (column.scores.get("quantity") ?? 0) >= COUNTS;
  const fit = flag ? NOT_A_FLAG : counts ? NOT_A_PLACE : kind === undefined ? 1 : FITS[kind](column.values);
  // A header that is certain counts even where its values are poor: they are named row by row.
  return header >= 0.95 && !flag && !counts ? header * Math.max(fit, 0.5) : header * fit;
}

/** A description may stand for the code where its header says so; a remark may not. */
const SURE_NAME = 0.55;

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
  const named = found.certainty.get("description") ?? 0;
  if (
    !found.columns.has("sku") &&
    description !== undefined &&
    named >= SURE_NAME &&
    (fields as readonly Field[]).includes("sku")
  ) {
    found.columns.set("sku", description);
    found.certainty.set("sku", 0.5);
    found.columns.delete("description");
  }
  return found;
}
