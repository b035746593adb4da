import { Button } from "@fluentui/react-button";
import type { Start } from "./start.ts";
import { SampleButton } from "./sample-button.tsx";

/** The first screen: what Lotwise does, and the two ways to begin. */
export function FirstRun(start: Start) {
  const browser = start.port.host === "browser";
  return (
    <section className="panel stack first-run" aria-labelledby="first-heading">
      <h2 id="first-heading">What to order, and why</h2>
      <p>Lotwise forecasts each item&rsquo;s demand and makes a reorder sheet that gives its reasons, line by line.</p>
      <ol className="steps">
        <li>
          <strong>It finds your tables</strong> by their headers: items, sales history, open orders, suppliers,
          promotions. You can correct it.
        </li>
        <li>
          <strong>It plans</strong> with your suppliers&rsquo; minimums and packs, and shows what it will write.
        </li>
        <li>
          <strong>You decide.</strong> It writes sheets of its own, never yours, and one click takes them back.
        </li>
      </ol>
      <Button appearance="primary" size="large" onClick={() => void start.begin()}>
        {browser ? "Try it on the toy shop" : "Begin with this workbook"}
      </Button>
      {!browser && <SampleButton {...start} />}
      <p className="hint">
        {browser
          ? "The workbook beside this pane holds an invented toy shop: 300 items of 12 suppliers, three years of sales."
          : "The sample is an invented toy shop, written to new sheets of this workbook."}
      </p>
    </section>
  );
}
