import type { Replay, ReplayCosts } from "../../../shared/purchasing/replay/replay.ts";
import { money } from "../view/money.ts";
import { percent, practiceOf } from "./replay-words.ts";

const PARTS = ["ordering", "holding", "shortage"] as const;
type Part = (typeof PARTS)[number];
const PART_NAMES: Readonly<Record<Part, string>> = {
  ordering: "Ordering",
  holding: "Holding stock",
  shortage: "Missed sales",
};
const SIDES = ["today", "lotwise"] as const;
type Side = (typeof SIDES)[number];
const SIDE_NAMES: Readonly<Record<Side, string>> = { today: "Today’s practice", lotwise: "Lotwise" };

/** One side's total as a bar, split by what it went for. The table below gives its figures. */
function Bar({ replay, side }: { replay: Replay; side: Side }) {
  const highest = Math.max(replay.today.total, replay.lotwise.total) || 1;
  const costs = replay[side];
  return (
    <div>
      <p className="row">
        <span>{SIDE_NAMES[side]}</span>
        <strong>{money(costs.total, replay.currency)}</strong>
      </p>
      <div className="split" data-side={side} aria-hidden="true">
        {PARTS.filter((part) => costs[part] > 0).map((part) => (
          <span key={part} data-part={part} style={{ width: `${(100 * costs[part]) / highest}%` }} />
        ))}
      </div>
    </div>
  );
}

interface Row {
  readonly name: string;
  readonly part?: Part;
  readonly total?: boolean;
  value(costs: ReplayCosts): string;
}

const rowsOf = (currency: string): readonly Row[] => [
  ...PARTS.map((part) => ({ name: PART_NAMES[part], part, value: (c: ReplayCosts) => money(c[part], currency) })),
  { name: "In all", total: true, value: ({ total }) => money(total, currency) },
  { name: "Demand served, by value", value: ({ fill_rate: rate }) => (rate === null ? "no demand" : percent(rate)) },
  { name: "Stock on average", value: ({ average_stock: stock }) => money(stock, currency) },
  { name: "Order lines", value: ({ orders }) => new Intl.NumberFormat("en").format(orders) },
];

/** Both totals, what they went for, and how well demand was served. */
export function ReplayCostsCard({ replay }: { replay: Replay }) {
  return (
    <section className="stack" aria-labelledby="costs-heading">
      <h3 id="costs-heading">What it went for</h3>
      <div className="bars">
        {SIDES.map((side) => (
          <Bar key={side} replay={replay} side={side} />
        ))}
      </div>
      <table className="compared">
        <caption className="hidden-label">Costs and service under today&rsquo;s practice and under Lotwise</caption>
        <thead>
          <tr>
            <td />
            {SIDES.map((side) => (
              <th key={side} scope="col">
                {side === "today" ? "Today" : SIDE_NAMES[side]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(replay.currency).map(({ name, part, total, value }) => (
            <tr key={name} data-total={total}>
              <th scope="row">{name}</th>
              {SIDES.map((side) => (
                <td key={side}>
                  {part && (
                    <span className="swatch split" data-side={side}>
                      <span data-part={part} />
                    </span>
                  )}
                  {value(replay[side])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">{practiceOf(replay)}</p>
    </section>
  );
}
