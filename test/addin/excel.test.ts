import assert from "node:assert/strict";
import type { Outcome } from "../../shared/define/cells.ts";
import { showAddress } from "../harness/excel/address.ts";
import { answering, computeServer, type Call } from "../harness/excel/compute-server.ts";
import { openExcel, type Excel, type ExcelOptions } from "../harness/excel/excel.ts";
import { fakeClock, type FakeClock } from "../harness/fake-clock.ts";
import { builtAddin } from "./built.ts";

const ORIGIN = "https://localhost:3443";

/** A forecast that repeats the last value; enough to see which history went where. */
function lastValue({ args }: Call): Outcome {
  const [history, horizon] = args as [unknown[][], number];
  const last = history.at(-1)!.at(-1) as number;
  return { value: Array.from({ length: horizon }, () => [last]) };
}

interface Desk {
  readonly excel: Excel;
  readonly clock: FakeClock;
  readonly server: ReturnType<typeof computeServer>;
}

async function sitDown(options: Partial<ExcelOptions> = {}, delayMs = 20): Promise<Desk> {
  const clock = fakeClock();
  const server = computeServer(clock, delayMs);
  server.behave(answering(lastValue));
  const excel = openExcel({ folder: await builtAddin(), origin: ORIGIN, clock, fetch: server.fetch, ...options });
  return { excel, clock, server };
}

function column(
  excel: Excel,
  letter: string,
  values: readonly (number | string | { error: string } | undefined)[],
): void {
  values.forEach((value, i) => excel.enter(`${letter}${i + 1}`, value));
}

