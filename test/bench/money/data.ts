import { dataFolder, rowsOf, type Row } from "../../../server/training/pretrained/data.ts";
import type { StockCase } from "../../../shared/inventory/simulation/simulate.ts";

/** One item to replay: what is known before, what comes, and what it costs. */
export interface MoneyCase extends StockCase {
  readonly id: string;
  readonly unitCost: number;
  readonly past: readonly number[];
  readonly demand: readonly number[];
  readonly rules: { readonly moq: number; readonly multiple: number };
  readonly warmUp: number;
}

/** Which periods open, settle and count. */
interface Calendar {
  readonly known: number;
  readonly warmUp: number;
  readonly counted: number;
}

interface Item {
  readonly id: string;
  readonly demand: readonly number[];
  readonly leadTime: number;
  readonly unitCost: number;
  readonly moq: number;
  readonly ordering: number;
  /** Share of unit cost a period. */
  readonly holdingRate: number;
}

/** Of the unit cost, for a unit lost. */
const PENALTY = 0.4;

/** Items with demand in at least two of the known periods; all start with the mean demand over lead time and one more. */
function casesOf(rows: readonly Item[], { known, warmUp, counted }: Calendar): MoneyCase[] {
  return rows.flatMap(({ id, demand, leadTime, unitCost, moq, ordering, holdingRate }) => {
    const past = demand.slice(0, known);
    if (past.filter((x) => x > 0).length < 2) return [];
    const mean = past.reduce((a, b) => a + b, 0) / known;
    return {
      id,
      unitCost,
      past,
      demand: demand.slice(known, known + warmUp + counted),
      leadTime,
      costs: { ordering, holding: holdingRate * unitCost, shortage: PENALTY * unitCost },
      opening: Math.ceil(mean * (leadTime + 1)),
      rules: { moq, multiple: 1 },
      warmUp,
    };
  });
}

const readTable = (name: string): Row[] => rowsOf(dataFolder(), name);

const wholeDemand = (row: Row): number[] =>
  `${row["train"]} ${row["test"]}`.split(" ").map((x) => Math.max(0, Math.ceil(Number(x) || 0)));

/** Weekly demand of a manufacturer's parts with their own costs, lead times and minimum orders. */
export function manSpares(calendar: Calendar = { known: 60, warmUp: 17, counted: 73 }): MoneyCase[] {
  const rows = readTable("man_spares").map((row) => ({
    id: row["series_id"]!,
    demand: wholeDemand(row),
    leadTime: Number(row["lead_time_weeks"]),
    unitCost: Number(row["unit_cost_eur"]),
    moq: Math.max(1, Number(row["min_order_qty"])),
    ordering: 5,
    holdingRate: Number(row["holding_cost_eur_per_unit_year"]) / Number(row["unit_cost_eur"]) / 52,
  }));
  return casesOf(rows, calendar);
}

/** Monthly demand of aircraft spares; lead times of 0 count as 1, those above 15 are left out. */
export function rafSpares(calendar: Calendar = { known: 36, warmUp: 12, counted: 36 }): MoneyCase[] {
  const rows = readTable("raf_spares").map((row) => ({
    id: row["series_id"]!,
    demand: wholeDemand(row),
    leadTime: Math.max(1, Number(row["lead_time_months"])),
    unitCost: Number(row["unit_price_gbp"]),
    moq: 1,
    ordering: 5,
    holdingRate: 0.2 / 12,
  }));
  return casesOf(
    rows.filter(({ leadTime }) => leadTime <= 15),
    calendar,
  );
}

/** Weekly demand of a shop's slow items: lead time of a week, weekly review. */
export function hobbies(calendar: Calendar = { known: 187, warmUp: 17, counted: 73 }): MoneyCase[] {
  const prices = new Map<string, number>();
  for (const row of readTable("m5_hobbies2_ca3_prices")) prices.set(row["item_id"]!, Number(row["sell_price"]));
  const rows = readTable("m5_hobbies2_ca3").map((row) => {
    const days = Object.entries(row).flatMap(([column, x]) => (/^d_\d+$/.test(column) ? [Number(x)] : []));
    const weeks = Math.floor(days.length / 7);
    return {
      id: row["item_id"]!,
      demand: Array.from({ length: weeks }, (_, w) => days.slice(7 * w, 7 * w + 7).reduce((a, b) => a + b, 0)),
      leadTime: 1,
      unitCost: 0.6 * (prices.get(row["item_id"]!) ?? 0),
      moq: 1,
      ordering: 0.2,
      holdingRate: 0.25 / 52,
    };
  });
  return casesOf(rows, calendar);
}
