import assert from "node:assert/strict";
import { chosen, itemsWith } from "../../../addin/taskpane/item/items-with.ts";
import { request } from "../../reorder-sheet/plans.ts";

describe("items that hold what is typed", () => {
  const { items } = request([
    { sku: "00829", description: "Whale doll's house" },
    { sku: "01352", description: "Whale play kitchen" },
    { sku: "8", description: "Fox" },
    { sku: "W-8" },
  ]);
  const skus = (text: string): string[] => itemsWith(items, text).map(({ sku }) => sku);

  it("are found by SKU and by description, in any case", () => {
    assert.deepEqual(skus("whale"), ["00829", "01352"]);
    assert.deepEqual(skus("KITCHEN"), ["01352"]);
    assert.deepEqual(skus("w-"), ["W-8"]);
    assert.deepEqual(skus("unicorn"), []);
  });

  it("are the one whose SKU it is, where others hold it too", () => {
    assert.deepEqual(skus("8"), ["8"]);
  });

  it("are asked for where there is one, as typed where there is none, and not where there are several", () => {
    const meant = (text: string): string | undefined => chosen(itemsWith(items, text), text);
    assert.deepEqual(["kitchen", "8", "unicorn", "whale", ""].map(meant), [
      "01352",
      "8",
      "unicorn",
      undefined,
      undefined,
    ]);
  });
});