describe("the shipped functions in a workbook", () => {
  before(async function () {
    this.timeout(30_000);
    await builtAddin();
  });

  describe("at a server that asks for a token", () => {
    const forecast = "=FORECAST_ETS(A1:A4,1)";

    it("say so, and answer once the pane was given one", async () => {
      const stored = new Map<string, string>();
      const { excel, clock, server } = await sitDown({ stored });
      const right = answering(lastValue);
      server.behave((calls, body) =>
        server.tokens.at(-1) === "Bearer secret" ? right(calls, body) : { status: 401, body: "{}" },
      );
      column(excel, "A", [1, 2, 3, 4]);
      excel.enter("C1", forecast);
      await clock.advance(1000);
      assert.equal(excel.shown("C1"), "#N/A");
      assert.match(excel.message("C1") ?? "", /access token: give it in the Lotwise pane/);
      stored.set("lotwise.access-token", "secret");
      excel.enter("C1", forecast);
      await clock.advance(1000);
      assert.equal(excel.shown("C1"), 4);
      assert.deepEqual(server.tokens, [undefined, "Bearer secret"]);
    });
  });

  describe("closed formulas", () => {
    it("answer at once, without the server", async () => {
      const { excel, server } = await sitDown();
      excel.enter("A1", 10_000);
      excel.enter("B1", "=EOQ(A1,50,2)");
      assert.ok(Math.abs((excel.shown("B1") as number) - 707.1067811865476) < 1e-9);
      excel.enter("A1", 40_000);
      assert.ok(Math.abs((excel.shown("B1") as number) - 1414.213562373095) < 1e-9);
      assert.equal(server.requests.length, 0);
    });

    it("name the parameter that is wrong", async () => {
      const { excel } = await sitDown();
      excel.enter("A1", "=EOQ(10000,-50,2)");
      assert.equal(excel.shown("A1"), "#VALUE!");
      assert.equal(excel.message("A1"), "order_cost: must be at least 0; got -50");
    });

    it("spill rows over cells", async () => {
      const { excel } = await sitDown();
      column(excel, "A", [100, 900, 5]);
      excel.enter("B1", "=ABC(A1:A3)");
      assert.deepEqual(excel.grid("B1:B3"), [["B"], ["A"], ["C"]]);
    });

    for (const platform of ["desktop", "web"] as const)
      it(`read a blank cell as 0 on the ${platform}`, async () => {
        const { excel } = await sitDown({ platform });
        excel.enter("B1", "=EOQ(A1,50,2)");
        assert.equal(excel.shown("B1"), 0);
        excel.enter("B2", "=EOQ(100,50,A1)");
        assert.equal(excel.message("B2"), "holding_cost: must be greater than 0; got 0");
      });
  });

  it("calculates 2,000 forecasts with one request", async () => {
    const { excel, clock, server } = await sitDown();
    column(excel, "A", [3, 1, 2]);
    for (let row = 0; row < 2_000; row++)
      excel.enter(showAddress({ row, column: 2 }), `=FORECAST_ETS(A1:A3,1,${(row % 1_000) + 1})`);
    assert.equal(excel.busy().length, 2_000);
    await clock.advance(200);
    assert.deepEqual(excel.busy(), []);
    assert.deepEqual(
      server.requests.map((calls) => calls.length),
      [1_000],
    );
    assert.equal(excel.shown("C2000"), 2);
  });

  it("answers at once with the pane closed, when timers are slow", async () => {
    const { excel, clock } = await sitDown({ closed: true });
    column(excel, "A", [3, 1, 2]);
    excel.enter("C1", "=FORECAST_ETS(A1:A3,1)");
    await clock.advance(100);
    assert.equal(excel.shown("C1"), 2);
  });

  describe("a blank cell given for an optional argument", () => {
    for (const platform of ["desktop", "web"] as const)
      it(`is as good as none on the ${platform}`, async () => {
        const { excel } = await sitDown({ platform });
        column(excel, "B", [40, 40, 40, 40]);
        excel.enter("F1", "=STOCKOUT_DATE(100,B1:B4,,D1)");
        excel.enter("F2", "=ROP(100,20,4,0,D1)");
        excel.enter("F3", "=EOQ(10000,50,2,D1,D2)");
        excel.enter("G2", "=ROP(100,20,4)");
        excel.enter("G3", "=EOQ(10000,50,2)");
        assert.deepEqual(excel.grid("F1:F3"), [[2.5], [excel.shown("G2")], [excel.shown("G3")]]);
      });
  });

  it("says what to type in place of a whole column, where Excel passes one on", async () => {
    const { excel } = await sitDown();
    excel.enter("D1", "=ABC(B:B)");
    assert.match(
      excel.message("D1") ?? "",
      /in place of a whole column give a table's column, or a range such as B2:B200/,
    );
    const web = await sitDown({ platform: "web" });
    web.excel.enter("D1", "=ABC(B:B)");
    assert.equal(web.excel.shown("D1"), "#CALC!");
  });

  describe("dates, money and shares", () => {
    const enterAll = (excel: Excel): void => {
      column(excel, "B", [40, 40, 40, 40]);
      excel.enter("C1", "=STOCKOUT_DATE(100,B1:B4,,46349)");
      excel.enter("C2", "=STOCKOUT_DATE(100,B1:B4)");
      excel.enter("C3", "=EOQ_COST(500,1000,100,20)");
      excel.enter("C4", "=SERVICE_LEVEL(120,100,10,1,0,0)");
      excel.enter("C5", "=SS_POLICY(5,64,1,9)");
    };

    it("arrive formatted where Excel takes that", async () => {
      const { excel, clock, server } = await sitDown();
      server.behave(answering(() => ({ value: [[4, 10, 8.034]] })));
      enterAll(excel);
      await clock.advance(100);
      assert.deepEqual(
        ["C1", "C2", "C3", "C4", "C5", "D5", "E5"].map((at) => excel.format(at)),
        ["yyyy-mm-dd", undefined, "#,##0.00", "0.0%", undefined, undefined, "#,##0.00"],
      );
      assert.deepEqual([excel.shown("C1"), excel.shown("E5")], [46366, 8.034]);
    });

    it("arrive as plain numbers where it does not", async () => {
      const { excel, clock, server } = await sitDown({ runtime: 3 });
      server.behave(answering(() => ({ value: [[4, 10, 8.034]] })));
      enterAll(excel);
      await clock.advance(100);
      assert.deepEqual([excel.shown("C1"), excel.shown("C2"), excel.shown("E5")], [46366, 2.5, 8.034]);
      assert.equal(typeof excel.shown("C4"), "number");
    });
  });

  describe("once the server is back", () => {
    it("heals its cells by itself", async () => {
      const { excel, clock, server } = await sitDown();
      server.behave(() => "no connection");
      column(excel, "A", [1, 2, 3, 4]);
      excel.enter("C1", "=FORECAST_ETS(A1:A4,1)");
      await clock.advance(60_000);
      assert.equal(excel.shown("C1"), "#N/A");
      server.behave(answering(lastValue));
      await clock.advance(300_000);
      assert.deepEqual([excel.shown("C1"), excel.calculations], [4, 1]);
      await clock.advance(3_600_000);
      assert.equal(excel.calculations, 1);
      assert.equal(clock.timers, 0);
    });

    it("asks ever less often a server that says it is well and answers nothing", async () => {
      const { excel, clock, server } = await sitDown();
      server.behave(() => ({ status: 503, body: "" }));
      excel.enter("C1", "=FORECAST_ETS(A1:A4,1)");
      await clock.advance(3_600_000);
      assert.ok(excel.calculations > 2 && excel.calculations < 20, `${excel.calculations}`);
    });

    it("calculates nothing again where cells only waited too long, or want a token", async () => {
      for (const behaviour of [() => "never" as const, () => ({ status: 401, body: "{}" })]) {
        const { excel, clock, server } = await sitDown();
        server.behave(behaviour);
        excel.enter("C1", "=FORECAST_ETS(A1:A4,1)");
        await clock.advance(3_600_000);
        assert.equal(excel.calculations, 0);
      }
    });
  });

  it("answers a recalculation from memory", async () => {
    const { excel, clock, server } = await sitDown();
    column(excel, "A", [3, 1, 2]);
    excel.enter("C1", "=FORECAST_ETS(A1:A3,2)");
    await clock.advance(200);
    excel.recalculate();
    await clock.advance(0);
    assert.deepEqual(excel.grid("C1:C3"), [[2], [2], [undefined]]);
    assert.equal(server.requests.length, 1);
  });

  it("sends what Excel left out as nothing, and cuts it at the end", async () => {
    const { excel, clock, server } = await sitDown();
    column(excel, "A", [3, 1, 2]);
    excel.enter("C1", "=FORECAST_ETS(A1:A3,1,,0.9)");
    excel.enter("D1", "=FORECAST_ETS(A1:A3,1)");
    await clock.advance(200);
    assert.deepEqual(
      server.requests.flat().map(({ args }) => args.slice(1)),
      [[1, null, 0.9], [1]],
    );
  });

  it("sends errors inside a range as their codes, and blanks as Excel gives them", async () => {
    for (const [platform, blank] of [
      ["desktop", 0],
      ["web", null],
    ] as const) {
      const { excel, clock, server } = await sitDown({ platform });
      column(excel, "A", [5, { error: "#N/A" }, undefined, { error: "#DIV/0!" }, 7]);
      excel.enter("C1", "=FORECAST_ETS(A1:A5,1)");
      await clock.advance(200);
      assert.deepEqual(server.requests[0]?.[0]?.args[0], [[5], ["#N/A"], [blank], ["#DIV/0!"], [7]]);
    }
  });

  it("shows the server's message in the cell, and #NUM! without one", async () => {
    const { excel, clock, server } = await sitDown();
    server.behave(
      answering(({ args }) => ({
        error: args[1] === 1 ? { code: "#N/A", message: "history: too short" } : { code: "#NUM!", message: "overflow" },
      })),
    );
    excel.enter("C1", "=FORECAST_ETS(A1:A3,1)");
    excel.enter("D1", "=FORECAST_ETS(A1:A3,2)");
    await clock.advance(200);
    assert.deepEqual([excel.shown("C1"), excel.message("C1")], ["#N/A", "history: too short"]);
    assert.deepEqual([excel.shown("D1"), excel.message("D1")], ["#NUM!", undefined]);
  });

  it("gives a spilling function a matrix even where the server answers one cell, and blanks as text", async () => {
    const { excel, clock, server } = await sitDown();
    server.behave(answering(({ args }) => ({ value: args[1] === 1 ? 4 : ([[1, null]] as never) })));
    excel.enter("C1", "=FORECAST_ETS(A1:A3,1)");
    excel.enter("C2", "=FORECAST_ETS(A1:A3,2)");
    await clock.advance(200);
    assert.deepEqual(excel.grid("C1:D2"), [
      [4, undefined],
      [1, ""],
    ]);
  });

  it("asks nothing for a preview, but shows what is known", async () => {
    const { excel, clock, server } = await sitDown();
    column(excel, "A", [3, 1, 2]);
    const before = await excel.preview("=FORECAST_ETS(A1:A3,2)");
    assert.match(String(before), /calculated when the formula is entered/);
    await clock.advance(200);
    assert.equal(server.requests.length, 0);
    excel.enter("C1", "=FORECAST_ETS(A1:A3,2)");
    await clock.advance(200);
    assert.equal(JSON.stringify(await excel.preview("=FORECAST_ETS(A1:A3,2)")), "[[2],[2]]");
    assert.equal(server.requests.length, 1);
  });

  describe("when things go wrong", () => {
    const server200 = (body: string) => () => ({ body });
    const cases: readonly (readonly [string, Parameters<Desk["server"]["behave"]>[0], RegExp])[] = [
      [
        "no server",
        () => "no connection",
        /does not answer at https:\/\/localhost:3443: start it with npm start; the cells then follow by themselves$/,
      ],
      ["a silent server", () => "never", /no answer from https:\/\/localhost:3443 within 55 seconds/],
      ["too few results", server200('{"results":[]}'), /0 results for 3 calls/],
      ["half an answer", server200('{"results":[{"val'), /not JSON/],
      ["a page of HTML", server200("<!doctype html>"), /is not Lotwise's server/],
      ["a server that finds it too large", () => ({ status: 413, body: "" }), /shorter range/],
      ["a server that asks for patience", () => ({ status: 429, body: "" }), /busy/],
      ["an unavailable server", () => ({ status: 503, headers: { "retry-after": "2" }, body: "" }), /busy/],
      ["a failing server", () => ({ status: 500, body: "{}" }), /HTTP 500/],
    ];
    for (const [what, behaviour, says] of cases)
      it(`leaves no cell busy and says why: ${what}`, async () => {
        const { excel, clock, server } = await sitDown();
        server.behave(behaviour);
        for (let i = 1; i <= 3; i++) excel.enter(`C${i}`, `=FORECAST_ETS(A1:A3,1,${i})`);
        await clock.advance(56_000);
        assert.deepEqual(excel.busy(), []);
        for (let i = 1; i <= 3; i++) {
          assert.match(String(excel.shown(`C${i}`)), /^#(N\/A|VALUE!)$/);
          assert.match(excel.message(`C${i}`) ?? "", says);
        }
        server.behave(answering(lastValue));
        excel.recalculate();
        await clock.advance(1_000);
        assert.deepEqual(excel.grid("C1:C3"), [[0], [0], [0]]);
      });

    it("logs nothing in ordinary trouble", async () => {
      const { excel, clock, server } = await sitDown();
      server.behave(() => "no connection");
      excel.enter("C1", "=FORECAST_ETS(A1:A3,1)");
      excel.enter("C2", "=EOQ(1,-1,1)");
      await clock.advance(60_000);
      assert.deepEqual(excel.bundle.complaints, []);
    });
  });

  for (const onEdit of ["cancel first", "invoke first"] as const)
    describe(`edits while cells wait (${onEdit})`, () => {
      it("shows the answer to the last edit only", async () => {
        const { excel, clock, server } = await sitDown({ onEdit }, 1_000);
        excel.enter("A1", 1);
        excel.enter("C1", "=FORECAST_ETS(A1,1)");
        for (const value of [2, 3, 4]) {
          await clock.advance(300);
          excel.enter("A1", value);
        }
        await clock.advance(5_000);
        assert.equal(excel.shown("C1"), 4);
        assert.deepEqual(excel.busy(), []);
        assert.equal(server.aborted, 3);
      });

      it("keeps the request of a recalculation that changes nothing", async () => {
        const { excel, clock, server } = await sitDown({ onEdit }, 1_000);
        excel.enter("A1", 1);
        excel.enter("C1", "=FORECAST_ETS(A1,1)");
        excel.enter("C2", "=FORECAST_ETS(A1,1)");
        await clock.advance(300);
        excel.recalculate();
        await clock.advance(5_000);
        assert.deepEqual(excel.grid("C1:C2"), [[1], [1]]);
        // Each cell's cancel reaches us while the other cell, or its own next invocation, still wants the answer.
        assert.equal(server.aborted, 0);
        assert.equal(server.requests.length, 1);
      });
    });

  it("aborts the request when its cells are cleared", async () => {
    const { excel, clock, server } = await sitDown({}, 1_000);
    excel.enter("C1", "=FORECAST_ETS(A1,1)");
    excel.enter("C2", "=FORECAST_ETS(A1,1)");
    await clock.advance(100);
    excel.enter("C1", undefined);
    assert.equal(server.aborted, 0);
    excel.enter("C2", undefined);
    await clock.advance(5_000);
    assert.equal(server.aborted, 1);
    assert.deepEqual(excel.grid("C1:C2"), [[undefined], [undefined]]);
    assert.equal(clock.timers, 0);
  });

  describe("5 MB of arguments, 2 MB of answers", () => {
    const rows = 40_000;

    it("splits a recalculation that is larger", async () => {
      const { excel, clock, server } = await sitDown();
      for (let i = 1; i <= rows; i++) excel.enter(`A${i}`, 1.23456789 + i);
      for (let i = 1; i <= 8; i++) excel.enter(`C${i}`, `=FORECAST_ETS(A1:A${rows},1,${i})`);
      await clock.advance(1_000);
      assert.deepEqual(excel.busy(), []);
      assert.ok(server.largest < 5_000_000 && server.largest > 3_000_000, `${server.largest} bytes`);
      assert.ok(server.requests.length > 1);
      assert.equal(server.requests.flat().length, 8);
    });

    it("makes an answer over 2 MB a message, where Excel would lose it", async () => {
      const { excel, clock, server } = await sitDown({ platform: "web" });
      server.behave(answering(() => ({ value: Array.from({ length: 150_000 }, (_, i) => [i + 0.12345678]) })));
      excel.enter("C1", "=FORECAST_ETS(A1:A3,150000)");
      await clock.advance(1_000);
      assert.deepEqual([excel.shown("C1"), excel.busy()], ["#N/A", []]);
      assert.match(excel.message("C1") ?? "", /more than Excel can take; ask for fewer rows or columns/);
    });
  });
});
