import { Button } from "@fluentui/react-button";
import { Field } from "@fluentui/react-field";
import { Input } from "@fluentui/react-input";
import type { Period } from "../../../shared/calendar/periods.ts";
import { useFocus } from "../view/use-focus.ts";
import { useStore } from "../view/use-store.ts";
import type { Reading } from "../reading/reading.ts";
import type { Training } from "./training.ts";
import { trainingFaults, USUAL, type TrainingText } from "./training-text.ts";

interface Entry {
  readonly field: keyof TrainingText;
  readonly label: string;
  readonly hint: string;
}

const entries = (period: Period): readonly Entry[] => [
  { field: "name", label: "Name", hint: "Training it again makes its next version." },
  { field: "horizon", label: `Look ahead, in ${period}s`, hint: `Blank: ${USUAL[period].horizon}.` },
  { field: "season", label: `Season, in ${period}s`, hint: `Blank: ${USUAL[period].season}.` },
];

/** The period of the history, days where nothing could be read. */
function periodOf(reading: Reading): Period {
  try {
    return reading.request().request.period;
  } catch {
    return "day";
  }
}

/** What to train, and the start. */
export function TrainingForm({ training, reading }: { training: Training; reading: Reading }) {
  const { text, said } = useStore(training.store);
  const { views, status } = useStore(reading.store);
  // Back from a training, not on the first look.
  const heading = useFocus<HTMLHeadingElement>(said !== "");
  const period = periodOf(reading);
  const faults = trainingFaults(text);
  const history = views.some(({ role }) => role === "history");
  const ahead = Number(text.horizon) || USUAL[period].horizon;
  return (
    <section className="card stack" aria-labelledby="train-heading">
      <h2 id="train-heading" ref={heading} tabIndex={-1}>
        Train on this table
      </h2>
      <p>
        {`Fits the forecasting network to your own sales history. The last ${ahead} ${period}s are held back: only if it forecasts them better than what you have is it made a version.`}
      </p>
      <div className="settings">
        {entries(period).map(({ field, label, hint }) => (
          <Field
            key={field}
            label={label}
            hint={hint}
            {...(faults[field] && { validationMessage: faults[field], validationState: "error" as const })}
          >
            <Input
              value={text[field]}
              inputMode={field === "name" ? "text" : "numeric"}
              onChange={(_, { value }) => training.change(field, value)}
            />
          </Field>
        ))}
      </div>
      <Button
        appearance="primary"
        className="main-action"
        disabled={!history || Object.keys(faults).length > 0}
        onClick={() => void training.train()}
      >
        Train
      </Button>
      {status === "ready" && !history && <p className="hint">It needs a sales history in the workbook.</p>}
    </section>
  );
}
