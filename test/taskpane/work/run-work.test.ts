import assert from "node:assert/strict";
import { createStore } from "../../../addin/taskpane/view/store.ts";
import { createRunner, type Work } from "../../../addin/taskpane/work/run-work.ts";
import { Cancelled, Explained, troubleOf, type Trouble } from "../../../addin/taskpane/work/trouble.ts";

interface State {
  readonly step: "start" | "working" | "done";
  readonly share: number;
  readonly said: string;
  readonly trouble: Trouble | undefined;
}

const explain = (error: unknown): Trouble => troubleOf(error, { origin: "http://here", logFault: () => "7" });

function opened() {
  const store = createStore<State>({ step: "start", share: 0, said: "", trouble: { title: "old", detail: "" } });
  const runner = createRunner(store, explain);
  const run = (work: Partial<Work<State>> & Pick<Work<State>, "do">): Promise<void> =>
    runner.run({ begins: { step: "working", share: 0 }, fails: { step: "start" }, ...work });
  return { state: store.get, run, cancel: runner.cancel };
}

/** A promise and what ends it. */
function gate(): { readonly passed: Promise<void>; open(): void; fail(error: Error): void } {
  let [open, fail] = [(): void => undefined, (_: Error): void => undefined];
  const passed = new Promise<void>((resolve, reject) => ([open, fail] = [resolve, reject]));
  return { passed, open: () => open(), fail: (error) => fail(error) };
}

describe("running a view's work", () => {
  it("shows that it began, how it goes and how it ended, and forgets the last trouble", async () => {
    const { state, run } = opened();
    const held = gate();
    const running = run({
      async do({ show }) {
        show({ share: 0.5 });
        await held.passed;
        return { step: "done", said: "Done." };
      },
    });
    assert.deepEqual(state(), { step: "working", share: 0.5, said: "", trouble: undefined });
    held.open();
    await running;
    assert.deepEqual(state(), { step: "done", share: 0.5, said: "Done.", trouble: undefined });
  });

  it("explains what went wrong, and leaves alone what is explained already", async () => {
    const { state, run } = opened();
    await run({ do: () => Promise.reject(new Error("secret")) });
    assert.equal(state().step, "start");
    assert.match(state().trouble!.detail, /reference 7/);
    const trouble = { title: "The sheet is protected", detail: "Unprotect it." };
    await run({ do: () => Promise.reject(new Explained(trouble)) });
    assert.equal(state().trouble, trouble);
  });

  it("shows a cancelled work as cancelled, whatever it throws, and nothing that it tells afterwards", async () => {
    for (const thrown of [new Cancelled(), new Error("the line broke")]) {
      const { state, run, cancel } = opened();
      const held = gate();
      const running = run({
        async do({ signal, show }) {
          await held.passed.catch(() => undefined);
          assert.ok(signal.aborted);
          show({ share: 0.9 });
          throw thrown;
        },
        cancelled: { step: "start", said: "Cancelled." },
      });
      cancel();
      held.open();
      await running;
      assert.deepEqual(state(), { step: "start", share: 0, said: "Cancelled.", trouble: undefined });
    }
  });

  it("shows what was done although it was cancelled: it is there", async () => {
    const { state, run, cancel } = opened();
    const held = gate();
    const running = run({ do: () => held.passed.then(() => ({ step: "done" as const })) });
    cancel();
    held.open();
    await running;
    assert.equal(state().step, "done");
  });

  it("gives way to newer work: the older is stopped and shows neither its end nor its trouble", async () => {
    for (const end of ["open", "fail"] as const) {
      const { state, run } = opened();
      const [older, newer] = [gate(), gate()];
      let stopped: AbortSignal | undefined;
      const first = run({
        async do({ signal, show }) {
          stopped = signal;
          await older.passed;
          show({ share: 0.9 });
          return { step: "done", said: "the older" };
        },
      });
      const second = run({ do: () => newer.passed.then(() => ({ step: "done" as const, said: "the newer" })) });
      assert.ok(stopped!.aborted);
      older[end](new Error("too late"));
      await first;
      assert.deepEqual(state(), { step: "working", share: 0, said: "", trouble: undefined });
      newer.open();
      await second;
      assert.equal(state().said, "the newer");
    }
  });
});
