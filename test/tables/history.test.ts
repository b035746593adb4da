import assert from "node:assert/strict";
import type { SheetOptions } from "../../shared/tables/reading.ts";
import { requestFromSheets, type SheetRequest } from "../../shared/tables/request-from-sheets.ts";
import type { CellValue, Sheet } from "../../shared/tables/sheet.ts";

const ITEMS: Sheet = {
  name: "Items",
  rows: [
    ["SKU", "On hand", "Lead time (days)"],
    ["A", 5, 10],
    ["B", 0, 20],
  ],
};
const DAY = 86_400_000;
const on = (date: string): Date => new Date(`${date}T00:00:00Z`);

function sales(rows: CellValue[][], options: SheetOptions = {}): SheetRequest {
  return requestFromSheets([ITEMS, { name: "Sales", rows: [["Date", "SKU", "Qty"], ...rows] }], options);
}

/** One row a day from a Monday on, quantity 1. */
function daily(sku: string, days: number, from = "2024-01-01"): CellValue[][] {
  return Array.from({ length: days }, (_, i) => [new Date(on(from).getTime() + i * DAY), sku, 1]);
}

describe("history from rows", () => {
  it("adds daily sales up to weeks from Monday and leaves out the week that is not over, by name", () => {
    const { request, findings } = sales(daily("A", 24));
    assert.equal(request.period, "week");
    assert.deepEqual(request.history.A, [7, 7, 7]);
    assert.equal(request.today, "2024-01-25");
    assert.ok(findings.notes.includes("Week of 22 Jan 2024 is not over: left out."), findings.notes.join("\n"));
    assert.equal(findings.last_period, "2024-01-15");
  });

  it("keeps a last week that is over", () => {
    const { request, findings } = sales(daily("A", 21));
    assert.deepEqual(request.history.A, [7, 7, 7]);
    assert.equal(request.today, "2024-01-22");
    assert.ok(!findings.notes.some((note) => note.includes("not over")));
  });

  it("uses the real date where the history ends near it, and not where it is long past", () => {
    assert.equal(sales(daily("A", 21), { now: "2024-01-24" }).request.today, "2024-01-24");
    assert.equal(sales(daily("A", 21), { now: "2026-11-22" }).request.today, "2024-01-22");
    assert.equal(sales(daily("A", 21), { now: "2024-01-24", today: "2024-01-22" }).request.today, "2024-01-22");
  });

  it("leaves out what lies after the day of the plan", () => {
    const { request, findings } = sales(daily("A", 28), { today: "2024-01-17" });
    assert.deepEqual(request.history.A, [7, 7]);
    assert.ok(
      findings.notes.some((note) =>
        note.startsWith("Week of 15 Jan 2024 is not over: left out. So are 1 later period"),
      ),
    );
  });

  it("plans by day or month when told", () => {
    assert.deepEqual(sales(daily("A", 5), { period: "day" }).request.history.A, [1, 1, 1, 1, 1]);
    assert.deepEqual(sales(daily("A", 60), { period: "month" }).request.history.A, [31, 29]);
  });

  it("counts a period without rows as 0 and sums duplicates", () => {
    const rows: CellValue[][] = [
      ...daily("B", 28),
      [on("2024-01-02"), "A", 3],
      [on("2024-01-02"), "A", 4],
      [on("2024-01-16"), "A", 1],
    ];
    const { request, findings } = sales(rows);
    assert.deepEqual(request.history.A, [7, 0, 1, 0]);
    assert.ok(findings.notes.some((note) => note.includes("counts as no demand (0)")));
  });

  it("nets returns within their period and never below 0, and says so", () => {
    const rows: CellValue[][] = [
      ...daily("B", 14),
      [on("2024-01-02"), "A", 5],
      [on("2024-01-03"), "A", -2],
      [on("2024-01-09"), "A", -4],
    ];
    const { request, findings } = sales(rows);
    assert.deepEqual(request.history.A, [3, 0]);
    assert.ok(findings.notes.some((note) => note.startsWith("2 negative quantities are taken as returns")));
  });

  it("names bad rows by sheet and row, and reads the rest", () => {
    const { request, findings } = sales([
      ...daily("A", 14),
      ["31/31/2024", "A", 1],
      [on("2024-01-02"), "A", "many"],
      [on("2024-01-02"), "A", 10],
    ]);
    assert.deepEqual(
      findings.bad_rows.map(({ sheet, row }) => [sheet, row]),
      [
        ["Sales", 16],
        ["Sales", 17],
      ],
    );
    assert.match(findings.bad_rows[0]?.message ?? "", /"Date" is "31\/31\/2024": it must be a date/);
    assert.match(findings.bad_rows[1]?.message ?? "", /"Qty" is "many": it must be a number/);
    assert.deepEqual(request.history.A, [17, 7]);
  });

  it("lists at most a hundred rows of one fault and counts the rest", () => {
    const { findings } = sales([
      ...daily("A", 14),
      ...Array.from({ length: 150 }, () => [null, "A", 1] as CellValue[]),
    ]);
    assert.equal(findings.bad_rows.length, 101);
    assert.match(findings.bad_rows.at(-1)?.message ?? "", /^50 more rows/);
  });

  it("takes a week that the shop was out of stock as missing, not as 0", () => {
    const rows: CellValue[][] = [
      ["Week", "SKU", "Units", "In stock"],
      [on("2024-01-01"), "A", 4, true],
      [on("2024-01-08"), "A", 1, false],
      [on("2024-01-15"), "A", 5, true],
    ];
    assert.deepEqual(requestFromSheets([ITEMS, { name: "Sales", rows }]).request.history.A, [4, null, 5]);
  });

  it("begins a new item's history with its first sale, but keeps the zeros of a slow one", () => {
    const { request } = sales([...daily("B", 140), ...daily("A", 42, "2024-04-08")]);
    assert.deepEqual(request.history.A, [7, 7, 7, 7, 7, 7]);
    const slow = sales([...daily("B", 140), [on("2024-04-09"), "A", 9]]).request.history.A;
    assert.equal(slow?.length, 20);
    assert.equal(slow?.[14], 9);
  });

  it("plans transactions alone, and says what is missing", () => {
    const { request, findings } = requestFromSheets(
      [{ name: "T", rows: [["Date", "Description", "Qty"], ...daily("Blue lamp", 14)] }],
      { leadTimeDays: 9 },
    );
    assert.deepEqual(
      request.items.map(({ sku, on_hand, lead_time_days }) => [sku, on_hand, lead_time_days]),
      [["Blue lamp", 0, 9]],
    );
    assert.match(findings.bad_rows[0]?.message ?? "", /No item table was found.*0 on hand.*9 days/);
  });

  it("refuses a finer period than the history has", () => {
    assert.throws(
      () =>
        sales(
          [
            [on("2024-01-01"), "A", 1],
            [on("2024-02-01"), "A", 1],
            [on("2024-03-01"), "A", 1],
          ],
          { period: "week" },
        ),
      /a value a month.*must be "month"/,
    );
  });

  it("says which headers it saw where there is no history", () => {
    assert.throws(
      () => requestFromSheets([ITEMS]),
      /No demand history was found.*Seen: "Items" \(SKU, On hand, Lead time \(days\)\)/,
    );
    assert.throws(() => requestFromSheets([]), /No demand history/);
  });
});

