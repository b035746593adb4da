import { Button } from "@fluentui/react-button";
import { ArrowUndoRegular, CheckmarkCircleFilled } from "@fluentui/react-icons";
import type { Pane, WorkbookPane } from "../shell/pane.ts";
import { ExceptionList } from "./exception-list.tsx";
import { OwnQuantities } from "./own-quantities.tsx";
import { ShortOrders } from "./short-orders.tsx";
import { Totals } from "./totals.tsx";
import { useFocus } from "../view/use-focus.ts";
import { useStore } from "../view/use-store.ts";

/** After the writing: what there is now, the way back, and what needs an eye. */
export function WrittenCard({ pane, workbook: { port, reorder } }: { pane: Pane; workbook: WorkbookPane }) {
  const { preview } = useStore(reorder.store);
  const heading = useFocus<HTMLHeadingElement>();
  if (!preview) return null;
  return (
    <div className="stack">
      <section className="card stack" aria-labelledby="written-heading">
        <h2 id="written-heading" ref={heading} tabIndex={-1} className="done">
          <CheckmarkCircleFilled className="good" />
          The reorder sheet is written
        </h2>
        <Totals preview={preview} />
        <OwnQuantities exceptions={preview.exceptions} />
        <ShortOrders short={preview.short} />
        <div className="buttons">
          {preview.sheets.map(({ name }) => (
            <Button key={name} onClick={() => void port.show(name)}>
              Show {name}
            </Button>
          ))}
          <Button icon={<ArrowUndoRegular />} onClick={() => void reorder.undo()}>
            Undo
          </Button>
        </div>
      </section>
      <ExceptionList exceptions={preview.exceptions} currency={preview.currency} show={pane.showItem} />
      <Button appearance="primary" onClick={() => void reorder.make()}>
        Make it again
      </Button>
    </div>
  );
}
