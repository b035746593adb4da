import assert from "node:assert/strict";
import { drawLoss } from "../../../addin/taskpane/networks/draw-loss.ts";
import { createPane } from "../../../addin/taskpane/shell/pane.ts";
import { createServer, type TrainOptions } from "../../../addin/taskpane/server/server.ts";
import { trainingFaults } from "../../../addin/taskpane/networks/training-text.ts";
import type { TrainingRequest, TrainingResult } from "../../../shared/operations/training-schema.ts";
import { Cancelled, NoServer, Refused } from "../../../addin/taskpane/work/trouble.ts";
import { beatsAll, comparedWith, verdict, type TrainingCard } from "../../../shared/demand/networks/trained/card.ts";
import type { Sheet } from "../../../shared/tables/sheet.ts";
import { fakePort } from "../fake-port.ts";
import { fakeServer } from "../fake-server.ts";
import { paneParts } from "../pane-parts.ts";
import { smallBook } from "../small-book.ts";

const CARD: TrainingCard = {
  season: 7,
  horizon: 28,
  series: 3,
  used: 2,
  scored: 2,
  steps: 200,
  kept: 100,
  trained: { mase: 0.9, pinball: 0.2 },
  rivals: [
    { rival: "best", mase: 1, pinball: 0.25 },
    { rival: "pretrained", mase: 0.9, pinball: 0.2 },
    { rival: "naive", mase: 0.8, pinball: 0.19 },
  ],
  better: true,
};
const CURVE = [
  { step: 0, validation: 2.5 },
  { step: 20, training: 2.6, validation: 2.4 },
];
const RESULT: TrainingResult = {
  name: "shop",
  version: "shop@1",
  card: CARD,
  says: "Use shop@1.",
  curve: CURVE,
};

async function opened(sheets: readonly Sheet[] = smallBook) {
  const server = fakeServer();
  const asked: TrainingRequest[] = [];
  let answer: (options: TrainOptions) => Promise<TrainingResult> = () => Promise.resolve(RESULT);
  server.train = (request, options) => {
    asked.push(request);
    return answer(options);
  };
  const parts = paneParts(fakePort(sheets), server);
  const { training } = (await createPane(parts)).workbook!;
  return { server, training, asked, answers: (next: typeof answer) => (answer = next) };
}

