import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-message-bar";
import { ROLES } from "../reader/corrections.ts";
import { ROLE_TEXT } from "../reading/role-text.ts";
import type { Pane, WorkbookPane } from "../shell/pane.ts";
import { SampleButton } from "./sample-button.tsx";
import { TemplateButton } from "./template-button.tsx";
import { useStore } from "../view/use-store.ts";

/** Where there is no sales history to plan from: what is looked for, and a sample to see it. */
export function NothingFound({ pane, workbook }: { pane: Pane; workbook: WorkbookPane }) {
  const { missing } = useStore(workbook.reading.store);
  return (
    <section className="stack" aria-label="No sales history found">
      <MessageBar intent="warning" layout="multiline" className="bar">
        <MessageBarBody>
          <MessageBarTitle>No sales history was found</MessageBarTitle>
          <br />
          {missing !== "" && <p className="seen">{missing}</p>}
          Tables are known by their headers, in English, German, French, Spanish, Italian, Dutch, Portuguese or Chinese.
          Add them and read again, or choose the sheets below.
        </MessageBarBody>
      </MessageBar>
      <dl className="looked-for">
        {ROLES.map((role) => (
          <div key={role}>
            <dt>{ROLE_TEXT[role].title}</dt>
            <dd>{ROLE_TEXT[role].looksFor}</dd>
          </div>
        ))}
      </dl>
      <TemplateButton pane={pane} workbook={workbook} />
      {workbook.port.host === "excel" && <SampleButton pane={pane} workbook={workbook} />}
    </section>
  );
}
