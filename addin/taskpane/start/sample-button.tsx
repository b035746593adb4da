import { Button } from "@fluentui/react-button";
import { useState } from "react";
import type { Pane, WorkbookPane } from "../shell/pane.ts";
import { writeSamples } from "./samples.ts";
import type { Trouble } from "../work/trouble.ts";
import { TroubleBar } from "../work/trouble-bar.tsx";

/** Puts the invented toy shop into the workbook; it is drawn only when asked for. */
export function SampleButton({ pane, workbook, primary }: { pane: Pane; workbook: WorkbookPane; primary?: boolean }) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const write = async (): Promise<void> => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const [{ toyShop }, { toyShopSheets }] = await Promise.all([
        import("../../../shared/demo/toy-shop.ts"),
        import("../../../shared/demo/sheets.ts"),
      ]);
      await writeSamples(workbook.port, toyShopSheets(toyShop()));
      await pane.begin();
      await workbook.reading.read();
    } catch (error) {
      setTrouble(pane.explain(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button appearance={primary ? "primary" : "secondary"} disabled={busy} onClick={() => void write()}>
        {busy ? "Writing the sample…" : "Try it on sample data"}
      </Button>
      <TroubleBar trouble={trouble} />
    </>
  );
}