describe("training in the pane", () => {
  it("sends the history as it stands, with the usual season and horizon unless typed", async () => {
    const { training, asked, server } = await opened();
    server.models = () => Promise.resolve([]);
    await training.train();
    const { step, result, said, models } = training.store.get();
    assert.equal(step, "done");
    assert.equal(result, RESULT);
    assert.equal(said, "Use shop@1.");
    assert.deepEqual(models, []);
    assert.deepEqual(Object.keys(asked[0]!.series).sort(), ["00123", "ABC"]);
    training.again();
    training.change("name", "mine");
    training.change("horizon", "4");
    training.change("season", "1");
    await training.train();
    const { name, horizon, season } = asked[1]!;
    assert.deepEqual({ name, horizon, season }, { name: "mine", horizon: 4, season: 1 });
    assert.notEqual(asked[0]!.season, 1);
  });

  it("shows the losses as they come, and can be stopped with nothing made", async () => {
    const { training, answers } = await opened();
    answers(
      ({ signal, onProgress }) =>
        new Promise((_, reject) => {
          onProgress({ share: 0.4, says: "Step 20" }, CURVE);
          signal.addEventListener("abort", () => reject(new Cancelled()));
        }),
    );
    const running = training.train();
    while (training.store.get().curve.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    assert.deepEqual(training.store.get().curve, CURVE);
    assert.equal(training.store.get().progress.share, 0.2 + 0.8 * 0.4);
    training.cancel();
    await running;
    const { step, trouble, said } = training.store.get();
    assert.equal(step, "start");
    assert.equal(trouble, undefined);
    assert.match(said, /No model was made/);
  });

  it("says what the server says, and what to do where it does not answer", async () => {
    const { training, answers, server } = await opened();
    answers(() =>
      Promise.reject(new Refused(500, "The server could not do this", "series: at least one must have 31")),
    );
    await training.train();
    assert.match(training.store.get().trouble!.detail, /^Series: at least one/);
    answers(() => Promise.reject(new NoServer()));
    await training.train();
    assert.match(training.store.get().trouble!.detail, /npm start/);
    server.models = () => Promise.reject(new NoServer());
    await training.refresh();
    assert.ok(training.store.get().trouble);
  });

  it("says what each field must be", () => {
    const good = { name: "shop", season: "", horizon: "" };
    assert.deepEqual(trainingFaults(good), {});
    assert.deepEqual(Object.keys(trainingFaults({ name: "My shop", season: "0", horizon: "1.5" })), [
      "name",
      "season",
      "horizon",
    ]);
    assert.ok(trainingFaults({ ...good, name: "forecast" }).name);
  });

  it("follows the training's job on the server", async () => {
    const view = (status: string, more = {}) => ({ id: "7", status, progress: 0.5, message: "", ...more });
    const events = [view("running", { details: { curve: CURVE } }), view("done", { result: RESULT })];
    const server = createServer({
      origin: "http://here",
      fetch: async (url) =>
        new Response(
          url === "/v1/models"
            ? JSON.stringify(view("queued"))
            : events.map((event) => `event: x\ndata: ${JSON.stringify(event)}\n\n`).join(""),
        ),
    });
    const seen: number[] = [];
    const request = { name: "shop", season: 7, horizon: 28, series: {} };
    const { signal } = new AbortController();
    const result = await server.train(request, { signal, onProgress: (_, curve) => seen.push(curve.length) });
    assert.deepEqual(result, RESULT);
    assert.deepEqual(seen.slice(0, 2), [0, 2]);
  });
});

describe("the loss curve", () => {
  const SIZE = { width: 300, height: 130, left: 34, right: 8, top: 8, bottom: 20 };

  it("stays inside its frame from the first point on", () => {
    for (const curve of [CURVE.slice(0, 1), CURVE, [...CURVE, { step: 400, training: 1.9, validation: 2.39 }]]) {
      const { training, validation, yTicks, xTicks } = drawLoss(curve, SIZE);
      const numbers = [...`${training}${validation}`.matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)];
      for (const [, x, y] of numbers) {
        assert.ok(Number(x) >= SIZE.left && Number(x) <= SIZE.width - SIZE.right);
        assert.ok(Number(y) >= SIZE.top - 0.1 && Number(y) <= SIZE.height - SIZE.bottom + 0.1);
      }
      assert.equal(numbers.length, 2 * curve.length - 1);
      assert.equal(new Set(yTicks.map(({ label }) => label)).size, yTicks.length, "labels tell the lines apart");
      assert.equal(xTicks.length, 3);
    }
  });
});

describe("the card of a training", () => {
  it("says by how much less it errs than each of the others", () => {
    assert.equal(comparedWith(CARD, "best"), "20% less than FORECAST_BEST");
    assert.equal(comparedWith(CARD, "pretrained"), "the same as the pretrained network");
    assert.equal(comparedWith(CARD, "naive"), "5.3% more than repeating the last season");
    assert.match(
      verdict(CARD, "shop@1"),
      /^Use shop@1: .* On the last 28 periods, which training never saw, .* 20% less/,
    );
    assert.match(verdict(CARD, undefined), /^Keep what you have/);
  });

  it("is better only where it beats every other by its forecasts and ranges", () => {
    const against = (mase: number, pinball: number) =>
      beatsAll({ mase: 0.9, pinball: 0.2 }, [{ rival: "best", mase, pinball }]);
    assert.equal(against(1, 0.25), true);
    assert.equal(against(0.89, 0.25), false, "misses demand by more");
    assert.equal(against(1, 0.2005), false, "too small a gain may be chance");
  });
});
