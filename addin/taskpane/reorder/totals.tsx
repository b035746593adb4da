import { count, money } from "../view/money.ts";
import type { Preview } from "./preview.ts";

/** The plan in four figures. */
export function Totals({ preview: { lines, suppliers, totals, decisions } }: { preview: Preview }) {
  return (
    <dl className="totals">
      <div>
        <dt>To order</dt>
        <dd>{count(lines, "line")}</dd>
      </div>
      <div>
        <dt>From</dt>
        <dd>{count(suppliers, "supplier")}</dd>
      </div>
      <div>
        <dt>Cost</dt>
        <dd>{totals.length === 0 ? "none" : totals.map(({ cost, currency }) => money(cost, currency)).join(" + ")}</dd>
      </div>
      <div>
        <dt>To look at</dt>
        <dd>{count(decisions.shown.length, "exception")}</dd>
      </div>
    </dl>
  );
}
