import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from "@fluentui/react-accordion";
import { Field } from "@fluentui/react-field";
import { CheckmarkCircleFilled, InfoFilled, WarningFilled } from "@fluentui/react-icons";
import { Select } from "@fluentui/react-select";
import type { TableRole } from "../../../shared/tables/kinds/index.ts";
import { ROLES } from "../reader/corrections.ts";
import { ROLE_TEXT } from "./role-text.ts";
import { count } from "../view/money.ts";
import type { Reading, ReadingState } from "./reading.ts";
import { FoldTitle } from "../view/fold-title.tsx";
import { TableColumns } from "./table-columns.tsx";
import { TablePreview } from "./table-preview.tsx";
import { useStore } from "../view/use-store.ts";

const AS_FOUND = "*";

function Mark({ role, found }: { role: TableRole; found: boolean }) {
  if (found) return <CheckmarkCircleFilled className="good" title="Found" />;
  return role === "history" ? (
    <WarningFilled className="bad" title="Missing" />
  ) : (
    <InfoFilled className="quiet" title="None" />
  );
}

function summary({ views }: ReadingState, role: TableRole): string {
  const own = views.filter((view) => view.role === role);
  if (own.length === 0) return "None found";
  return own.map(({ sheet, rows }) => `${sheet}, ${count(rows, "row")}`).join("; ");
}

function Role({ role, reading, state }: { role: TableRole; reading: Reading; state: ReadingState }) {
  const { title, looksFor, without } = ROLE_TEXT[role];
  const views = state.views.filter((view) => view.role === role);
  const chosen = state.corrections[role]?.sheet;
  return (
    <AccordionItem value={role} className="fold">
      <AccordionHeader
        as="h3"
        size="medium"
        icon={<Mark role={role} found={views.length > 0} />}
        expandIconPosition="end"
      >
        <FoldTitle title={title} says={summary(state, role)} />
      </AccordionHeader>
      <AccordionPanel className="fold-panel">
        <Field label={`Sheet with ${title.toLowerCase()}`} hint={`Looked for: ${looksFor}.`}>
          <Select
            value={chosen ?? AS_FOUND}
            onChange={(_, { value }) => void reading.chooseSheet(role, value === AS_FOUND ? undefined : value)}
          >
            <option value={AS_FOUND}>As found by the headers</option>
            {state.sheets.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
            <option value="">None</option>
          </Select>
        </Field>
        {views.length === 0 && <p className="hint">{without}</p>}
        {views.map((view) => (
          <div key={view.sheet} className="stack">
            <TablePreview view={view} />
            <TableColumns view={view} reading={reading} />
          </div>
        ))}
      </AccordionPanel>
    </AccordionItem>
  );
}

/** Each kind of table: where it was found, how it was understood, and the means to correct it. */
export function TablesSection({ reading }: { reading: Reading }) {
  const state = useStore(reading.store);
  return (
    <Accordion multiple collapsible className="folds">
      {ROLES.map((role) => (
        <Role key={role} role={role} reading={reading} state={state} />
      ))}
    </Accordion>
  );
}
