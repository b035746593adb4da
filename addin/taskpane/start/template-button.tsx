import { Button } from "@fluentui/react-button";
import { Field } from "@fluentui/react-field";
import { Link } from "@fluentui/react-link";
import { Select } from "@fluentui/react-select";
import { useState } from "react";
import { TEMPLATE_LANGUAGES, templateLanguage, templateLanguageOf } from "../../../shared/template/languages.ts";
import type { Pane, WorkbookPane } from "../shell/pane.ts";
import { templateSpecs } from "./template-sheets.ts";
import type { Trouble } from "../work/trouble.ts";
import { writeBeside } from "./write-beside.ts";
import { TroubleBar } from "../work/trouble-bar.tsx";

/** Puts empty sheets to fill in into the workbook, in the language chosen, or gives them as a file. */
export function TemplateButton({ pane, workbook }: { pane: Pane; workbook: WorkbookPane }) {
  const [language, setLanguage] = useState(() => templateLanguageOf(navigator.language));
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const write = async (): Promise<void> => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const { templateOf } = await import("../../../shared/template/template.ts");
      const template = templateOf(language);
      await writeBeside(workbook.port, templateSpecs(template), "Sheets to fill in");
      await workbook.port.show(template.guide.name);
      await workbook.reading.read();
    } catch (error) {
      setTrouble(pane.explain(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Field label="Sheets to fill in, in">
        <Select value={language} onChange={(_, { value }) => setLanguage(templateLanguage(value))}>
          {Object.entries(TEMPLATE_LANGUAGES).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Button disabled={busy} onClick={() => void write()}>
        {busy ? "Adding the sheets…" : "Add sheets to fill in"}
      </Button>
      <Link href={`/template.xlsx?language=${language}`} target="_blank" rel="noopener">
        Download them as a workbook
      </Link>
      <TroubleBar trouble={trouble} />
    </>
  );
}
