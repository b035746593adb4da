import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { reorderOptions } from "../../../server/cli/reorder/options.ts";
import { reorderWorkbook } from "../../../server/cli/reorder/reorder-workbook.ts";
import { makePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import { passOnDemand } from "../../../shared/purchasing/terms/pass-on-demand.ts";
import type { PlanLine } from "../../../shared/purchasing/plan/plan-schema.ts";
import type { Report } from "../../../shared/tables/report.ts";
import { allCases, labelOf } from "./cases.ts";
import type { Case } from "./case.ts";
import { bytesOf } from "./xlsx.ts";

/** What the command line writes. */
interface Answer {
  readonly lines: readonly PlanLine[];
  readonly reading: Report;
}

const noFaults = (error: unknown): string => {
  throw error;
};

describe("the command line's answer for made-up workbooks", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "grammar-"));
  });
  after(() => rm(folder, { recursive: true }));

  async function answer(one: Case): Promise<Answer> {
    const [input, out] = [path.join(folder, "book.xlsx"), path.join(folder, "plan.json")];
    await writeFile(input, bytesOf(one.book));
    const options = reorderOptions([input, "--out", out, "--today", one.today])!;
    await reorderWorkbook(options, {
      now: one.today,
      plan(read) {
        const { request, exceptions } = passOnDemand(read);
        return makePlan(request, { exceptions, onFault: noFaults });
      },
    });
    return JSON.parse(await readFile(out, "utf8")) as Answer;
  }

  const all = new Map([...allCases()].map(({ one }) => [labelOf(one), one]));

  for (const label of [
    "plain / every field / fr",
    "plain / the buyer's own quantity / zh",
    "plain / on order as a column / de",
    "item decoys / stock_value / en",
    "states / ordered, received and remaining / pt",
  ])
    it(`has the facts in its lines, and what was read: ${label}`, async () => {
      const one = all.get(label)!;
      const { lines, reading } = await answer(one);
      const { items } = one.expect.facts;
      assert.deepEqual(
        Object.fromEntries(lines.map(({ sku, on_hand, unit_cost }) => [sku, [on_hand, unit_cost]])),
        Object.fromEntries(Object.entries(items).map(([sku, { stock, cost }]) => [sku, [stock, cost ?? null]])),
      );
      for (const { sku, quantity, suggested } of lines) assert.equal(quantity, items[sku]!.wanted ?? suggested);
      for (const { sku, on_order } of lines) assert.equal(on_order, items[sku]!.onOrder ?? 0);
      assert.deepEqual(reading.questions, []);
      assert.deepEqual(
        new Set(reading.tables.filter(({ kind }) => kind !== "unused").map(({ sheet }) => sheet)),
        new Set(one.book.map(({ name }) => name)),
      );
      for (const { columns, kind } of reading.tables) if (kind === "items") assert.ok(columns.sku && columns.on_hand);
    });

  it("asks in the answer where a stock was counted and booked, with the consequence of each choice", async () => {
    const { reading } = await answer(all.get("stock / counted or booked / en")!);
    assert.equal(reading.questions.length, 1);
    const [{ about, choices, answers }] = reading.questions as [Report["questions"][number]];
    assert.match(about, /stock/i);
    assert.equal(choices.length, answers.length);
    assert.ok(choices.length >= 2);
  });
});
