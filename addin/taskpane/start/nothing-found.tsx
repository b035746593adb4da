import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-message-bar";
import { ROLES } from "../reader/corrections.ts";
import { ROLE_TEXT } from "../reading/role-text.ts";
import type { Start } from "./start.ts";
import { SampleButton } from "./sample-button.tsx";
import { TemplateButton } from "./template-button.tsx";
import { useStore } from "../view/use-store.ts";

/** Where there is no sales history to plan from: what is looked for, and a sample to see it. */
export function NothingFound(start: Start) {
  const { missing } = useStore(start.reading.store);
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
      <TemplateButton {...start} />
      {start.port.host === "excel" && <SampleButton {...start} />}
    </section>
  );
}
