import { Button } from "@fluentui/react-button";
import { ArrowUndoRegular, CheckmarkCircleFilled } from "@fluentui/react-icons";
import type { Undo, WorkbookPort } from "../../workbook/port.ts";
import type { Reorder } from "./reorder.ts";
import { ExceptionList } from "./exception-list.tsx";
import { OwnQuantities } from "./own-quantities.tsx";
import { ShortOrders } from "./short-orders.tsx";
import { Totals } from "./totals.tsx";
import { useFocus } from "../view/use-focus.ts";
import { useStore } from "../view/use-store.ts";

export interface WrittenCardProps {
  readonly port: Pick<WorkbookPort, "show" | "host">;
  readonly reorder: Reorder;
  showItem(sku: string): void;
}

/** What the way back does not do. */
function UndoNote({ undo, adds, host }: { undo: Undo | undefined; adds: boolean; host: WorkbookPort["host"] }) {
  if (!undo) return null;
  if (!undo.undo)
    return (
      <p className="hint">
        Excel could not tell how the sheets were before, so there is no way back from here. Ctrl+Z in the sheet may know
        one.
      </p>
    );
  // Excel forgets its undo list where a sheet is deleted.
  const forgets =
    adds && host === "excel" && " It removes the new sheets; Excel's own Ctrl+Z then knows nothing of before.";
  if (undo.without.length === 0 && !forgets) return null;
  return (
    <p className="hint">
      Undo brings back all{undo.without.length > 0 && ` but ${undo.without.join(" and ")}`}.{forgets}
    </p>
  );
}

/** After the writing: what there is now, the way back, and what needs an eye. */
export function WrittenCard({ port, reorder, showItem }: WrittenCardProps) {
  const { preview, undo } = useStore(reorder.store);
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
          {undo?.undo && (
            <Button icon={<ArrowUndoRegular />} onClick={() => void reorder.undo()}>
              Undo
            </Button>
          )}
        </div>
        <UndoNote undo={undo} adds={preview.sheets.some(({ replaces }) => !replaces)} host={port.host} />
      </section>
      <ExceptionList decisions={preview.decisions} currency={preview.currency} show={showItem} />
      <Button appearance="primary" onClick={() => void reorder.make()}>
        Make it again
      </Button>
    </div>
  );
}
