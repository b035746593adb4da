import { promotions } from "./promotions.ts";
import { forecast } from "./forecast.ts";
import { budget } from "./budget.ts";
import { returns } from "./returns.ts";
import { cancelled } from "./cancelled.ts";
import { quotes } from "./quotes.ts";
import { stockHistory } from "./stock-history.ts";
import { receipts } from "./receipts.ts";
import { money } from "./money.ts";
import { priceList } from "./price-list.ts";
import { history } from "./history.ts";
import { openOrders } from "./open-orders.ts";
import { purchases } from "./purchases.ts";
import { movements } from "./movements.ts";
import { calendar } from "./calendar.ts";
import { lanes } from "./lanes.ts";
import { orders } from "./orders.ts";
import { suppliers } from "./suppliers.ts";
import { items } from "./items.ts";
import type { Field } from "../fields/index.ts";
import type { TableKind } from "./kind.ts";

/** Every kind of table, in the order in which a name is compared with them: the first that it says is it. */
export const TABLE_KINDS = [
  promotions,
  forecast,
  budget,
  returns,
  cancelled,
  quotes,
  stockHistory,
  receipts,
  money,
  priceList,
  history,
  openOrders,
  purchases,
  movements,
  calendar,
  lanes,
  orders,
  suppliers,
  items,
] as const satisfies readonly TableKind[];

/** Any kind of table. */
export type KindName = (typeof TABLE_KINDS)[number]["name"];
/** The kinds of tables that a plan is made of. */
export type TableRole = Extract<(typeof TABLE_KINDS)[number], { readonly fields: unknown }>["name"];

/** What the columns of each kind of table can mean. */
export const FIELDS_OF = Object.fromEntries<readonly Field[]>(
  TABLE_KINDS.flatMap((kind) => ("fields" in kind ? [[kind.name, kind.fields]] : [])),
) as Readonly<Record<TableRole, readonly Field[]>>;

/** What is known of a kind. */
export const KIND_OF = new Map<KindName, TableKind<KindName>>(TABLE_KINDS.map((kind) => [kind.name, kind]));
