import { dayNumber } from "../../../shared/calendar/dates.ts";
import { dayLabel } from "../../../shared/calendar/words.ts";
import { comparedWith } from "../../../shared/demand/networks/trained/card.ts";
import type { TrainedModel } from "../../../shared/demand/networks/trained/version.ts";

const date = (iso: string): string => dayLabel(dayNumber(iso.slice(0, 10)));

function Model({ model: { name, versions, stale } }: { model: TrainedModel }) {
  return (
    <li className="card stack">
      <h3 className="fold-title">{name}</h3>
      {versions.length === 0 && <p className="quiet">No version: its training was not better than what there was.</p>}
      {versions.length > 0 && (
        <ul className="plain">
          {versions.toReversed().map(({ version, created, card }, i) => (
            <li key={version}>
              <code>{version}</code> {i === 0 && <span className="tag">newest</span>}
              <p className="quiet">{`${date(created)}: errs ${comparedWith(card, "best")}.`}</p>
            </li>
          ))}
        </ul>
      )}
      {stale && <p className="hint">It has newer sales to learn from.</p>}
    </li>
  );
}

/** The models there are, each with its versions, the newest first. */
export function ModelList({ models }: { models: readonly TrainedModel[] | undefined }) {
  if (models === undefined || models.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="models-heading">
      <h2 id="models-heading">Your models</h2>
      <ul className="plain">
        {models.map((model) => (
          <Model key={model.name} model={model} />
        ))}
      </ul>
    </section>
  );
}
