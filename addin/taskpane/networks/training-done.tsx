import { Button } from "@fluentui/react-button";
import { CheckmarkCircleFilled, InfoFilled } from "@fluentui/react-icons";
import { gainWords, RIVALS, type TrainingCard } from "../../../shared/demand/networks/trained/card.ts";
import { count } from "../view/money.ts";
import type { TrainingResult } from "../../../shared/operations/training-schema.ts";
import type { Training } from "./training.ts";
import { LossChart } from "./loss-chart.tsx";
import { useFocus } from "../view/use-focus.ts";
import { useStore } from "../view/use-store.ts";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** By how much less it errs than each of the others. */
function Gains({ card: { trained, rivals, scored } }: { card: TrainingCard }) {
  return (
    <table className="preview wraps">
      <caption>{`Its errors beside others', mean of ${count(scored, "item")}`}</caption>
      <thead>
        <tr>
          <th scope="col">Against</th>
          <th scope="col">Forecast errs</th>
          <th scope="col">With its range</th>
        </tr>
      </thead>
      <tbody>
        {rivals.map(({ rival, mase, pinball }) => (
          <tr key={rival}>
            <th scope="row">{capital(RIVALS[rival])}</th>
            <td>{gainWords(trained.mase, mase)}</td>
            <td>{gainWords(trained.pinball, pinball)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Outcome({ result, again }: { result: TrainingResult; again: () => void }) {
  const { version, card, says, curve } = result;
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <section className="card stack" aria-labelledby="trained-heading">
      <h2 id="trained-heading" ref={heading} tabIndex={-1} className="done">
        {version === null ? <InfoFilled className="quiet" /> : <CheckmarkCircleFilled className="good" />}
        {version === null ? "No new version" : `${version} is ready`}
      </h2>
      <p>{says}</p>
      {version !== null && (
        <p>
          In a cell: <code>{`=FORECAST_LSTM(history, ${card.horizon}, ${card.season}, , "${version}")`}</code>
        </p>
      )}
      <Gains card={card} />
      <LossChart curve={curve} />
      <Button onClick={again}>Train again</Button>
    </section>
  );
}

/** How the training ended. */
export function TrainingDone({ training }: { training: Training }) {
  const { result } = useStore(training.store);
  return result ? <Outcome result={result} again={() => training.again()} /> : null;
}
