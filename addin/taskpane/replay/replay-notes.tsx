import type { Replay } from "../../../shared/purchasing/replay/replay.ts";
import { count } from "../view/money.ts";

const LISTED = 30;

/** What the replay takes for granted, and which items it could not play. */
export function ReplayNotes({ replay: { assumptions, left_out: left } }: { replay: Replay }) {
  return (
    <>
      <details className="findings">
        <summary>What it assumes</summary>
        <ul>
          {assumptions.map((says) => (
            <li key={says}>{says}</li>
          ))}
          <li>The range is how the difference moves over samples of your items: nine of ten fall within it.</li>
        </ul>
      </details>
      {left.length > 0 && (
        <details className="findings">
          <summary>{count(left.length, "item")} left out</summary>
          <ul>
            {left.slice(0, LISTED).map(({ sku, reason }) => (
              <li key={sku}>
                <strong>{sku}</strong> {reason}
              </li>
            ))}
            {left.length > LISTED && <li>… and {left.length - LISTED} more</li>}
          </ul>
        </details>
      )}
    </>
  );
}
