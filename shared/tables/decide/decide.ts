import { KIND_OF, type KindName } from "../kinds/index.ts";
import type { Region } from "../layout/region.ts";
import { headersOf, profileFor } from "../systems/profile.ts";
import { assign, columnsOf, type Assigned } from "./columns.ts";
import { dated } from "./dated.ts";
import { decision, type DecideContext, type Decision, type Evidence, type Rule } from "./decision.ts";
import { items, money, suppliersAlone, suppliersAnyway } from "./items.ts";
import { priceBreaks, stockByDay } from "./lists.ts";
import { namedKind } from "./named.ts";
import { promotions } from "./promotions.ts";
import { wide } from "./wide.ts";

/** The first that knows a region decides. */
const RULES: readonly Rule[] = [
  wide,
  promotions,
  priceBreaks,
  stockByDay,
  dated,
  suppliersAlone,
  items,
  suppliersAnyway,
  money,
];

const NOTHING: Assigned = { columns: new Map(), certainty: new Map() };

/** What the sheet's name says; "Orders" and "Products" leave to the columns what they are. */
function byName({ sheet }: Region): KindName | undefined {
  const named = namedKind(sheet.name);
  return named === "orders" || named === "items" ? undefined : named;
}

function evidenceOf(region: Region, context: DecideContext): Evidence {
  const columns = columnsOf(region);
  return {
    region,
    columns,
    named: namedKind(region.title) ?? byName(region) ?? profileFor(headersOf(region))?.table.kind,
    items: assign(columns, "items"),
    history: assign(columns, "history"),
    orders: assign(columns, "open orders"),
    suppliers: assign(columns, "suppliers"),
    context,
  };
}

/** What a region is, by its name, its columns and their values; a sheet may hold items and their history in one table. */
export function decide(region: Region, context: DecideContext): readonly Decision[] {
  const evidence = evidenceOf(region, context);
  for (const rule of RULES) {
    const found = rule(evidence);
    if (found !== undefined) return found;
  }
  const { named } = evidence;
  const what = (named === undefined ? undefined : KIND_OF.get(named)?.what) ?? "no table the plan knows";
  return [decision("unused", NOTHING, { what, named })];
}
