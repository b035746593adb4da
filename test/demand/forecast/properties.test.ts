import assert from "node:assert/strict";
import { startServer } from "../../harness/server.ts";
import series from "../../golden/ets.json" with { type: "json" };
import { close } from "../close.ts";
import { column, forecasters, named, NO_FORECASTS } from "../forecast-functions.ts";

/** Values between 50 and 70, from a seed. */
function noise(n: number, seed = 11): number[] {
  let state = seed;
  return Array.from({ length: n }, () => 50 + (20 * (state = (state * 48271) % 2147483647)) / 2147483647);
}

/** Quarters that rise, and the same about zero. */
const RISING = noise(48).map((x, t) => x + [0, 5, 9, 2][t % 4]! + t / 3);
const AROUND_ZERO = RISING.map((x) => x - 70);
const PART = Array.from({ length: 40 }, (_, t) => ((t * 7919) % 13 < 3 ? 1 + ((t * 31) % 4) : 0));

/** Histories of every kind, and their seasons. */
const KINDS: readonly (readonly [readonly number[], number | undefined])[] = [
  [series.series.air, 12],
  [RISING, undefined],
  [AROUND_ZERO, 4],
  [PART, 1],
  [[9, 5, 7, 6], 4],
  [[5], undefined],
];

/** Functions whose models move with the level of a series of both signs, and how exactly their searches do. */
const SHIFTED: Readonly<Record<string, number>> = {
  FORECAST_ARIMA: 1e-4,
  FORECAST_ETS: 1e-9,
  FORECAST_ML: 1e-9,
  FORECAST_THETA: 5e-3,
};

/** Fewest values that make a constant; one unless named: one period with demand says little of how often it comes. */
const FEWEST_ALIKE: Readonly<Record<string, number>> = { FORECAST_INTERMITTENT: 2 };

