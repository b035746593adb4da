import type { ReactNode } from "react";
import { dayNumber } from "../../../shared/calendar/dates.ts";
import { dayLabel } from "../../../shared/calendar/words.ts";
import type { ItemDetails } from "./item-details.ts";
import { decisionsOf } from "../../../shared/sheets/reorder/decisions.ts";
import { money } from "../view/money.ts";
import { ExceptionList } from "../reorder/exception-list.tsx";
import { ItemChart } from "./item-chart.tsx";

/** Units as the sheets show them: tenths below ten alone. */
const number = (value: number): string =>
  new Intl.NumberFormat("en", { maximumFractionDigits: Math.abs(value) < 10 ? 1 : 0 }).format(value);
const date = (iso: string): string => dayLabel(dayNumber(iso));

function figures({ line }: ItemDetails): readonly (readonly [label: string, value: string])[] {
  const { cover_days: cover } = line;
  return [
    ["On hand", number(line.on_hand)],
    ["On order in time", number(line.on_order)],
    ["Position", number(line.position)],
    ["Reorder point", number(line.reorder_point)],
    ["Safety stock", number(line.safety_stock)],
    ["Order up to", number(line.order_up_to)],
    ["Lasts, with this order", cover === null ? "beyond the forecast" : `${number(Math.round(cover))} days`],
    ...(line.order_date ? [[line.quantity > 0 ? "Order on" : "Next order", date(line.order_date)] as const] : []),
    ...(line.arrival ? [["Arrives", date(line.arrival)] as const] : []),
  ];
}

/** One item: the quantity, why, the picture, and the figures behind it. */
export function ItemCard({ details, toLine }: { details: ItemDetails; toLine: ReactNode }) {
  const { item, line, exceptions } = details;
  const cost = line.cost ? `, ${money(line.cost, line.currency)}` : "";
  return (
    <article className="stack" aria-labelledby="item-heading">
      <header>
        <h2 id="item-heading">{item.description || item.sku}</h2>
        <p className="quiet">{[item.supplier, line.model].filter(Boolean).join(" · ")}</p>
        {toLine}
      </header>
      <div className="card verdict">
        <p className="quantity">{line.quantity > 0 ? `Order ${number(line.quantity)}${cost}` : "Nothing to order"}</p>
        <p>{line.why}</p>
      </div>
      <ItemChart details={details} />
      <dl className="figures">
        {figures(details).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {exceptions.length > 0 && (
        <ExceptionList decisions={decisionsOf(exceptions, [item])} currency={details.currency} />
      )}
    </article>
  );
}
