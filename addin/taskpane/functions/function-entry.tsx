import { AccordionHeader, AccordionItem, AccordionPanel } from "@fluentui/react-accordion";
import { Button } from "@fluentui/react-button";
import { TextAddRegular } from "@fluentui/react-icons";
import { PageLink } from "../view/page-link.tsx";
import { FoldTitle } from "../view/fold-title.tsx";
import type { CatalogueEntry } from "../../../shared/define/catalogue.ts";
import { signature, startingFormula } from "./catalogue.ts";

/** Puts a formula into the selected cell; none where there is no workbook. */
type Insert = ((formula: string) => void) | undefined;

/** What it takes and what it answers. */
function Parameters({ entry: { parameters, returns } }: { entry: CatalogueEntry }) {
  return (
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
  );
}

function Examples({ entry: { examples }, insert }: { entry: CatalogueEntry; insert: Insert }) {
  return (
    <>
      {examples.length > 0 && <h4>Examples</h4>}
      <ul className="plain">
        {examples.map(({ says, formula }) => (
          <li key={formula}>
            <p className="quiet">{says}</p>
            <p className="row">
              <code>{formula}</code>
              {insert && (
                <Button size="small" aria-label={`Insert ${formula}`} onClick={() => insert(formula)}>
                  Insert
                </Button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** One function: what it does, what it takes, and examples to put into the selected cell. */
export function FunctionEntry({ entry, insert }: { entry: CatalogueEntry; insert: Insert }) {
  const { name, summary, details, formula, runs, spillNote } = entry;
  const starting = startingFormula(entry);
  return (
    <AccordionItem value={name} className="fold">
      <AccordionHeader as="h3" expandIconPosition="end">
        <FoldTitle title={<code>{name}</code>} says={summary} />
      </AccordionHeader>
      <AccordionPanel className="fold-panel">
        <p>
          <code className="signature">={signature(entry)}</code>
        </p>
        {insert && starting !== undefined && (
          <Button
            appearance="primary"
            icon={<TextAddRegular />}
            aria-label={`Insert at the selected cell: ${name}`}
            onClick={() => insert(starting)}
          >
            Insert at the selected cell
          </Button>
        )}
        {starting === undefined && (
          <p className="hint">It needs ranges: type ={name}( into a cell and point at yours. In full shows them.</p>
        )}
        <Parameters entry={entry} />
        {formula && <p className="quiet">{formula}</p>}
        {details.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {spillNote && <p className="quiet">{spillNote}</p>}
        <Examples entry={entry} insert={insert} />
        <p className="hint">
          {runs === "cell" ? "Calculates in the workbook itself, also offline." : "Calculates on the server."}{" "}
          <PageLink href={`/docs/${name}`} label={`In full: ${name}`}>
            In full
          </PageLink>
        </p>
      </AccordionPanel>
    </AccordionItem>
  );
}
