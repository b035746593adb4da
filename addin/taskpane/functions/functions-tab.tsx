import { Accordion } from "@fluentui/react-accordion";
import { Button } from "@fluentui/react-button";
import { Field } from "@fluentui/react-field";
import { SearchRegular } from "@fluentui/react-icons";
import { Input } from "@fluentui/react-input";
import { useCallback, useEffect, useState } from "react";
import type { CatalogueEntry } from "../../../shared/define/catalogue.ts";
import { inNamespace, matches, namespaceOf } from "./catalogue.ts";
import type { WorkbookPort } from "../../workbook/port.ts";
import type { Server } from "../server/server.ts";
import type { Trouble } from "../work/trouble.ts";
import { useWork } from "../work/use-work.ts";
import { FunctionEntry } from "./function-entry.tsx";
import { TroubleBar } from "../work/trouble-bar.tsx";

export interface FunctionsTabProps {
  readonly server: Pick<Server, "catalogue">;
  /** Where a formula can be put; none outside a workbook. */
  readonly port: Pick<WorkbookPort, "insertFormula"> | undefined;
  explain(error: unknown): Trouble;
}

/** Every worksheet function with its help and examples, and a box to search them. */
export function FunctionsTab({ server, port, explain }: FunctionsTabProps) {
  const [entries, setEntries] = useState<readonly CatalogueEntry[]>();
  const [query, setQuery] = useState("");
  const { trouble, run } = useWork(explain);
  const load = useCallback(
    () => run(async () => setEntries(inNamespace(await server.catalogue(), namespaceOf(location.search)))),
    [server, run],
  );
  useEffect(load, [load]);
  const insert = port && ((formula: string): void => run(() => port.insertFormula(formula)));
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
          <FunctionEntry key={entry.name} entry={entry} insert={insert} />
        ))}
      </Accordion>
    </div>
  );
}
