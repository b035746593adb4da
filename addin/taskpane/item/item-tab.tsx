import { Button } from "@fluentui/react-button";
import { ProgressBar } from "@fluentui/react-progress";
import { useEffect, useState } from "react";
import type { Item } from "../../../shared/purchasing/terms/plan.ts";
import { SkuField } from "./sku-field.tsx";
import { chosen, itemsWith } from "./items-with.ts";
import type { ItemView } from "./item.ts";
import type { Reading } from "../reading/reading.ts";
import { ItemCard } from "./item-card.tsx";
import { LineLink } from "./line-link.tsx";
import { TroubleBar } from "../work/trouble-bar.tsx";
import { useStore } from "../view/use-store.ts";

function itemsOf(reading: Reading): readonly Item[] {
  try {
    return reading.request().request.items;
  } catch {
    return [];
  }
}

/** The item of the selected row: its past, its forecast and the reasons for its quantity. */
export function ItemTab({ item, reading }: { item: ItemView; reading: Reading }) {
  const { status, sku, details, trouble } = useStore(item.store);
  const { status: read } = useStore(reading.store);
  const [typed, setTyped] = useState(sku ?? "");
  useEffect(() => item.follow(), [item]);
  useEffect(() => setTyped(sku ?? ""), [sku]);
  useEffect(() => {
    if (reading.store.get().status === "idle") void reading.read();
  }, [reading]);
  const items = read === "ready" ? itemsOf(reading) : [];
  const sought = typed.trim();
  const found = sought === "" ? items : itemsWith(items, sought);
  // What is still being typed may become a SKU or a description as long as one holds it.
  const unknown = items.length > 0 && found.length === 0 && sought !== sku;
  const ask = (): void => {
    const wanted = chosen(found, sought);
    if (wanted !== undefined && wanted !== sku) void item.show(wanted);
  };
  const choose = (text: string): void => {
    setTyped(text);
    if (text !== sku && items.some((each) => each.sku === text)) void item.show(text);
  };
  return (
    <div className="stack">
      <SkuField sku={sku} typed={typed} found={found} unknown={unknown} choose={choose} ask={ask} />
      {status === "working" && <ProgressBar aria-label={`Forecasting ${sku ?? ""}`} />}
      <p className="hidden-label" role="status">
        {status === "ready" && details && !unknown
          ? `${details.item.sku}: order ${details.line.quantity}. ${details.line.why}`
          : ""}
      </p>
      <TroubleBar trouble={trouble}>
        {sku !== undefined && <Button onClick={() => void item.show(sku)}>Try again</Button>}
      </TroubleBar>
      {details && status !== "failed" && !unknown && (
        <ItemCard details={details} toLine={<LineLink key={details.item.sku} item={item} sku={details.item.sku} />} />
      )}
    </div>
  );
}
