import assert from "node:assert/strict";
import { makePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import { passOnDemand } from "../../../shared/purchasing/terms/pass-on-demand.ts";
import { readPlanRequest } from "../../../shared/purchasing/terms/request.ts";
import { requestFromSheets } from "../../../shared/tables/request-from-sheets.ts";
import { noFaults } from "../../harness/faults.ts";

const item = { on_hand: 0, lead_time_days: 7, cost: 1 };
const read = (items: readonly object[], history: Record<string, (number | null)[]>) =>
  readPlanRequest({ today: "2026-11-23", period: "week", items, history });

describe("the demand of an item that may not be ordered", () => {
  it("is planned with its successor, and the exception names it", () => {
    const { request, exceptions } = read(
      [
        { ...item, sku: "old", status: "discontinued", successor: "new" },
        { ...item, sku: "new" },
      ],
      { old: [10, null, 10, 10, null], new: [1, null, null] },
    );
    assert.deepEqual(request.history["new"], [10, null, 11, 10, null]);
    assert.deepEqual(request.history["old"], [10, null, 10, 10, null]);
    assert.deepEqual(
      exceptions.map(({ sku, code, message }) => [sku, code, message]),
      [["old", "status", 'Marked "discontinued": its demand is planned with its successor new.']],
    );
  });

  it("brings its receipts along, as what was received was sold", () => {
    const receipt = (quantity: number) => ({ quantity, received: "2026-10-05" });
    const { request } = read(
      [
        { ...item, sku: "old", status: "discontinued", successor: "new", receipts: [receipt(40)] },
        { ...item, sku: "new", receipts: [receipt(2)] },
        { ...item, sku: "other", receipts: [receipt(3)] },
      ],
      { old: [10], new: [1] },
    );
    assert.deepEqual(
      request.items.map(({ receipts }) => receipts?.map(({ quantity }) => quantity)),
      [[40], [2, 40], [3]],
    );
  });

  it("makes the successor be ordered for both", () => {
    const history = { old: Array<number>(60).fill(20), new: [] };
    const plan = (successor: object) => {
      const { request, exceptions } = read(
        [
          { ...item, sku: "old", status: "blocked", ...successor },
          { ...item, sku: "new" },
        ],
        history,
      );
      return makePlan(request, { exceptions, onFault: noFaults });
    };
    const ordered = ({ lines }: ReturnType<typeof plan>) => lines.map(({ sku, quantity }) => [sku, quantity]);
    assert.deepEqual(ordered(plan({})), [
      ["old", 0],
      ["new", 0],
    ]);
    const passed = plan({ successor: "new" });
    assert.deepEqual(ordered(passed), [
      ["old", 0],
      ["new", 60],
    ]);
    assert.ok(passed.exceptions.every(({ message }) => !message.includes("Name a successor")));
  });

  it("follows the line of successors to the first that may be ordered", () => {
    const closed = { ...item, status: "discontinued" };
    const { request } = read(
      [
        { ...closed, sku: "a", successor: "b" },
        { ...closed, sku: "b", successor: "c" },
        { ...item, sku: "c" },
      ],
      { a: [1], b: [2], c: [4] },
    );
    assert.deepEqual(request.history["c"], [7]);
  });

  it("is an exception where the line leads nowhere", () => {
    const closed = { ...item, status: "discontinued" };
    const said = (items: readonly object[]) => read(items, { a: [1], b: [1] }).exceptions.map(({ message }) => message);
    assert.match(said([{ ...closed, sku: "a", successor: "x" }]).join(), /successor x has no row in the item table/);
    assert.match(
      said([
        { ...closed, sku: "a", successor: "b" },
        { ...closed, sku: "b", successor: "a" },
      ]).join(),
      /lead back to a/,
    );
    assert.match(
      said([
        { ...closed, sku: "a", successor: "b" },
        { ...closed, sku: "b" },
      ]).join(),
      /successor b may not be ordered either/,
    );
  });

  it("stays where it is while the item may be ordered", () => {
    const { request } = read(
      [
        { ...item, sku: "a", successor: "b" },
        { ...item, sku: "b" },
      ],
      { a: [1], b: [2] },
    );
    assert.deepEqual({ ...request.history }, { a: [1], b: [2] });
    assert.equal(passOnDemand(request).request, request);
  });

  it("finds the successor in the item table", () => {
    const days = ["2026-11-02", "2026-11-09", "2026-11-16"];
    const { request } = requestFromSheets(
      [
        { name: "Sales", rows: [["Date", "SKU", "Quantity"], ...days.map((day) => [day, "0001", 5])] },
        {
          name: "Artikel",
          rows: [
            ["Artikelnummer", "Bestand", "Lieferzeit (Tage)", "Status", "Nachfolger"],
            ["0001", 3, 14, "discontinued", "0002"],
            ["0002", 0, 14, "", null],
          ],
        },
      ],
      { today: "2026-11-23" },
    );
    assert.deepEqual(
      request.items.map(({ sku, successor }) => [sku, successor]),
      [
        ["0001", "0002"],
        ["0002", undefined],
      ],
    );
  });
});
