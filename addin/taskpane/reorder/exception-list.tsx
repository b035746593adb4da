import { Link } from "@fluentui/react-link";
import type { Decisions } from "../../../shared/sheets/reorder/decisions.ts";
import { smallLeftOut } from "../../../shared/sheets/reorder/exceptions-sheet.ts";
import { count, money } from "../view/money.ts";

const LISTED = 10;

/** The decisions with the most at stake, each with its dearest item one click away. */
export function ExceptionList({
  decisions,
  currency,
  show,
}: {
  decisions: Decisions;
  currency: string;
  show?(sku: string): void;
}) {
  const { shown } = decisions;
  const small = smallLeftOut(decisions, currency);
  if (shown.length === 0) return <p className="quiet">No exceptions: nothing else needs your eye.</p>;
  const more = shown.length - LISTED;
  return (
    <section aria-label="Exceptions" className="stack">
      {show && <h2>Most at stake</h2>}
      <ul className="exceptions" {...(show && { "data-leads": true })}>
        {shown.slice(0, LISTED).map(({ skus, code, kind, supplier, money: stake, lead }, i) => (
          <li key={i} data-code={code}>
            <p className="row">
              <span className="tag">{kind}</span>
              {stake > 0 && <strong>{money(stake, currency)}</strong>}
            </p>
            {show && skus.length > 0 && (
              <p>
                <Link as="button" onClick={() => show(skus[0]!)}>
                  {skus[0]}
                </Link>{" "}
                {supplier}
              </p>
            )}
            <p>
              {skus.length > 1 && `${count(skus.length, "item")}, the first: `}
              {lead}
            </p>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="quiet">{more} more are on the Exceptions sheet.</p>}
      {small !== undefined && <p className="quiet">{small}</p>}
    </section>
  );
}
