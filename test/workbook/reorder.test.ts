import assert from "node:assert/strict";
import { link, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { reorderOptions } from "../../server/cli/reorder/options.ts";
import { reorderWorkbook } from "../../server/cli/reorder/reorder-workbook.ts";
import { readWorkbookFile } from "../../server/workbook/read.ts";
import { makePlan } from "../../shared/purchasing/plan/make-plan.ts";
import type { SheetRequest } from "../../shared/tables/request-from-sheets.ts";

const WEEKS = Array.from({ length: 30 }, (_, i) => `2026-W${String(i + 10).padStart(2, "0")}`);
const BOOK = [
  "SKU;Description;Supplier;On hand;Lead time (days);Unit cost;MOQ;" + WEEKS.join(";"),
  "00123;Bolt;Alpha;5;14;1,50;20;" + WEEKS.map((_, i) => 8 + (i % 5)).join(";"),
  "00124;Nut;Alpha;5000;14;0,50;20;" + WEEKS.map(() => 3).join(";"),
].join("\n");
const OPTIONS = { today: undefined, period: undefined, dateOrder: undefined, leadTimeDays: undefined, settings: {} };
const onFault = (error: unknown): string => {
  throw error;
};

describe("from a workbook to a plan workbook", () => {
  let folder = "";
  let input = "";
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "lotwise-"));
    input = path.join(folder, "book.csv");
    await writeFile(input, BOOK);
  });
  after(() => rm(folder, { recursive: true }));

  it("serves a fill rate where one is asked for, and says so", async () => {
    const out = path.join(folder, "fill.xlsx");
    const given = reorderOptions([input, "--out", out, "--fill-rate", "0.98"]);
    const made = await reorderWorkbook(given!, {
      now: "2026-11-22",
      plan: (request) => makePlan(request, { onFault }),
    });
    const bolt = made.lines.find(({ sku }) => sku === "00123")!;
    assert.match(bolt.why, /; to serve 98% of demand from stock takes \d+\./);
    const summary = (await readWorkbookFile(out)).find(({ name }) => name === "Summary");
    assert.ok(summary?.rows.some(([label, value]) => label === "Fill rate" && value === "98%"));
    assert.ok(!summary?.rows.some(([label]) => label === "Service level"));
    assert.throws(
      () => reorderOptions([input, "--fill-rate", "0.98", "--service-level", "0.95"]),
      /^UserError: --fill-rate: must not be given together with --service-level; a target is one of the two\.$/,
    );
    assert.throws(() => reorderOptions([input, "--fill-rate", "98"]), /--fill-rate: 98 is not valid/);
  });

  it("plans, writes the plan and leaves the input as it was", async () => {
    const out = path.join(folder, "plan.xlsx");
    let read: SheetRequest | undefined;
    await reorderWorkbook(
      { ...OPTIONS, input, out },
      { now: "2026-11-22", plan: (request) => makePlan(request, { onFault }), onRead: (found) => (read = found) },
    );
    assert.equal(read?.request.items.length, 2);
    assert.equal(read?.findings.periods, 30);
    const order = (await readWorkbookFile(out)).find(({ name }) => name === "Order");
    const header = order?.rows.findIndex(([first]) => first === "SKU") ?? 0;
    const ordered = order?.rows.slice(header + 1);
    assert.deepEqual(
      ordered?.map((row) => row[0]),
      ["00123"],
      "the nut has stock for years",
    );
    assert.ok(Number(ordered?.[0]?.[2]) >= 20);
    assert.equal(await readFile(input, "utf8"), BOOK);
  });

  it("refuses to write over the input, by any name", async () => {
    const plan = (): never => assert.fail("must not plan");
    const book = path.join(folder, "same.xlsx");
    const twin = path.join(folder, "twin.xlsx");
    await writeFile(book, "x");
    await link(book, twin);
    for (const out of [book, path.join(folder, ".", "x", "..", "same.xlsx"), twin]) {
      await assert.rejects(
        reorderWorkbook({ ...OPTIONS, input: book, out }, { now: "2026-11-22", plan }),
        /is the workbook that is read; it must be another file/,
      );
    }
    assert.equal(await readFile(book, "utf8"), "x");
    await assert.rejects(
      reorderWorkbook({ ...OPTIONS, input, out: path.join(folder, "plan.xls") }, { now: "2026-11-22", plan }),
      /must end in \.xlsx/,
    );
    await assert.rejects(
      reorderWorkbook({ ...OPTIONS, input, out: path.join(folder, "no", "plan.xlsx") }, { now: "2026-11-22", plan }),
      /folder .* does not exist/,
    );
  });

  it("reads the command line", () => {
    assert.equal(reorderOptions(["--help"]), undefined);
    assert.deepEqual(
      reorderOptions([
        "b.xlsx",
        "--out",
        "p.xlsx",
        "--today",
        "2026-11-23",
        "--period",
        "week",
        "--service-level",
        "0.9",
        "--review-days",
        "0",
        "--lead-time",
        "21",
        "--currency",
        "eur",
      ]),
      {
        input: "b.xlsx",
        out: "p.xlsx",
        today: "2026-11-23",
        period: "week",
        dateOrder: undefined,
        leadTimeDays: 21,
        settings: { service_level: 0.9, review_days: 0, currency: "EUR" },
      },
    );
    const cases: [string[], RegExp][] = [
      [[], /workbook to read is missing/],
      [["a.xlsx", "b.xlsx"], /One workbook/],
      [["a.xlsx", "--today", "23.11.2026"], /--today: 23\.11\.2026 is not a date; it must be like 2026-11-23/],
      [["a.xlsx", "--period", "year"], /--period: year is not valid; it must be day or week or month/],
      [["a.xlsx", "--service-level", "95"], /--service-level: 95 .* at least 0\.5 and below 1/],
      [["a.xlsx", "--lead-time", ""], /--lead-time:/],
      [["a.xlsx", "--nonsense"], /nonsense/],
    ];
    for (const [args, message] of cases)
      assert.throws(
        () => reorderOptions(args),
        (error: Error) => error.name === "UserError" && message.test(error.message),
        args.join(" "),
      );
  });
});
