import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { startServer, type RunningServer } from "../../harness/server.ts";

const program = fileURLToPath(new URL("./quick-worker.mjs", import.meta.url));
const HISTORY = Array.from({ length: 48 }, (_, t) => [100 + t + 30 * Math.sin((t * Math.PI) / 6)]);

describe("trained models in cells", function () {
  this.timeout(60_000);
  let server: RunningServer;
  before(async () => {
    server = await startServer({}, {}, { program });
    for (const name of ["shop", "shop", "worse"]) {
      const response = await server.post("/v1/models", { name, series: { A: [1, 2, 3] } });
      const { id } = (await response.json()) as { id: string };
      await (await fetch(`${server.url}/v1/jobs/${id}/events`)).text();
    }
  });
  after(() => server.close());

  const forecast = async (model: string | null, ...more: unknown[]) =>
    (await server.compute([{ function: "FORECAST_LSTM", args: [HISTORY, 3, 12, null, model, ...more] }]))[0]!;

  it("answers with the version named, as often as asked, and otherwise with the pretrained network", async () => {
    const own = await forecast("shop@1");
    const plain = await forecast(null);
    assert.ok(Array.isArray(own.value) && Array.isArray(plain.value));
    assert.notDeepEqual(own.value, plain.value);
    assert.deepEqual(await forecast(" SHOP@1 "), own);
    assert.deepEqual(await forecast("shop@2"), own, "the same weights under another number");
  });

  it("answers many cells at once, each with its model", async () => {
    const calls = Array.from({ length: 40 }, (_, i) => ({
      function: "FORECAST_LSTM",
      args: [HISTORY.slice(i % 3), 2, 12, null, i % 2 ? "shop@1" : "shop@9"],
    }));
    const results = await server.compute(calls);
    results.forEach((result, i) => assert.equal("value" in result, i % 2 === 1));
  });

  it("refuses a name without a version, naming the newest, and names that are unknown", async () => {
    const wrong: [string, RegExp][] = [
      ["shop", /^model: must name a version, so that answers never change by themselves: write shop@2, the newest/],
      ["shop@9", /^model: there is no version shop@9; the newest of shop is shop@2/],
      ["toys@1", /^model: there is no model toys; there are shop@2\. Train one/],
      ["worse@1", /^model: worse has no version yet/],
      ["shop@0", /^model: must be a trained model's version, such as shop@3/],
      ["a b", /^model: must be a trained model's version/],
    ];
    for (const [model, says] of wrong) assert.match((await forecast(model)).error!.message, says);
  });

  it("lists names, versions and scores", async () => {
    const [listed] = await server.compute([{ function: "MODELS", args: [] }]);
    const [header, ...rows] = listed!.value as unknown[][];
    assert.equal(header!.length, 10);
    assert.deepEqual(
      rows.map((row) => [row[0], row[1], row[6], row[7]]),
      [
        ["shop@1", false, 0.9, 1],
        ["shop@2", true, 0.9, 1],
      ],
    );
  });

  it("counts known drivers, as FORECAST_BEST does", async () => {
    const promoted = HISTORY.map((_, t) => [t % 5 === 0 ? 1 : 0]);
    const history = HISTORY.map(([x], t) => [x! * (t % 5 === 0 ? 2 : 1)]);
    const [result] = await server.compute([
      { function: "FORECAST_LSTM", args: [history, 2, 1, null, "shop@1", promoted, [[1], [0]]] },
    ]);
    const [[first], [second]] = result!.value as [[number], [number]];
    assert.ok(first > 1.6 * second, `${first} with a promotion, ${second} without`);
    assert.match((await forecast("shop@1", promoted)).error!.message, /^future_drivers: must hold/);
  });

  it("answers one point, a gap, and horizons of 52 and 400 with a trained model", async () => {
    for (const history of [[[5]], [[5], ["NA"], [7]], HISTORY])
      for (const horizon of [52, 400]) {
        const [result] = await server.compute([
          { function: "FORECAST_LSTM", args: [history, horizon, 12, 0.9, "shop@1"] },
        ]);
        const rows = result!.value as number[][];
        assert.equal(rows.length, horizon);
        assert.ok(rows.every(([mean, low, high]) => low! <= mean! + 1e-9 && mean! <= high! + 1e-9 && low! >= 0));
      }
  });
});
