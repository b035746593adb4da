import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { matches, signature } from "../../addin/taskpane/catalogue.ts";
import { renderTaskpane } from "../../addin/taskpane/page.ts";
import { root } from "../../server/paths.ts";
import type { FunctionMetadata } from "../../shared/define/metadata.ts";

const eoq: FunctionMetadata = {
  id: "EOQ",
  name: "EOQ",
  description: "Economic order quantity.",
  helpUrl: "https://localhost:3443/docs/EOQ",
  parameters: [
    { name: "demand", description: "Demand a year.", type: "number", dimensionality: "scalar" },
    { name: "rate", description: "Made per year.", type: "number", dimensionality: "scalar", optional: true },
  ],
  result: { type: "any", dimensionality: "scalar" },
};

describe("task pane", () => {
  const html = readFileSync(path.join(root, "addin", "taskpane", "taskpane.html"), "utf8");

  it("loads office.js from Microsoft, or from ourselves where the network is closed", () => {
    assert.match(
      renderTaskpane(html, { officeJs: "cdn" }),
      /src="https:\/\/appsforoffice\.microsoft\.com\/[^"]+office\.js"/,
    );
    const own = renderTaskpane(html, { officeJs: "self" });
    assert.match(own, /src="\/office-js\/office\.js"/);
    assert.doesNotMatch(own, /https:/);
  });

  it("writes a function's signature", () => assert.equal(signature(eoq), "EOQ(demand, [rate])"));

  it("finds a function by any words of its help, in any case and order", () => {
    for (const query of ["", "eoq", "QUANTITY order", "=EOQ(", "demand year"]) assert.ok(matches(eoq, query), query);
    for (const query of ["safety", "eoq safety"]) assert.ok(!matches(eoq, query), query);
  });
});
