import assert from "node:assert/strict";
import fc from "fast-check";
import { reorderSheets } from "../../shared/sheets/reorder/reorder-sheets.ts";
import type { Plan } from "../../shared/purchasing/plan/plan-schema.ts";
import type { PlanRequest } from "../../shared/purchasing/terms/plan.ts";
import { placedRows } from "../../shared/sheets/layout.ts";
import type { Sheet } from "../../shared/tables/sheet.ts";
import { line, plan, request } from "./plans.ts";
import { asWritten, calculated, edited, lineCells, skus, summaryCells } from "./read-back.ts";

const SUPPLIERS = ["Acme", "ACME", "A*", "=Beta", "", 'Supplier, "the" third'];
const CURRENCIES = ["EUR", "USD", "GBP"];

interface Row {
  readonly suggested: number;
  readonly supplier: string;
  readonly currency: string;
  readonly unit_cost: number | null;
  readonly multiple: number;
}

/** Orders are made in hundredths of a unit at the finest. */
const quantities = (max: number) => fc.integer({ min: 0, max: 100 * max }).map((hundredths) => hundredths / 100);
const suggested = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 500 }), quantities(50));
const rowOf: fc.Arbitrary<Row> = fc.record({
  suggested,
  supplier: fc.constantFrom(...SUPPLIERS),
  currency: fc.constantFrom(...CURRENCIES),
  unit_cost: fc.option(fc.integer({ min: 0, max: 4000 }).map((cents) => cents / 100)),
  multiple: fc.integer({ min: 0, max: 24 }),
});
const rowsOf = fc.array(rowOf, { minLength: 1, maxLength: 9 });
const skuOf = (index: number): string => `00${index}`;

function planned(rows: readonly Row[]): [Plan, PlanRequest] {
  return [
    plan(rows.map(({ multiple: _, ...row }, i) => line({ sku: skuOf(i), quantity: row.suggested, ...row }))),
    request(rows.map(({ multiple }, i) => ({ sku: skuOf(i), multiple }))),
  ];
}

const written = (rows: readonly Row[], previous: readonly Sheet[]) => reorderSheets(...planned(rows), previous);
const read = ({ sheets }: ReturnType<typeof written>): Sheet[] => sheets.map(asWritten);

describe("writing the reorder sheet again and again", () => {
  it("changes nothing where nothing changed, whatever the buyer typed", () => {
    fc.assert(
      fc.property(rowsOf, fc.array(fc.tuple(fc.nat(8), quantities(1e6))), (rows, typed) => {
        const first = written(rows, []);
        const listed = new Set(skus(first.sheets[0]!));
        const edits = typed
          .map(([i, quantity]): [string, string, number] => [skuOf(i), "Order qty", quantity])
          .filter(([sku]) => listed.has(sku));
        const second = written(rows, [edited(first.sheets[0]!, edits)]);
        assert.deepEqual(written(rows, read(second)), second);
        if (edits.length === 0) assert.deepEqual(second, first);
      }),
      { numRuns: 200 },
    );
  });

  it("gives each formula the result that a spreadsheet calculates", () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const [spec] = written(rows, []).sheets;
        const [sheet] = calculated([spec!]);
        placedRows(spec!).forEach(({ cells, at }) =>
          cells.forEach((cell, column) => {
            if (typeof cell !== "object" || cell === null || !("formula" in cell)) return;
            const shown = sheet!.rows[at]![column];
            if (typeof cell.result === "string") return assert.equal(shown, cell.result);
            const value = Number(shown);
            assert.ok(Math.abs(value - cell.result) < 1e-6 * Math.max(1, Math.abs(value)), `${cell.formula}: ${value}`);
          }),
        );
      }),
      { numRuns: 25 },
    );
  });

  it("carries the buyer's quantities through any number of plans", () => {
    fc.assert(
      fc.property(
        rowsOf,
        fc.array(fc.array(suggested, { minLength: 9, maxLength: 9 }), { minLength: 1, maxLength: 6 }),
        quantities(1e6),
        fc.nat(),
        (rows, later, quantity, pick) => {
          const first = written(rows, []).sheets[0]!;
          const listed = skus(first);
          fc.pre(listed.length > 0);
          const sku = String(listed[pick % listed.length]);
          fc.pre(rows[Number(sku)]!.suggested !== quantity);
          let previous = [
            edited(first, [
              [sku, "Order qty", quantity],
              [sku, "PO number", "0815"],
            ]),
          ];
          for (const suggestions of later) {
            const next = written(
              rows.map((row, i) => ({ ...row, suggested: suggestions[i]! })),
              previous,
            );
            assert.equal(next.kept, 1);
            assert.deepEqual(lineCells(next.sheets[0]!, sku, "Order qty", "PO number"), [quantity, "0815"]);
            previous = read(next);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("has totals that a spreadsheet calculates to the sum of the lines", () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const { sheets } = written(rows, []);
        const [sheet] = calculated(sheets);
        const listed = rows.filter((row) => row.suggested > 0);
        fc.pre(listed.length > 0);
        const rate = (currency: string): number => ({ EUR: 1, USD: 0.9 })[currency] ?? 0;
        const sum = (of: (row: Row) => number): number => listed.reduce((total, row) => total + of(row), 0);
        const near = (actual: unknown, expected: number): void =>
          assert.ok(
            Math.abs(Number(actual ?? 0) - expected) <= 1e-9 * Math.max(1, expected),
            `${String(actual)} ${expected}`,
          );
        const money = ({ suggested, unit_cost }: Row): number => suggested * (unit_cost ?? 0);
        const totals = summaryCells(sheets[0]!, sheet!, "Order qty", "Cost", "Cost in EUR", "Currency");
        const [, units, , worth] = totals.at(-1)!;
        near(
          units,
          sum((row) => row.suggested),
        );
        near(
          worth,
          sum((row) => money(row) * rate(row.currency)),
        );
        const currencies = new Set(listed.map((row) => row.currency));
        for (const currency of currencies) {
          const own = totals.find(([name]) => name === (currencies.size > 1 ? `Total ${currency}` : "Total in EUR"))!;
          near(
            own[2],
            sum((row) => (row.currency === currency ? money(row) : 0)),
          );
        }
        for (const supplier of SUPPLIERS)
          for (const currency of currencies) {
            const mine = (row: Row): boolean => row.supplier === supplier && row.currency === currency;
            const name = supplier || "(no supplier)";
            const [own] = totals.filter(([first, , , , code]) => first === name && code === currency);
            near(
              own?.[1],
              sum((row) => (mine(row) ? row.suggested : 0)),
            );
            near(
              own?.[2],
              sum((row) => (mine(row) ? money(row) : 0)),
            );
          }
      }),
      { numRuns: 25 },
    );
  });
});
