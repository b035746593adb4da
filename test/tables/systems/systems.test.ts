import assert from "node:assert/strict";
import { SYSTEMS } from "../../../shared/tables/systems/index.ts";
import { judge } from "../grammar/judge.ts";
import { caseOfExport } from "./export.ts";
import { EXPORT_BOOKS } from "./index.ts";

/** A header without its case and signs. */
const headersOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

describe("the exports of systems", () => {
  it("are known of at least twenty systems, each with a source and names of its own", () => {
    assert.ok(SYSTEMS.length >= 20);
    assert.equal(new Set(SYSTEMS.map(({ name }) => name)).size, SYSTEMS.length);
    for (const { name, source, tables } of SYSTEMS) {
      assert.match(source, /^https:\/\/[a-z0-9.-]+\/\S+$/, name);
      assert.ok(tables.length > 0, name);
    }
  });

  it("say for each table which column is the item's, and where a history has its day and units", () => {
    const wrong = SYSTEMS.flatMap(({ name, tables }) =>
      tables.flatMap(({ kind, columns }) => {
        const fields = new Set(Object.values(columns));
        const needed = {
          items: [["sku"], ["on_hand", "available"]],
          history: [["sku"], ["date"], ["quantity", "quantity_out"]],
          "open orders": [["sku"], ["quantity", "on_order"], ["due"]],
        }[kind as "items"];
        return (needed ?? [])
          .filter((any) => !any.some((field) => fields.has(field as "sku")))
          .map((any) => `${name}, ${kind}: ${any.join(" or ")}`);
      }),
    );
    assert.deepEqual(wrong, []);
  });

  it("have statuses and movements only beside a column of them", () => {
    for (const { name, tables } of SYSTEMS)
      for (const { columns, movements, statuses, signs } of tables) {
        const fields = Object.values(columns);
        if (movements) assert.ok(fields.includes("movement"), name);
        if (statuses) assert.ok(fields.includes("status"), name);
        if (signs) assert.ok(fields.includes("quantity") || fields.includes("quantity_out"), name);
      }
  });

  it("are all read in a workbook", () => {
    assert.ok(EXPORT_BOOKS.length >= 20);
    const tried = new Set(EXPORT_BOOKS.map(({ system }) => system));
    assert.deepEqual(
      SYSTEMS.map(({ name }) => name).filter((name) => !tried.has(name)),
      [],
    );
  });

  it("call their columns as the workbooks do that stand for them", () => {
    const known = new Set(
      SYSTEMS.flatMap(({ tables }) => tables.flatMap(({ columns }) => Object.keys(columns).map(headersOf))),
    );
    for (const book of EXPORT_BOOKS) {
      const heads = caseOfExport(book, 1).book.flatMap(({ tables }) =>
        tables.flatMap(({ columns }) => columns.map(({ head }) => headersOf(String(head)))),
      );
      const share = heads.filter((head) => known.has(head)).length / heads.length;
      assert.ok(share > 0.7, `${book.system}: ${book.lists}: ${share}`);
    }
  });

  EXPORT_BOOKS.forEach((book, i) => {
    it(`are read right, or asked about: ${book.system}, ${book.lists}`, async () => {
      const { verdict, says } = await judge(caseOfExport(book, 900 + i));
      assert.ok(verdict === "right" || verdict === "asked", `${verdict}: ${says.join("; ")}`);
    });
  });
});
