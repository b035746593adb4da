import assert from "node:assert/strict";
import fc from "fast-check";
import { drawChart, recent, tickStep } from "../../../addin/taskpane/view/chart.ts";
import { skuAt } from "../../../addin/taskpane/item/selected-sku.ts";
import type { ReadingState } from "../../../addin/taskpane/reading/reading.ts";
import { createStore } from "../../../addin/taskpane/view/store.ts";

const SIZE = { width: 300, height: 170, left: 30, right: 8, top: 8, bottom: 20 };
const numbersIn = (path: string): number[] => (path.match(/-?[\d.]+/g) ?? []).map(Number);

describe("the item chart", () => {
  it("keeps every point within the picture, whatever the demand", () => {
    const value = fc.oneof(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.constant(0));
    const forecast = fc.tuple(value, value, value).map((bounds) => {
      const [low, mean, high] = bounds.sort((a, b) => a - b) as [number, number, number];
      return { low, mean, high };
    });
    fc.assert(
      fc.property(fc.array(fc.option(value)), fc.array(forecast), (history, ahead) => {
        const labels = [...history, ...ahead].map((_, i) => `Week of ${i}`);
        const { history: line, forecast: next, band, yTicks } = drawChart({ history, forecast: ahead, labels }, SIZE);
        const coordinates = [line, next, band].flatMap(numbersIn);
        assert.ok(coordinates.every(Number.isFinite));
        coordinates.forEach((at, i) => assert.ok(at >= 0 && at <= (i % 2 === 0 ? SIZE.width : SIZE.height)));
        assert.ok(yTicks.length >= 2 && yTicks.length <= 7);
      }),
    );
  });

  it("breaks the line at missing values, shows lone ones as dots, and has no band without a forecast", () => {
    const labels = Array.from({ length: 6 }, (_, i) => String(i));
    const drawn = drawChart({ history: [1, 2, null, 3, null], forecast: [], labels }, SIZE);
    assert.equal(drawn.history.match(/M/g)?.length, 1);
    assert.equal(drawn.dots.length, 1);
    assert.equal(drawn.band, "");
  });

  it("has round steps on its axis", () => {
    for (const [highest, step] of [
      [4, 1],
      [10, 2.5],
      [39, 10],
      [700, 200],
      [0.3, 0.1],
    ] as const)
      assert.ok(Math.abs(tickStep(highest) - step) < 1e-12, `${highest}: ${tickStep(highest)}`);
  });

  it("shows the latest periods where there are many", () => {
    const labels = Array.from({ length: 9 }, (_, i) => String(i));
    const forecast = [{ mean: 8, low: 7, high: 10 }];
    const shown = recent({ history: [0, 1, 2, 3, 4, 5, 6, 7], forecast, labels }, 3);
    assert.deepEqual(shown, { history: [5, 6, 7], forecast, labels: ["5", "6", "7", "8"] });
  });
});

describe("a selected address", () => {
  it("names its row as any host writes it", async () => {
    const port = { readSheet: () => Promise.resolve(undefined) };
    const state = { sheets: [{ name: "Items", rows: [] }] } as unknown as ReadingState;
    const reading = {
      store: createStore(state),
      skuInRow: (_: unknown, row: number) => Promise.resolve(`row ${row}`),
    };
    const at = (address: string): Promise<string | undefined> => skuAt(port, reading, { sheet: "Items", address });
    for (const address of ["B7", "$B$7", "b7", "Items!B7", "'My sheet'!$B$7:$C$9", "B7:C9"])
      assert.equal(await at(address), "row 6", address);
    for (const address of ["", "B:B", "Items"]) assert.equal(await at(address), undefined, address);
  });
});
