import { Button } from "@fluentui/react-button";
import type { Reading } from "../reading/reading.ts";
import type { Reorder } from "./reorder.ts";
import { count } from "../view/money.ts";
import { Findings } from "../reading/findings.tsx";
import { OwnQuantities } from "./own-quantities.tsx";
import { Questions } from "../reading/questions.tsx";
import { SalesEnd } from "./sales-end.tsx";
import { ShortOrders } from "./short-orders.tsx";
import { Totals } from "./totals.tsx";
import { useFocus } from "../view/use-focus.ts";
import { useStore } from "../view/use-store.ts";

/** What will be written, before it is. */
export function PreviewCard({ reorder, reading }: { reorder: Reorder; reading: Reading }) {
  const { preview, step } = useStore(reorder.store);
  const heading = useFocus<HTMLHeadingElement>();
  if (!preview) return null;
  const writing = step === "writing";
  return (
    <section className="card stack" aria-labelledby="preview-heading">
      <h2 id="preview-heading" ref={heading} tabIndex={-1}>
        Ready to write
      </h2>
      <Questions
        questions={preview.findings.questions}
        onAnswer={(id, answer) => void reading.answer(id, answer).then(() => reorder.make())}
      />
      <Totals preview={preview} />
      <SalesEnd times={preview.findings} />
      <ul className="plain">
        {preview.sheets.map(({ name, rows, replaces }) => (
          <li key={name}>
            <strong>{name}</strong>, {count(rows, "row")}
            {replaces ? ", in place of the last one" : ", a new sheet"}
          </li>
        ))}
      </ul>
      {preview.kept > 0 && (
        <p className="quiet">
          {count(preview.kept, "quantity", "quantities")} of yours {preview.kept === 1 ? "is" : "are"} kept.
        </p>
      )}
      <OwnQuantities exceptions={preview.exceptions} />
      <ShortOrders short={preview.short} />
      <Button appearance="primary" size="large" disabled={writing} onClick={() => void reorder.write()}>
        {writing ? "Writing…" : `Write ${preview.sheets.length === 1 ? "the sheet" : "both sheets"}`}
      </Button>
      <Button disabled={writing} onClick={() => reorder.discard()}>
        Back, write nothing
      </Button>
      <Findings findings={preview.findings} />
    </section>
  );
}
