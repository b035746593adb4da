import path from "node:path";
import { build } from "esbuild";
import { root } from "../../server/paths.ts";
import { readWorkbook } from "../../server/workbook/read.ts";
import { writePlanWorkbook } from "../../server/workbook/write.ts";
import { EXCEPTION_KINDS } from "../../shared/purchasing/exceptions/kinds.ts";
import { makePlan } from "../../shared/purchasing/plan/make-plan.ts";
import { readPlanRequest } from "../../shared/purchasing/terms/request.ts";
import { noFaults } from "../harness/faults.ts";
import { startServer } from "../harness/server.ts";

/** An item that needs ordering and has no supplier. */
const REQUEST = {
  today: "2026-11-23",
  period: "week",
  items: [{ sku: "A1", on_hand: 0, lead_time_days: 14, cost: 5 }],
  history: { A1: [10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11] },
};

/** The summary of the workbook that a plan is written to, as text. */
async function summarySheet(): Promise<string> {
  const { request, exceptions } = readPlanRequest(REQUEST);
  const plan = makePlan(request, { exceptions, onFault: noFaults });
  const { period, today } = request;
  const findings = {
    ...{ tables: [], unused: [], questions: [], notes: [], bad_rows: [] },
    ...{ today, period, first_period: today, last_period: today, periods: 12 },
  };
  const book = await readWorkbook(writePlanWorkbook({ plan, request, findings, source: "book.xlsx" }), "plan.xlsx");
  return JSON.stringify(book);
}

// Runs in a copy of the sources to which the recipes were added, and prints what the server there makes of them.
await build({
  absWorkingDir: root,
  entryPoints: ["server/compute/worker.ts"],
  outfile: path.join("dist", "server", "compute", "worker.js"),
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
});
const server = await startServer({ THREADS: "1" });
const json = async (to: string): Promise<unknown> => (await fetch(server.url + to)).json();
const posted = async (to: string): Promise<unknown> => (await server.post(to, REQUEST)).json();
try {
  const reference = await fetch(`${server.url}/docs/GROSS_MARGIN`);
  const found = {
    answer: await server.compute([{ function: "GROSS_MARGIN", args: [10, 6] }]),
    published: await json("/functions.json"),
    reference: { status: reference.status, text: await reference.text() },
    openapi: await json("/openapi.json"),
    plan: await posted("/v1/reorder"),
    summary: await posted("/v1/reorder/summary"),
    kinds: EXCEPTION_KINDS,
    sheet: await summarySheet(),
  };
  process.stdout.write(JSON.stringify(found));
} finally {
  await server.close();
}
