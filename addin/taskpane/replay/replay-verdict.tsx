import { count } from "../view/money.ts";
import { verdictOf } from "./replay-words.ts";
import type { Replayed } from "./replay.ts";
import { useLostFocus } from "../view/use-focus.ts";

/** The answer in one figure, with how sure it is. */
export function ReplayVerdict({ replayed: { replay, request } }: { replayed: Replayed }) {
  const heading = useLostFocus<HTMLHeadingElement>();
  const { tone, headline, range, inherited } = verdictOf(replay);
  return (
    <header className="card outcome" data-tone={tone}>
      <p className="quiet">
        The last {count(replay.periods, request.period)}, {count(replay.items.length, "item")}
      </p>
      <h3 ref={heading} tabIndex={-1}>
        {headline}
      </h3>
      <p>{range}</p>
      {inherited !== "" && <p>{inherited}</p>}
      {tone === "dearer" && (
        <p>
          Today&rsquo;s practice would have been the cheaper one. Look at the items below that cost more, and at the
          costs and the target given here, before you change it.
        </p>
      )}
    </header>
  );
}
