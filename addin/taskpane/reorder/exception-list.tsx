import { Link } from "@fluentui/react-link";
import type { PlanException } from "../../../shared/purchasing/plan/plan-schema.ts";
import { money } from "../view/money.ts";

const LISTED = 10;

/** The dearest exceptions, each with its item one click away. */
export function ExceptionList({
  exceptions,
  currency,
  show,
}: {
  exceptions: readonly PlanException[];
  currency: string;
  show?(sku: string): void;
}) {
  if (exceptions.length === 0) return <p className="quiet">No exceptions: nothing else needs your eye.</p>;
  const more = exceptions.length - LISTED;
  return (
    <section aria-label="Exceptions" className="stack">
      {show && <h2>Most at stake</h2>}
      <ul className="exceptions" {...(show && { "data-leads": true })}>
        {exceptions.slice(0, LISTED).map(({ sku, code, money: stake, message }, i) => (
          <li key={i} data-code={code}>
            <p className="row">
              <span>
                {show && sku && (
                  <>
                    <Link as="button" onClick={() => show(sku)}>
                      {sku}
                    </Link>{" "}
                  </>
                )}
                <span className="tag">{code}</span>
              </span>
              {stake > 0 && <strong>{money(stake, currency)}</strong>}
            </p>
            <p>{message}</p>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="quiet">{more} more are on the Exceptions sheet.</p>}
    </section>
  );
}