describe("history with a column a period", () => {
  const wide = (headers: CellValue[], options: SheetOptions = {}): SheetRequest =>
    requestFromSheets(
      [
        ITEMS,
        {
          name: "Demand",
          rows: [
            ["Demand of all shops"],
            ["SKU", ...headers, "Total"],
            ["A", ...headers.map((_, i) => i + 1), 99],
            ["B", ...headers.map(() => 1), 9],
            ["Total", ...headers.map(() => 3), 9],
          ],
        },
      ],
      options,
    );
  const weekly = { period: "week", history: [1, 2, 3, 4] };
  const forms: [string, CellValue[], { period: string; history: number[] }][] = [
    ["ISO weeks", ["2024-W50", "2024-W51", "2024-W52", "2025-W01"], weekly],
    ["W50 2024", ["W50 2024", "W51 2024", "W52 2024", "W01 2025"], weekly],
    ["KW 50/2024", ["KW 50/2024", "KW 51/2024", "KW 52/2024", "KW 1/2025"], weekly],
    ["dates", [on("2024-12-09"), on("2024-12-16"), on("2024-12-23"), on("2024-12-30")], weekly],
    ["serials", [45_635, 45_642, 45_649, 45_656], weekly],
    ["months", ["2024-11", "2024-12", "2025-01", "2025-02"], { period: "month", history: [1, 2, 3, 4] }],
    [
      "day/month/year",
      ["01/11/2024", "01/12/2024", "01/01/2025", "01/02/2025"],
      { period: "month", history: [1, 2, 3, 4] },
    ],
  ];
  for (const [name, headers, expected] of forms) {
    it(`reads headers as ${name}`, () => {
      const { request } = wide(headers);
      assert.deepEqual({ period: request.period, history: request.history.A }, expected);
    });
  }

  it("takes the year from the row above, where merged cells leave gaps", () => {
    const rows: CellValue[][] = [
      [null, 2025, null, null, 2026],
      ["SKU", "Oct", "Nov", "Dec", "Jan"],
      ["A", 1, 2, 3, 4],
    ];
    const { request, findings } = requestFromSheets([ITEMS, { name: "D", rows }]);
    assert.deepEqual(request.history.A, [1, 2, 3, 4]);
    assert.deepEqual([findings.first_period, findings.last_period], ["2025-10-01", "2026-01-01"]);
  });

  it("leaves out the current month by name", () => {
    const { request, findings } = wide(["Aug 2026", "Sep 2026", "Oct 2026", "Nov 2026"], { now: "2026-11-22" });
    assert.deepEqual(request.history.A, [1, 2, 3]);
    assert.ok(findings.notes.includes("Nov 2026 is not over: left out."));
  });

  it("takes NA and #N/A as missing, blank as 0, and names other text", () => {
    const rows: CellValue[][] = [
      ["SKU", "2024-01", "2024-02", "2024-03", "2024-04"],
      ["A", "NA", "#N/A", null, "?"],
    ];
    const { request, findings } = requestFromSheets([ITEMS, { name: "D", rows }]);
    assert.deepEqual(request.history.A, [null, null, 0, null]);
    assert.match(findings.bad_rows[0]?.message ?? "", /Column E is "\?": it must be a number/);
  });

  it("reads items and history from one sheet", () => {
    const rows: CellValue[][] = [
      ["SKU", "On hand", "Lead time", "2024-01", "2024-02", "2024-03"],
      ["A", 5, 7, 1, 2, 3],
    ];
    const { request } = requestFromSheets([{ name: "All", rows }]);
    assert.deepEqual(request.history.A, [1, 2, 3]);
    assert.equal(request.items[0]?.on_hand, 5);
  });
});
