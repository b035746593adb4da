import type { Kind, Made, Scribe } from "../case.ts";
import { factsOf } from "../facts.ts";
import { column, itemsSheet, openOrders, salesSheet } from "../layouts.ts";
import { wordTable } from "../words/table.ts";

/** Words that are said of customers' orders and of purchases alike. */
const WORDS = wordTable(`
sheet = Orders | Order | Cde | Pedidos | Ordini | Orders | Pedidos | 订单
number = Order | Order | Cde | Pedido | Ordine | Order | Pedido | 订单
units = Qty | Menge | Qté | Cantidad | Quantità | Aantal | Quantidade | 数量
due = Due | Fällig | Échéance | Vencimiento | Scadenza | Vervaldag | Vencimento | 到期
`);

function nobodys(scribe: Scribe): Made {
  const orders = openOrders(scribe);
  const word = (key: string): string => scribe.word(WORDS[key]!, scribe.second);
  const columns = [
    column(
      word("number"),
      orders.map((_, i) => `A${610 + i}`),
    ),
    column(
      scribe.lineHead("sku"),
      orders.map(({ article }) => article.sku),
    ),
    column(
      word("units"),
      orders.map(({ quantity }) => quantity),
    ),
    column(
      word("due"),
      orders.map(({ due }) => due),
    ),
  ];
  return {
    book: [itemsSheet(scribe), salesSheet(scribe), { name: word("sheet"), tables: [{ columns }] }],
    facts: factsOf(scribe.world),
    asks: "must",
    about: [word("sheet"), "customers"],
  };
}

/** Orders of which nothing says whether they are customers' or the buyer's own. */
export const whose: Kind = { kind: "whose orders", languages: ["en"], traps: { "nobody's": nobodys } };
