import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { PGlite, type Results } from "@electric-sql/pglite";
import type { Answer } from "../database.ts";
import { DurableFiles, START_PARAMETERS } from "./durable-files.ts";
import { READY, type Ask, type Numbered, type Refusal, type Reply } from "./protocol.ts";

// The embedded database, alone in its thread: whatever it computes, waits for or dies of, the server goes on.

const { folder, transactionMs } = workerData as { readonly folder: string; readonly transactionMs: number };

type Session = Pick<PGlite, "query" | "exec">;

class RolledBack extends Error {}

async function answer(session: Session, ask: Ask): Promise<Answer | undefined> {
  if (ask.do === "query") {
    const { rows, affectedRows }: Results<Record<string, unknown>> = await session.query(ask.sql, [...ask.params]);
    return { rows, rowCount: rows.length || (affectedRows ?? 0) };
  }
  if (ask.do === "exec") await session.exec(ask.sql);
  return undefined;
}

function refusal(error: unknown): Refusal {
  if (!(error instanceof Error)) return { message: String(error) };
  const code: unknown = "code" in error ? error.code : undefined;
  return { message: error.message, ...(typeof code === "string" && { code }) };
}

/** Answers what is asked over the port until the transaction is told to end; how, and by which question. */
function untilEnd(port: MessagePort, tx: Session): Promise<{ readonly id: number; readonly keep: boolean }> {
  return new Promise((resolve, reject) => {
    // A transaction that does not end holds up all others.
    const timer = setTimeout(
      () => reject(new Error(`the transaction did not end within ${transactionMs / 1000} s`)),
      transactionMs,
    );
    port.on("close", () => {
      clearTimeout(timer);
      reject(new RolledBack("its client is gone"));
    });
    port.on("message", (ask: Numbered<Ask>) => {
      if (ask.do === "end") {
        clearTimeout(timer);
        resolve(ask);
      } else void reply(port, ask.id, () => answer(tx, ask));
    });
  });
}

async function reply(port: MessagePort, id: number, work: () => Promise<unknown>): Promise<void> {
  try {
    port.postMessage({ id, answer: await work() } satisfies Reply);
  } catch (error) {
    port.postMessage({ id, refused: refusal(error) } satisfies Reply);
    endIfBroken(error);
  }
}

/** What runs PostgreSQL is not to be trusted after a panic: the thread ends, and another one recovers from the log. */
function endIfBroken(error: unknown): void {
  if (error instanceof WebAssembly.RuntimeError) setImmediate(() => process.exit(1));
}

async function transaction(pglite: PGlite, port: MessagePort): Promise<void> {
  let end: { readonly id: number; readonly keep: boolean } | undefined;
  const say = (told: Omit<Reply, "id">): void => port.postMessage({ id: end?.id ?? READY, ...told } satisfies Reply);
  try {
    await pglite.transaction(async (tx) => {
      port.postMessage({ id: READY } satisfies Reply);
      end = await untilEnd(port, tx);
      if (!end.keep) throw new RolledBack();
    });
    say({});
  } catch (error) {
    say(error instanceof RolledBack ? {} : { refused: refusal(error) });
    endIfBroken(error);
  } finally {
    port.close();
  }
}

async function serve(main: MessagePort): Promise<void> {
  const pglite = await PGlite.create({ fs: new DurableFiles(folder), startParams: [...START_PARAMETERS] });
  main.on("message", (ask: Numbered<Ask>) => {
    if (ask.do === "begin") void transaction(pglite, ask.port);
    else if (ask.do === "close")
      void reply(main, ask.id, () => pglite.close()).then(() => {
        main.close();
      });
    else
      void reply(main, ask.id, async () => {
        try {
          return await answer(pglite, ask);
        } catch (error) {
          // A text with its own BEGIN that fails half-way leaves the only session inside a broken transaction.
          if (ask.do === "exec") await pglite.exec("ROLLBACK");
          throw error;
        }
      });
  });
  main.postMessage({ id: READY } satisfies Reply);
}

serve(parentPort!).catch((error: unknown) => {
  parentPort!.postMessage({ id: READY, refused: refusal(error) } satisfies Reply);
  parentPort!.close();
});