describe("every forecasting function", () => {
  it("is walked here: one with other arguments says how it is asked", () =>
    assert.deepEqual(
      [...forecasters.map(({ name }) => name), ...NO_FORECASTS].sort(),
      named.map(({ name }) => name).sort(),
    ));

  it("is named right where a property is declared for it", () =>
    assert.ok(
      Object.keys({ ...SHIFTED, ...FEWEST_ALIKE }).every((name) => forecasters.some((one) => one.name === name)),
    ));

  for (const { name, continues, rows, means, outcome } of forecasters)
    describe(name, () => {
      it("forecasts six periods as the first six of twelve, whatever the history", async () => {
        for (const [history, season] of KINDS) {
          // A product's life has no negative demand.
          if (!continues && history.some((x) => x < 0)) continue;
          const [six, twelve] = [await rows(history, 6, season, 0.9), await rows(history, 12, season, 0.9)];
          assert.deepEqual(six, twelve.slice(0, 6), history.slice(0, 4).join());
        }
      });

      it("has intervals that nest and are never negative where the history is not", async () => {
        for (const history of [series.series.air, PART, [9, 5, 7, 6]]) {
          const [wide, narrow] = [await rows(history, 12, 4, 0.95), await rows(history, 12, 4, 0.5)];
          wide.forEach(([, low, high], h) =>
            assert.ok(
              0 <= low! && low! <= narrow[h]![1]! && narrow[h]![1]! <= narrow[h]![2]! && narrow[h]![2]! <= high!,
            ),
          );
        }
      });

      it("goes on with a constant, and forecasts zero for zeros", async () => {
        for (const length of [1, 2, 3, 7, 24, 60].filter((n) => n >= (FEWEST_ALIKE[name] ?? 1)))
          for (const value of [7, 0.1, 12345.6789, 1e300, 1e-300])
            close(await means(new Array<number>(length).fill(value), 3, 4), [value, value, value], 1e-6);
        for (const length of [1, 2, 3, 24])
          assert.deepEqual(await rows(new Array<number>(length).fill(0), 2, 4, 0.9), [
            [0, 0, 0],
            [0, 0, 0],
          ]);
      });

      it("answers one, two and three values, and gaps", async () => {
        for (const history of [[5], [5, 6], [5, 6, 4], [5, "NA", 6], ["NA", 5, 6, 4, "NA", 7, 5, 6, "NA"]])
          for (const mean of await means(history, 4))
            assert.ok(mean >= 0 && mean < 20, `${mean} for ${history.join()}`);
      });

      it("answers the same in other units", async () => {
        for (const history of [noise(40), RISING, ...(continues ? [AROUND_ZERO] : [])]) {
          const one = await means(history, 4, 4);
          for (const unit of [1024, 3, 1e-6]) {
            const other = await means(
              history.map((x) => x * unit),
              4,
              4,
            );
            close(
              other.map((x) => x / unit),
              one,
              1e-5,
            );
          }
        }
      });

      if (SHIFTED[name] !== undefined)
        it("answers a level higher for a history a level higher", async () => {
          const one = await means(AROUND_ZERO, 6, 4);
          for (const level of [10, -1000]) {
            const other = await means(
              AROUND_ZERO.map((x) => x + level),
              6,
              4,
            );
            const size = Math.max(...one.map(Math.abs));
            other.forEach((x, h) => assert.ok(Math.abs(x - level - one[h]!) <= SHIFTED[name]! * size, `${x - level}`));
          }
        });

      it("takes blanks as zeros, and refuses text and histories of nothing by name", async () => {
        assert.deepEqual(
          await rows([5, null, 6, "", 7, 5, 6], 3, 1, 0.9),
          await rows([5, 0, 6, 0, 7, 5, 6], 3, 1, 0.9),
        );
        for (const wrong of [
          [5, "many", 6],
          ["NA", "NA"],
          [5, true, 6],
          [5, Infinity],
        ]) {
          const answer = await outcome(wrong, 3);
          assert.ok("error" in answer && answer.error.code === "#VALUE!", JSON.stringify(answer));
          assert.match(answer.error.message, /^(history|table): /);
        }
      });

      it("answers numbers of any size, alone and among small ones", async () => {
        const huge = noise(40).map((x) => x * 1e298);
        for (const mean of await means(huge, 4, 4)) assert.ok(mean > 4e299 && mean < 8e299, `${mean}`);
        const mixed = [
          noise(40).map((x, t) => (t === 20 ? 1e300 : x)),
          noise(40).map((x, t) => (t === 39 ? 1e300 : x)),
          noise(40).map((_, t) => (t % 7 === 0 ? 1e300 : 0)),
          noise(40).map((_, t) => (t % 2 === 0 ? 1e300 : 1e-300)),
          Array.from({ length: 40 }, (_, t) => 10 ** (-7 * t)),
          [1, 1e300],
        ];
        for (const history of mixed)
          for (const row of await rows(history, 4, 4, 0.9)) assert.ok(row.every((x) => x >= 0 && x < 1e302));
      });

      it("answers ten thousand values", async () => {
        for (const mean of await means(noise(10_000), 3)) assert.ok(mean > 49 && mean < 71);
        assert.deepEqual(await means(new Array<number>(10_000).fill(0), 2), [0, 0]);
      });
    });

  it("answers the same bits with one thread and with two", async () => {
    const calls = named
      .filter(({ name }) => forecasters.some((one) => one.continues && one.name === name))
      .flatMap(({ name }) => [
        { function: name, args: [column(series.series.air), 12, 12, 0.9] },
        { function: name, args: [column(series.series.nile), 6] },
        { function: name, args: [column(PART), 6, null, 0.9] },
      ]);
    calls.push({
      function: "FORECAST_NEW",
      args: [
        [["A"]],
        [
          ["A", ...PART],
          ["B", ...PART.slice(3)],
        ],
        6,
        null,
        0.9,
      ],
    });
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
