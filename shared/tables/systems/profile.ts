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
  readonly fields: ReadonlyMap<string, ProfileField>;
  /** Headers that are also written with a place's name behind them. */
  readonly placed: readonly (readonly [start: string, field: ProfileField])[];
}

type ProfileField = SystemTable["columns"][string];
const PLACED = " *";

const PROFILES: readonly Profile[] = SYSTEMS.flatMap(({ tables }) => tables).map((table) => ({
  table,
  fields: new Map(Object.entries(table.columns).map(([header, field]) => [bare(header.replace(PLACED, "")), field])),
  placed: Object.entries(table.columns).flatMap(([header, field]) =>
    header.endsWith(PLACED) ? [[`${bare(header.slice(0, -PLACED.length))} `, field] as const] : [],
  ),
}));

/** What a profile says of a header, undefined where it does not know it. */
export function profileField({ fields, placed }: Profile, header: string): ProfileField | undefined {
  const text = bare(header);
  return fields.get(text) ?? placed.find(([start]) => text.startsWith(start))?.[1];
}

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
    const known = own.filter((header) => profileField(profile, header) !== undefined);
    const count = known.length;
    const telling = known.filter((header) => !common(header)).length;
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
