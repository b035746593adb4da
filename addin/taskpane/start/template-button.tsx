import { Button } from "@fluentui/react-button";
import { Field } from "@fluentui/react-field";
import { PageLink } from "../view/page-link.tsx";
import { Select } from "@fluentui/react-select";
import { useState } from "react";
import { TEMPLATE_LANGUAGES, templateLanguage, templateLanguageOf } from "../../../shared/template/languages.ts";
import type { Start } from "./start.ts";
import { templateSpecs } from "./template-sheets.ts";
import { writeBeside } from "./write-beside.ts";
import { TroubleBar } from "../work/trouble-bar.tsx";
import { useWork } from "../work/use-work.ts";

/** Puts empty sheets to fill in into the workbook, in the language chosen, or gives them as a file. */
export function TemplateButton({ port, reading, explain }: Start) {
  const [language, setLanguage] = useState(() => templateLanguageOf(navigator.language));
  const { busy, trouble, run } = useWork(explain);
  const write = async (): Promise<void> => {
    const { templateOf } = await import("../../../shared/template/template.ts");
    const template = templateOf(language);
    await writeBeside(port, templateSpecs(template), "Sheets to fill in");
    await port.show(template.guide.name);
    await reading.read();
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
      <Button disabled={busy} onClick={() => run(write)}>
        {busy ? "Adding the sheets…" : "Add sheets to fill in"}
      </Button>
      <PageLink href={`/template.xlsx?language=${language}`}>Download them as a workbook</PageLink>
      <TroubleBar trouble={trouble} />
    </>
  );
}
