import assert from "node:assert/strict";
import fc from "fast-check";
import { rowAt } from "../../../../shared/demand/models/table/examples.ts";
import { ITEM_FEATURES, YEAR_FEATURES } from "../../../../shared/demand/models/table/features.ts";
import { TableSeasons, TABLE_FEATURES } from "../../../../shared/demand/models/table/seasons.ts";
import { MONTHS } from "../../../../shared/demand/models/table/spans.ts";
import { statesOf } from "../../../../shared/demand/models/table/states.ts";
import { tableHistory } from "../../../../shared/demand/models/table/scheme.ts";
import { madeTable } from "./made.ts";

const HORIZON = 3;
const NAMES = [...ITEM_FEATURES, ...YEAR_FEATURES, ...TABLE_FEATURES];

/** The features of every item so many periods before the end. */
function rowsBefore(histories: readonly (readonly number[])[], back: number): number[][] {
  const items = histories.map((history) => statesOf(tableHistory(history, 1), MONTHS.year));
  const seasons = new TableSeasons(HORIZON, MONTHS, 40);
  for (const states of items) seasons.add(states);
  return items.map((states) => rowAt(states, states.values.length - back, HORIZON, MONTHS, seasons.featuresAt(back)));
}

describe("the features of a table's items at a cut", () => {
  const histories = madeTable(12, 60);

  it("have names, each its own", () => {
    assert.equal(new Set(NAMES).size, NAMES.length);
    assert.ok(rowsBefore(histories, 5).every((row) => row.length === NAMES.length));
  });

  it("are the same to the bit whatever follows the cut", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: HORIZON, max: 20 }),
        fc.infiniteStream(fc.oneof(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constant(NaN))),
        (back, stream) => {
          const changed = histories.map((history) => [
            ...history.slice(0, -back),
            ...Array.from({ length: back }, () => stream.next().value as number),
          ]);
          const [before, after] = [histories, changed].map((table) => rowsBefore(table, back));
          assert.deepEqual(after, before);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("know no unit: an item that sells a thousand times as much looks the same", () => {
    const [usual, large] = [1, 1024].map((unit) =>
      rowsBefore([histories[0]!.map((x) => x * unit), ...histories.slice(1)], HORIZON)[0]!.slice(
        0,
        ITEM_FEATURES.length,
      ),
    );
    large!.forEach((x, j) => assert.ok(Object.is(x, usual![j]) || Math.abs(x - usual![j]!) < 1e-9, NAMES[j]));
  });
});
