import { Accordion } from "@fluentui/react-accordion";
import { Button } from "@fluentui/react-button";
import { Field } from "@fluentui/react-field";
import { SearchRegular } from "@fluentui/react-icons";
import { Input } from "@fluentui/react-input";
import { useCallback, useEffect, useState } from "react";
import type { CatalogueEntry } from "../../../shared/define/catalogue.ts";
import { matches } from "./catalogue.ts";
import type { Pane } from "../shell/pane.ts";
import type { Trouble } from "../work/trouble.ts";
import { FunctionEntry } from "./function-entry.tsx";
import { TroubleBar } from "../work/trouble-bar.tsx";

/** Every worksheet function with its help and examples, and a box to search them. */
export function FunctionsTab({ pane }: { pane: Pane }) {
  const [entries, setEntries] = useState<readonly CatalogueEntry[]>();
  const [query, setQuery] = useState("");
  const [trouble, setTrouble] = useState<Trouble>();
  const load = useCallback(() => {
    setTrouble(undefined);
    pane.server.catalogue().then(setEntries, (error: unknown) => setTrouble(pane.explain(error)));
  }, [pane]);
  useEffect(load, [load]);
  const insert = (formula: string): void => {
    setTrouble(undefined);
    pane.workbook?.port.insertFormula(formula).catch((error: unknown) => setTrouble(pane.explain(error)));
  };
  const found = (entries ?? []).filter((entry) => matches(entry, query));
  return (
    <div className="stack">
      <Field label="Search functions">
        <Input
          type="search"
          value={query}
          onChange={(_, { value }) => setQuery(value)}
          placeholder="forecast, safety stock, moq…"
          contentBefore={<SearchRegular />}
          autoComplete="off"
          spellCheck={false}
        />
      </Field>
      <p className="count" role="status">
        {entries &&
          (found.length === 0 ? "No function matches." : query && `${found.length} of ${entries.length} functions`)}
      </p>
      <TroubleBar trouble={trouble}>{!entries && <Button onClick={load}>Try again</Button>}</TroubleBar>
      <Accordion collapsible className="folds">
        {found.map((entry) => (
          <FunctionEntry key={entry.name} entry={entry} insert={pane.workbook && insert} />
        ))}
      </Accordion>
    </div>
  );
}
