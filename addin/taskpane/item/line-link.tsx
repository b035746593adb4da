import { Link } from "@fluentui/react-link";
import { useState } from "react";
import type { ItemView } from "./item.ts";

/** Selects an item's line in the workbook, or says that it has none. */
export function LineLink({ item, sku }: { item: ItemView; sku: string }) {
  const [says, setSays] = useState("");
  const go = (): void => {
    setSays("");
    item.selectLine(sku).then(
      (found) => setSays(found ? "" : "It has no line on a reorder sheet."),
      () => setSays("The workbook did not show it: finish editing the cell and try again."),
    );
  };
  return (
    <p>
      <Link as="button" onClick={go}>
        Select its line
      </Link>{" "}
      <span className="quiet" role="status">
        {says}
      </span>
    </p>
  );
}
