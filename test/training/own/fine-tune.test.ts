import assert from "node:assert/strict";
import { loadNetwork } from "../../../server/engines/network.ts";
import { fineTune, type Tuned } from "../../../server/training/own/fine-tune.ts";
import type { SeriesTable } from "../../../server/training/own/table.ts";
import { planTraining } from "../../../server/training/own/windows.ts";
import { UserError } from "../../../shared/define/errors.ts";
import type { Network } from "../../../shared/demand/networks/sequence/network.ts";
import { SMALL, smallTable } from "./tables.ts";

const mapped = (
  table: SeriesTable,
  change: (x: number | null, t: number, length: number) => number | null,
): SeriesTable =>
  Object.fromEntries(
    Object.entries(table).map(([sku, values]) => [sku, values.map((x, t) => change(x, t, values.length))]),
  );

describe("fine-tuning on a table", () => {
  let pretrained: Network;
  /** What the small table gives. */
  let one: Tuned;
  before(async function () {
    this.timeout(60_000);
    pretrained = await loadNetwork();
    one = await tune(smallTable());
  });
  const tune = (series: SeriesTable, horizon = 6, threads = 1) =>
    fineTune({ season: 12, horizon, series }, { pretrained }, { threads, size: SMALL });

  it("gives the same bits for the same table on any number of threads", async () => {
    assert.deepEqual(await tune(smallTable(), 6, 2), one);
    assert.ok(one.card.kept > 0, "the table is learnt from");
    assert.notDeepEqual(one.network.weights.output, pretrained.weights.output);
    assert.notDeepEqual(one.network.others![0]!.weights.output, pretrained.others![0]!.weights.output);
  });

  it("never sees the held-back window: other values there give the same weights and another card", async () => {
    const table = smallTable();
    const other = await tune(mapped(table, (x, t, length) => (t >= length - 6 ? 2 * x! : x)));
    assert.deepEqual(other.network, one.network);
    assert.deepEqual(other.curve, one.curve);
    assert.ok(other.card.trained.mase > one.card.trained.mase);
    const another = await tune(mapped(table, (x, t, length) => (t >= length - 12 ? 2 * x! : x)));
    assert.notDeepEqual(another.network, one.network);
  });

  it("measures the same network as good as itself", async () => {
    const { card } = await fineTune(
      { season: 12, horizon: 6, series: smallTable() },
      { pretrained, current: pretrained },
      { threads: 1, size: { ...SMALL, steps: 0 } },
    );
    assert.equal(card.kept, 0);
    assert.equal(card.better, false);
    assert.deepEqual(
      card.rivals.map(({ rival }) => rival),
      ["best", "pretrained", "naive", "current"],
    );
    for (const key of ["pretrained", "current"])
      assert.equal(card.rivals.find(({ rival }) => rival === key)!.mase, card.trained.mase);
  });

  it("takes unknown values, one point, zeros and a constant beside what it can learn from", async () => {
    const gaps = mapped(smallTable(3), (x, t) => (t % 5 === 2 ? null : x));
    const odd = {
      one: [7],
      none: [],
      gap: [null, null],
      zeros: Array<number>(60).fill(0),
      same: Array<number>(60).fill(4),
    };
    const late = { late: [...Array<null>(20).fill(null), ...Array.from({ length: 40 }, (_, t) => t % 9)] };
    const { card, network } = await tune({ ...gaps, ...odd, ...late });
    assert.equal(card.series, 9);
    assert.equal(card.used, 4);
    assert.ok(Number.isFinite(card.trained.mase) && Number.isFinite(card.trained.pinball));
    assert.ok(Object.values(network.weights).every((matrix) => matrix.every(Number.isFinite)));
  });

  it("trains on horizons of 52 and 400 where the series are long enough", async () => {
    for (const horizon of [52, 400]) {
      const { card } = await tune(smallTable(2, 2 * horizon + 60), horizon);
      assert.equal(card.horizon, horizon);
      assert.ok(card.trained.mase > 0);
    }
  });

  it("says how long a series must be", async () => {
    await assert.rejects(tune({ A: [5], B: [1, 2, 3] }, 12), (error) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, /^series: at least one must have 31 periods of changing demand/);
      return true;
    });
  });
});

describe("the windows of a training", () => {
  it("lie one after the other, the held-back one last", () => {
    const { windows } = planTraining({
      season: 1,
      horizon: 2,
      series: { A: [0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] },
    });
    assert.deepEqual(windows, [{ sku: "A", train: [1, 2, 3, 4, 5, 6, 7], validation: [8, 9], held: [10, 11] }]);
  });

  it("finds the season most series have, and looks ahead as is usual for it", () => {
    const { season, horizon } = planTraining({ series: smallTable(5, 96) });
    assert.deepEqual([season, horizon], [12, 12]);
  });
});
