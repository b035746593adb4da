import type { Cell } from "../book.ts";
import type { Kind, Made, Scribe } from "../case.ts";
import { changed, factsOf, type ItemFacts } from "../facts.ts";
import { column, itemColumns, itemsSheet, ofItems, salesSheet } from "../layouts.ts";
import { SPECIAL, VALUES } from "../words/values.ts";
import type { Words } from "../words/table.ts";

const CASE = [6, 10, 12, 8, 20, 24];
const CASES = [3, 5, 2, 4, 6, 3];

/** A field in cases, with the units of a case beside it. */
function inCases(scribe: Scribe, words: Words, fact: "stock" | "moq" | "onOrder"): Made {
  const head = scribe.other(words);
  const columns = itemColumns(scribe, fact === "stock" ? ["on_hand"] : []);
  const pair = [column(head, CASES), column(scribe.other(SPECIAL.per_case!), CASE)];
  columns.splice(2, 0, ...(scribe.choose([true, false], 1) ? pair : pair.reverse()));
  return {
    book: [itemsSheet(scribe, columns), salesSheet(scribe)],
    facts: changed(factsOf(scribe.world), (_, i): Partial<ItemFacts> => ({
      [fact]: CASES[i]! * CASE[i]!,
      multiple: CASE[i]!,
      optional: ["multiple"],
    })),
    asks: "may",
    about: [head, scribe.other(SPECIAL.per_case!)],
  };
}

function inPieces(scribe: Scribe): Made {
  const columns = [
    ...itemColumns(scribe),
    ofItems(scribe, scribe.other(SPECIAL.moq_pieces!), ({ moq }) => moq),
    column(scribe.other(SPECIAL.per_case!), CASE),
  ];
  return {
    book: [itemsSheet(scribe, columns), salesSheet(scribe)],
    facts: changed(factsOf(scribe.world), (_, i) => ({ moq: scribe.world.articles[i]!.moq, multiple: CASE[i]! })),
    asks: "may",
    about: [scribe.other(SPECIAL.moq_pieces!), scribe.other(SPECIAL.per_case!)],
  };
}

/** Lead times in another unit, in the header or in the cell. */
function leadTime(
  scribe: Scribe,
  units: readonly number[],
  days: number,
  cell: (unit: number) => Cell,
  head: string,
): Made {
  const columns = [...itemColumns(scribe, ["lead_days"]), column(head, units.map(cell))];
  return {
    book: [itemsSheet(scribe, columns), salesSheet(scribe)],
    facts: changed(factsOf(scribe.world), (_, i) => ({ lead: Math.round(units[i]! * days) })),
  };
}

/** Five working days are a week. */
function workingDays(scribe: Scribe, inCell: boolean): Made {
  const head = inCell ? scribe.head("lead_time") : scribe.other(SPECIAL.lead_working!);
  const unit = scribe.word(VALUES.working_day!);
  const cell = (days: number): Cell => (inCell ? `${days} ${unit}` : days);
  return { ...leadTime(scribe, [10, 15, 5, 20, 25, 10], 7 / 5, cell, head), asks: "may", about: [head, unit] };
}

function flags(scribe: Scribe, head: string, alive: Cell, dead: Cell): Made {
  const columns = [...itemColumns(scribe), ofItems(scribe, head, (_, i) => (i % 3 === 1 ? dead : alive))];
  return {
    book: [itemsSheet(scribe, columns), salesSheet(scribe)],
    facts: changed(factsOf(scribe.world), (_, i) => (i % 3 === 1 ? { stopped: true as const } : {})),
  };
}

const value = (scribe: Scribe, key: string): string => scribe.word(VALUES[key]!);

function perDozen(scribe: Scribe): Made {
  const head = scribe.other(SPECIAL.price_dozen!);
  const columns = [...itemColumns(scribe), ofItems(scribe, head, ({ cost }) => Math.round(cost * 1200) / 100)];
  return {
    book: [itemsSheet(scribe, columns), salesSheet(scribe)],
    facts: changed(factsOf(scribe.world, { cost: true }), () => ({ optional: ["cost"] })),
    asks: "may",
    about: [head],
  };
}

/** Units in which things are counted, and words of yes and no. */
export const units: Kind = {
  kind: "units and flags",
  traps: {
    "stock in cases": (scribe) => inCases(scribe, SPECIAL.on_hand_cases!, "stock"),
    "MOQ in cases": (scribe) => inCases(scribe, SPECIAL.moq_cases!, "moq"),
    "on order in cases": (scribe) => inCases(scribe, SPECIAL.on_order_cases!, "onOrder"),
    "MOQ in pieces": inPieces,
    "cost of a dozen": perDozen,
    "lead time in working days": (scribe) => workingDays(scribe, false),
    "lead time in working days, in the cells": (scribe) => workingDays(scribe, true),
    "lead time in weeks": (scribe) =>
      leadTime(scribe, [1, 2, 3, 4, 6, 8], 7, (weeks) => weeks, scribe.other(SPECIAL.lead_weeks!)),
    "lead time in weeks, in the cells": (scribe) =>
      leadTime(
        scribe,
        [1, 2, 3, 4, 6, 8],
        7,
        (weeks) => `${weeks} ${value(scribe, "week_unit")}`,
        scribe.head("lead_time"),
      ),
    "lead time in days, in the cells": (scribe) =>
      leadTime(
        scribe,
        [9, 12, 15, 30, 45, 21],
        1,
        (days) => `${days} ${value(scribe, "day_unit")}`,
        scribe.head("lead_time"),
      ),
    "discontinued yes": (scribe) => flags(scribe, scribe.other(SPECIAL.discontinued!), null, value(scribe, "yes")),
    "discontinued yes or no": (scribe) =>
      flags(scribe, scribe.other(SPECIAL.discontinued!), scribe.word(VALUES.no!), value(scribe, "yes")),
    "discontinued true or false": (scribe) => flags(scribe, scribe.other(SPECIAL.discontinued!), false, true),
    "active 1 or 0": (scribe) => flags(scribe, scribe.other(SPECIAL.is_active!), 1, 0),
    "active yes or no": (scribe) =>
      flags(
        scribe,
        scribe.other(SPECIAL.is_active!),
        VALUES.yes![scribe.language][0]!,
        VALUES.no![scribe.language][0]!,
      ),
    "status of items": (scribe) =>
      flags(scribe, scribe.other(SPECIAL.item_status!), value(scribe, "active"), value(scribe, "dead")),
  },
};
