import assert from "node:assert/strict";
import { evaluate } from "../../shared/define/evaluate.ts";
import { functions } from "../../shared/functions/index.ts";
import { engines } from "../../server/engines/index.ts";
import { noFaults } from "../harness/faults.ts";
import { startServer } from "../harness/server.ts";
import series from "../golden/ets.json" with { type: "json" };
import { close } from "./close.ts";

const column = (values: readonly unknown[]): unknown[][] => values.map((x) => [x]);

/** The functions that forecast a history over a horizon, with the arguments they share. */
const forecasts = functions.filter(
  ({ parameters }) => Object.keys(parameters).slice(0, 4).join() === "history,horizon,season,level",
);

const noise = (n: number): number[] => {
  let state = 11;
  return Array.from({ length: n }, () => 50 + (20 * (state = (state * 48271) % 2147483647)) / 2147483647);
};

describe("every forecasting function", () => {
  it("is found by its arguments", () => assert.ok(forecasts.length >= 5));

  for (const definition of forecasts)
    describe(definition.name, () => {
      const ask = async (...args: unknown[]): Promise<number[][]> => {
        const outcome = await evaluate(definition, args, engines, noFaults);
        assert.ok("value" in outcome, JSON.stringify(outcome));
        const rows = outcome.value as number[][];
        assert.ok(rows.every((row) => row.every(Number.isFinite)));
        return rows;
      };
      const means = async (...args: unknown[]): Promise<number[]> => (await ask(...args)).map(([mean]) => mean!);
      const air = column(series.series.air);

      it("forecasts six periods as the first six of twelve", async () => {
        assert.deepEqual(await ask(air, 6, 12, 0.9), (await ask(air, 12, 12, 0.9)).slice(0, 6));
      });

      it("has intervals that nest around the mean's neighbourhood and are never negative", async () => {
        const [wide, narrow] = [await ask(air, 12, 12, 0.95), await ask(air, 12, 12, 0.5)];
        wide.forEach(([, low, high], h) =>
          assert.ok(0 <= low! && low! <= narrow[h]![1]! && narrow[h]![1]! <= narrow[h]![2]! && narrow[h]![2]! <= high!),
        );
      });

      it("goes on with a constant, and forecasts zero for zeros", async () => {
        close(await means(column(new Array<number>(24).fill(7)), 3, 4), [7, 7, 7], 1e-6);
        assert.deepEqual(await means(column(new Array<number>(24).fill(0)), 3, 4), [0, 0, 0]);
      });

      it("answers one, two and three values, and gaps", async () => {
        for (const history of [[5], [5, 6], [5, 6, 4], [5, "NA", 6], ["NA", 5, 6, 4, "NA", 7, 5, 6, "NA"]])
          for (const mean of await means(column(history), 4))
            assert.ok(mean >= 0 && mean < 20, `${mean} for ${history.join()}`);
      });

      it("answers the same in other units", async () => {
        const history = noise(40);
        const [one, other] = [
          await means(column(history), 4, 4),
          await means(column(history.map((x) => x * 1024)), 4, 4),
        ];
        close(
          other.map((x) => x / 1024),
          one,
          1e-6,
        );
      });

      it("answers ten thousand values", async () => {
        for (const mean of await means(column(noise(10_000)), 3)) assert.ok(mean > 50 && mean < 70);
      });
    });

  it("answers the same bits with one thread and with two", async () => {
    const calls = forecasts.flatMap(({ name }) => [
      { function: name, args: [column(series.series.air), 12, 12, 0.9] },
      { function: name, args: [column(series.series.nile), 6] },
    ]);
    const answers = [];
    for (const THREADS of ["1", "2"]) {
      const server = await startServer({ THREADS });
      try {
        answers.push(await server.compute(calls));
      } finally {
        await server.close();
      }
    }
    assert.deepEqual(answers[0], answers[1]);
  });
});
