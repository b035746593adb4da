import { Button } from "@fluentui/react-button";
import { TroubleBar } from "../work/trouble-bar.tsx";
import { useWork } from "../work/use-work.ts";
import { writeSamples } from "./samples.ts";
import type { Start } from "./start.ts";

/** Puts the invented toy shop into the workbook; it is drawn only when asked for. */
export function SampleButton({ port, reading, explain, begin }: Start) {
  const { busy, trouble, run } = useWork(explain);
  const write = async (): Promise<void> => {
    const [{ toyShop }, { toyShopSheets }] = await Promise.all([
      import("../../../shared/demo/toy-shop.ts"),
      import("../../../shared/demo/sheets.ts"),
    ]);
    await writeSamples(port, toyShopSheets(toyShop()));
    await begin();
    await reading.read();
  };
  return (
    <>
      <Button disabled={busy} onClick={() => run(write)}>
        {busy ? "Writing the sample…" : "Try it on sample data"}
      </Button>
      <TroubleBar trouble={trouble} />
    </>
  );
}
