import { Button } from "@fluentui/react-button";
import type { Answers } from "../../../shared/tables/questions.ts";
import { count } from "../view/money.ts";
import type { Reading } from "./reading.ts";
import { saveText } from "./save-text.ts";
import { useStore } from "../view/use-store.ts";

/** Name of the file that the command line takes as `--answers`. */
const FILE = "lotwise-answers.json";

const fileOf = (answers: Answers): string => `${JSON.stringify(answers, null, 2)}\n`;

/** What was answered before, for the next export of the same layout too: to be asked again, or kept as a file. */
export function Answered({ reading }: { reading: Reading }) {
  const { answers } = useStore(reading.store);
  const answered = Object.keys(answers).length;
  if (answered === 0) return null;
  return (
    <section className="stack" aria-label="Answers">
      <p className="quiet">
        {count(answered, "answer")} of yours {answered === 1 ? "is" : "are"} remembered with this workbook.
      </p>
      <div className="buttons">
        <Button size="small" onClick={() => void reading.askAgain()}>
          Ask again
        </Button>
        <Button size="small" onClick={() => saveText(fileOf(answers), FILE, "application/json")}>
          Save the answers
        </Button>
      </div>
    </section>
  );
}
