import type { FoundTable } from "../find-tables.ts";
import { fieldScores } from "../header/scores.ts";
import { bare } from "../header/lexicon.ts";
import { ownHeader, type Region } from "../layout/region.ts";
import { cellText } from "../sheet.ts";
import { SYSTEMS } from "./index.ts";
import type { SystemTable } from "./system.ts";

/** A system's table with its headers as they are compared. */
export interface Profile {
  readonly table: SystemTable;
  readonly fields: ReadonlyMap<string, SystemTable["columns"][string]>;
}

const PROFILES: readonly Profile[] = SYSTEMS.flatMap(({ tables }) => tables).map((table) => ({
  table,
  fields: new Map(Object.entries(table.columns).map(([header, field]) => [bare(header), field])),
}));
/** A table is a system's export where the profile knows at least so many of its headers, and so large a share. */
const FEWEST = 4;
const SHARE = 0.6;
const WIDEST = 300;
/** Headers that anybody might write say nothing of a system; so many others must. */
const TELLING = 1;
/** So many of a system's headers together are its export, whoever else might write each of them. */
const SURELY = 6;

const common = (header: string): boolean => Math.max(0, ...fieldScores(header).values()) >= 0.95;

/** The profile that knows most of these headers, if one knows most of them. */
export function profileFor(headers: readonly string[]): Profile | undefined {
  const own = headers.map((header) => bare(header)).filter((header) => header !== "");
  let best: { profile: Profile; count: number } | undefined;
  for (const profile of PROFILES) {
    const count = own.filter((header) => profile.fields.has(header)).length;
    const telling = own.filter((header) => profile.fields.has(header) && !common(header)).length;
    if (telling < TELLING && count < SURELY) continue;
    if (count >= FEWEST && count >= SHARE * own.length && count > (best?.count ?? 0)) best = { profile, count };
  }
  return best?.profile;
}

export function headersOf(region: Region): string[] {
  const width = Math.min(region.right, region.left + WIDEST) - region.left;
  return Array.from({ length: width }, (_, i) => ownHeader(region, region.left + i));
}

/** The profile of a table that was found. */
export function profileOf({ sheet, header, region }: FoundTable): SystemTable | undefined {
  const headers = region === undefined ? (sheet.rows[header] ?? []).map((cell) => cellText(cell)) : headersOf(region);
  return profileFor(headers)?.table;
}
