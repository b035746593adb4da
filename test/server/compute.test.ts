import assert from "node:assert/strict";
import { functions } from "../../shared/functions/index.ts";
import { agree } from "../harness/close.ts";
import { startServer, type RunningServer } from "../harness/server.ts";

describe("POST /v1/compute", () => {
  let server: RunningServer;
  before(async () => {
    server = await startServer();
  });
  after(() => server.close());

  it("answers in order; a bad call costs only itself", async () => {
    const results = await server.compute([
      { function: "EOQ", args: [10000, 50, 2] },
      { function: "EOQ", args: [10000, -1, 2] },
      { function: "NOSUCH", args: [] },
      { function: "FORECAST_ETS", args: [[[5], [5], [5], [5], [5], [5]], 2] },
      null,
      { function: "EOQ" },
      { function: "ABC", args: [[[700, 200, 60, 40]]] },
      { function: "EOQ", args: [1e308, 1e308, 1e-300] },
    ]);
    assert.deepEqual(results[0], { value: 707.1067811865476 });
    assert.deepEqual(results[1], { error: { code: "#VALUE!", message: "order_cost: must be at least 0; got -1" } });
    assert.match(results[2]!.error!.message, /unknown function NOSUCH/);
    assert.deepEqual(results[3], { value: [[5], [5]] });
    assert.match(results[4]!.error!.message, /a call must be an object/);
    assert.match(results[5]!.error!.message, /args: must be a list/);
    assert.deepEqual(results[6], { value: [["A", "A", "B", "C"]] });
    assert.equal(results[7]!.error!.code, "#NUM!");
  });

  it("answers every function's examples as the definition does", async () => {
    for (const { name, examples } of functions) {
      const results = await server.compute(examples.map(({ args }) => ({ function: name, args })));
      examples.forEach(({ answer, tolerance }, i) => {
        const { value } = results[i]!;
        const right = typeof answer === "function" ? answer(value as never) : agree(value, answer, tolerance ?? 1e-9);
        assert.ok(right, `${name}: ${JSON.stringify(results[i])}`);
      });
    }
  });

  it("counts blanks of a range as 0 whether they come as null, empty text or 0", async () => {
    const calls = [null, "", 0].map((blank) => ({
      function: "FORECAST_ETS",
      args: [[[3], [blank], [4], [5], [blank], [6], [2], [4]], 3],
    }));
    const results = await server.compute(calls);
    assert.ok(results[0]!.value);
    assert.deepEqual(results[1], results[0]);
    assert.deepEqual(results[2], results[0]);
    const [missing] = await server.compute([
      { function: "FORECAST_ETS", args: [[[3], ["NA"], [4], [5], ["#N/A"], [6], [2], [4]], 3] },
    ]);
    assert.ok(missing!.value);
    assert.notDeepEqual(missing, results[0]);
  });

  it("answers the same bits however the calls are batched and on one thread or two", async () => {
    const history = Array.from({ length: 40 }, (_, i) => [20 + ((i * 7) % 11)]);
    const call = { function: "FORECAST_ETS", args: [history, 6, 4, 0.9] };
    const many = await server.compute(Array<unknown>(40).fill(call));
    const one = await startServer({ THREADS: "1" });
    try {
      const [alone] = await one.compute([call]);
      for (const result of many) assert.deepEqual(result, alone);
    } finally {
      await one.close();
    }
  });

  it("answers faults of the whole request as problem+json", async () => {
    const cases: readonly (readonly [string, Record<string, string>, number])[] = [
      ["{", {}, 400],
      ["[]", {}, 400],
      ['{"calls": 5}', {}, 400],
      [`{"calls": ${"[".repeat(500)}${"]".repeat(500)}}`, {}, 400],
      [`{"calls": ["${"x".repeat(11_000_000)}"]}`, {}, 413],
      [`{"calls": [${"0,".repeat(20_000)}0]}`, {}, 413],
      ["{}", { "content-type": "text/plain" }, 415],
    ];
    for (const [body, headers, status] of cases) {
      const response = await server.post("/v1/compute", body, headers);
      assert.equal(response.status, status, body.slice(0, 40));
      assert.match(response.headers.get("content-type") ?? "", /application\/problem\+json/);
      const problem = (await response.json()) as { detail: string; instance: string };
      assert.ok(problem.detail.length > 10 && problem.instance.length > 10);
    }
  });

  it("says which method it takes", async () => {
    for (const to of ["/v1/compute", "/v1/reorder"]) {
      const response = await fetch(server.url + to);
      assert.equal(response.status, 405);
      assert.equal(response.headers.get("allow"), "POST");
    }
  });

  it("refuses numbers that JSON turns into infinity", async () => {
    const response = await server.post(
      "/v1/compute",
      '{"calls":[{"function":"EOQ","args":[1e999,50,2]},{"function":"ABC","args":[[[1],[-1e999]]]}]}',
    );
    const { results } = (await response.json()) as { results: { error: { message: string } }[] };
    assert.equal(results[0]!.error.message, "demand: must be a finite number");
    assert.equal(results[1]!.error.message, "values: row 2 must be a finite number");
  });

  it("reads Excel's cell-value objects by their basic value", async () => {
    const results = await server.compute([
      { function: "EOQ", args: [{ type: "Double", basicValue: 10000 }, 50, 2] },
      { function: "ABC", args: [[[{ type: "FormattedNumber", basicValue: 1, numberFormat: "0" }]]] },
    ]);
    assert.deepEqual(results, [{ value: 707.1067811865476 }, { value: [["A"]] }]);
  });
});
