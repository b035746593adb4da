import { Button } from "@fluentui/react-button";
import { Field } from "@fluentui/react-field";
import { Input } from "@fluentui/react-input";
import { ProgressBar } from "@fluentui/react-progress";
import { useEffect, useState } from "react";
import type { ItemView } from "./item.ts";
import type { Reading } from "../reading/reading.ts";
import { ItemCard } from "./item-card.tsx";
import { LineLink } from "./line-link.tsx";
import { TroubleBar } from "../work/trouble-bar.tsx";
import { useStore } from "../view/use-store.ts";

/** SKUs offered while typing; more would only slow the list down. */
const OFFERED = 1000;

function skusOf(reading: Reading): readonly string[] {
  try {
    return reading.request().request.items.map(({ sku }) => sku);
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
  const skus = read === "ready" ? skusOf(reading) : [];
  const sought = typed.trim();
  // What is still being typed may become a SKU as long as one holds it.
  const unknown =
    skus.length > 0 && !skus.some((each) => each.toLowerCase().includes(sought.toLowerCase())) && sought !== sku;
  const ask = (): void => {
    if (sought !== "" && sought !== sku) void item.show(sought);
  };
  const choose = (text: string): void => {
    setTyped(text);
    if (skus.includes(text) && text !== sku) void item.show(text);
  };
  return (
    <div className="stack">
      <Field
        label="SKU"
        {...(unknown && { validationMessage: `No such SKU: no item's holds "${sought}".` })}
        {...(sku === undefined && { hint: "Select a cell in an item's row, or type its SKU." })}
      >
        <Input
          value={typed}
          list="skus"
          autoComplete="off"
          onChange={(_, { value }) => choose(value)}
          onKeyDown={({ key }) => {
            if (key === "Enter" && sought !== "") void item.show(sought);
          }}
          onBlur={ask}
        />
      </Field>
      <datalist id="skus">
        {skus.slice(0, OFFERED).map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
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
