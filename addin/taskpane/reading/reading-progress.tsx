import { Button } from "@fluentui/react-button";
import { ProgressBar } from "@fluentui/react-progress";
import { useStore } from "../view/use-store.ts";
import type { Reading } from "./reading.ts";

/** How far the reading of the workbook is, and the way out. */
export function ReadingProgress({ reading }: { reading: Reading }) {
  const { share, says } = useStore(reading.store);
  return (
    <div className="stack">
      <p className="quiet">{says}…</p>
      <ProgressBar value={share} aria-label="Reading the workbook" />
      <div>
        <Button onClick={reading.cancel}>Cancel</Button>
      </div>
    </div>
  );
}

/** What was given up on the way, and the means to begin again. */
export function ReadingStopped({ reading }: { reading: Reading }) {
  return (
    <div className="stack">
      <p role="status">The workbook was not read to its end: nothing is planned from it.</p>
      <div>
        <Button appearance="primary" onClick={() => void reading.read()}>
          Read the workbook
        </Button>
      </div>
    </div>
  );
}
