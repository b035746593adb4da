import { Link } from "@fluentui/react-link";
import type { ReplayItem } from "../../../shared/purchasing/replay/replay.ts";
import { count, money } from "../view/money.ts";
import { percent } from "./replay-words.ts";
import type { Replayed } from "./replay.ts";

const LISTED = 6;

const served = ({ today, lotwise }: ReplayItem): string =>
  today.fill_rate === null || lotwise.fill_rate === null
    ? ""
    : `; demand served ${percent(today.fill_rate)} and ${percent(lotwise.fill_rate)}`;

interface ListProps {
  readonly title: string;
  readonly items: readonly ReplayItem[];
  readonly replayed: Replayed;
  show(sku: string): void;
}

function List({ title, items, replayed: { replay, request }, show }: ListProps) {
  if (items.length === 0) return null;
  const { currency } = replay;
  const names = new Map(request.items.map(({ sku, description }) => [sku, description]));
  const most = Math.max(...replay.items.map(({ saving }) => Math.abs(saving)));
  const more = items.length - LISTED;
  return (
    <section className="stack" aria-label={title}>
      <h3>{title}</h3>
      <ul className="exceptions" data-leads>
        {items.slice(0, LISTED).map((item) => (
          <li key={item.sku}>
            <p className="row">
              <span>
                <Link as="button" onClick={() => show(item.sku)}>
                  {item.sku}
                </Link>{" "}
                {names.get(item.sku)}
              </span>
              <strong>{money(Math.abs(item.saving), currency)}</strong>
            </p>
            <div className="gauge" data-tone={item.saving < 0 ? "dearer" : "cheaper"} aria-hidden="true">
              <span style={{ width: `${(100 * Math.abs(item.saving)) / most}%` }} />
            </div>
            <p className="hint">
              {money(item.today.total, currency)} today, {money(item.lotwise.total, currency)} with Lotwise
              {served(item)}
            </p>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="quiet">And {count(more, "item")} more.</p>}
    </section>
  );
}

/** The items that saved most and those that would have cost more, what decided first; each one click away. */
export function ReplayItems({ replayed, show }: { replayed: Replayed; show(sku: string): void }) {
  const { items, saving } = replayed.replay;
  const lists = [
    { title: "Saved most", items: items.filter((item) => item.saving > 0) },
    { title: "Would have cost more", items: items.filter((item) => item.saving < 0).reverse() },
  ];
  const ordered = saving.value < 0 ? lists.reverse() : lists;
  return ordered.map((list) => <List key={list.title} {...list} replayed={replayed} show={show} />);
}
