import type { Cell, Column } from "../book.ts";
import type { Kind, Made, Scribe } from "../case.ts";
import { factsOf } from "../facts.ts";
import { column, itemsSheet } from "../layouts.ts";
import { daysAfter } from "../world.ts";
import { SPECIAL, VALUES } from "../words/values.ts";

interface Entry {
  readonly date: Date;
  readonly sku: string;
  readonly what: "out" | "in" | "count";
  readonly quantity: number;
}

/** What was sold, with receipts and corrections of counts between. */
function ledger({ world }: Scribe, corrections = true): Entry[] {
  const out = world.sales.map(({ date, article, quantity }): Entry => ({
    date,
    sku: article.sku,
    what: "out",
    quantity,
  }));
  const more = world.weeks.flatMap((monday, w) =>
    world.articles.flatMap((article, i): Entry[] => {
      const date = daysAfter(monday, 1);
      if ((w + i) % 5 === 0) return [{ date, sku: article.sku, what: "in", quantity: 60 + 10 * i }];
      return corrections && (w + 2 * i) % 13 === 0 ? [{ date, sku: article.sku, what: "count", quantity: 1 }] : [];
    }),
  );
  return [...out, ...more].sort((a, b) => a.date.getTime() - b.date.getTime());
}

function sheet(scribe: Scribe, entries: readonly Entry[], columns: readonly Column[]): Made {
  const all = [
    column(
      scribe.lineHead("date"),
      entries.map(({ date }) => date),
    ),
    column(
      scribe.lineHead("sku"),
      entries.map(({ sku }) => sku),
    ),
    ...columns,
  ];
  const name = scribe.sheet("movements");
  return {
    book: [itemsSheet(scribe), { name, tables: [{ columns: all }] }],
    facts: factsOf(scribe.world),
    about: [name, ...columns.map(({ head }) => String(head))],
  };
}

const words = (scribe: Scribe, entries: readonly Entry[]): Cell[] =>
  entries.map(({ what }) => scribe.word(VALUES[what]!, scribe.second));

function byType(scribe: Scribe): Made {
  const entries = ledger(scribe);
  return sheet(scribe, entries, [
    column(scribe.lineHead("type"), words(scribe, entries)),
    column(
      scribe.word(SPECIAL.change!, scribe.second),
      entries.map(({ quantity }) => quantity),
    ),
  ]);
}

function bySignAndType(scribe: Scribe): Made {
  const entries = ledger(scribe);
  return sheet(scribe, entries, [
    column(scribe.lineHead("type"), words(scribe, entries)),
    column(
      scribe.other(SPECIAL.change!, scribe.second),
      entries.map(({ quantity, what }) => (what === "out" ? -quantity : quantity)),
    ),
  ]);
}

function bySign(scribe: Scribe): Made {
  const entries = ledger(scribe, false);
  return sheet(scribe, entries, [
    column(
      scribe.other(SPECIAL.change!, scribe.second),
      entries.map(({ quantity, what }) => (what === "out" ? -quantity : quantity)),
    ),
  ]);
}

function onlyIssues(scribe: Scribe): Made {
  const entries = ledger(scribe).filter(({ what }) => what === "out");
  return sheet(scribe, entries, [
    column(
      scribe.lineHead("sold"),
      entries.map(({ quantity }) => -quantity),
    ),
  ]);
}

function twoColumns(scribe: Scribe): Made {
  const entries = ledger(scribe, false);
  const of = (what: Entry["what"]): Cell[] => entries.map((entry) => (entry.what === what ? entry.quantity : 0));
  return sheet(scribe, entries, [
    column(scribe.other(SPECIAL.qty_in!, scribe.second), of("in")),
    column(scribe.other(SPECIAL.qty_out!, scribe.second), of("out")),
  ]);
}

/** Ledgers of stock movements as the only history: what went out was demand. */
export const movements: Kind = {
  kind: "movements",
  asks: "may",
  traps: {
    "by type": byType,
    "by type, signed": bySignAndType,
    "by sign alone": bySign,
    "nothing but issues, negative": onlyIssues,
    "in and out in two columns": twoColumns,
  },
};
