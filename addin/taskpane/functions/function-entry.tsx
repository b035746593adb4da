import { AccordionHeader, AccordionItem, AccordionPanel } from "@fluentui/react-accordion";
import { Button } from "@fluentui/react-button";
import { TextAddRegular } from "@fluentui/react-icons";
import { Link } from "@fluentui/react-link";
import { FoldTitle } from "../view/fold-title.tsx";
import type { CatalogueEntry } from "../../../shared/define/catalogue.ts";
import { signature, startingFormula } from "./catalogue.ts";

/** One function: what it does, what it takes, and examples to put into the selected cell. */
export function FunctionEntry({
  entry,
  insert,
}: {
  entry: CatalogueEntry;
  insert: ((formula: string) => void) | undefined;
}) {
  const { name, summary, returns, details, formula, parameters, examples, runs } = entry;
  return (
    <AccordionItem value={name} className="fold">
      <AccordionHeader as="h3" expandIconPosition="end">
        <FoldTitle title={<code>{name}</code>} says={summary} />
      </AccordionHeader>
      <AccordionPanel className="fold-panel">
        <p>
          <code className="signature">={signature(entry)}</code>
        </p>
        {insert && (
          <Button
            appearance="primary"
            icon={<TextAddRegular />}
            aria-label={`Insert at the selected cell: ${name}`}
            onClick={() => insert(startingFormula(entry))}
          >
            Insert at the selected cell
          </Button>
        )}
        <dl className="parameters">
          {parameters.map((parameter) => (
            <div key={parameter.name}>
              <dt>
                <code>{parameter.name}</code>
                {parameter.optional && <span className="quiet"> optional</span>}
              </dt>
              <dd>{parameter.description}</dd>
            </div>
          ))}
          <div>
            <dt>Answers</dt>
            <dd>{returns}</dd>
          </div>
        </dl>
        {formula && <p className="quiet">{formula}</p>}
        {details.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {examples.length > 0 && <h4>Examples</h4>}
        <ul className="plain">
          {examples.map(({ says, formula: example }) => (
            <li key={example}>
              <p className="quiet">{says}</p>
              <p className="row">
                <code>{example}</code>
                {insert && (
                  <Button size="small" aria-label={`Insert ${example}`} onClick={() => insert(example)}>
                    Insert
                  </Button>
                )}
              </p>
            </li>
          ))}
        </ul>
        <p className="hint">
          {runs === "cell" ? "Calculates in the workbook itself, also offline." : "Calculates on the server."}{" "}
          <Link href={`/docs/${name}`} target="_blank" rel="noopener" aria-label={`In full: ${name}`}>
            In full
          </Link>
        </p>
      </AccordionPanel>
    </AccordionItem>
  );
}
