import assert from "node:assert/strict";
import { writeSamples } from "../../../addin/taskpane/start/samples.ts";
import { toyShopSheets } from "../../../shared/demo/sheets.ts";
import { toyShop } from "../../../shared/demo/toy-shop.ts";
import { requestFromSheets } from "../../../shared/tables/request-from-sheets.ts";
import { fakePort } from "../fake-port.ts";

describe("the sample data", () => {
  it("can be planned as it is written, with codes kept as text", async () => {
    const port = fakePort([{ name: "Sheet1", rows: [] }]);
    await writeSamples(port, toyShopSheets(toyShop()));
    const { request } = requestFromSheets(port.sheets);
    assert.equal(request.items.length, 300);
    assert.ok(request.items.every(({ sku }) => sku.startsWith("0")));
  });

  it("leaves sheets of the same name alone", async () => {
    const port = fakePort([{ name: "ITEMS", rows: [["mine"]] }]);
    await assert.rejects(writeSamples(port, toyShopSheets(toyShop())), /already has a sheet "Items"/);
    assert.deepEqual(port.sheets, [{ name: "ITEMS", rows: [["mine"]] }]);
  });
});
