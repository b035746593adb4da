import assert from "node:assert/strict";
import { isoDate } from "../../shared/calendar/dates.ts";
import { dateOf, dateOrder, periodHeader } from "../../shared/tables/dates.ts";

const read = (cell: string | number | Date, order: "day" | "month" = "day"): string | null => {
  const found = dateOf(cell, order);
  return found && `${isoDate(found.day)} ${found.span}`;
};

describe("dates in cells", () => {
  const cases: [string | number | Date, string | null][] = [
    [new Date("2024-02-29T23:59:00Z"), "2024-02-29 day"],
    [45_351, "2024-02-29 day"],
    [45_351.75, "2024-02-29 day"],
    ["2024-02-29", "2024-02-29 day"],
    ["2024-02-29T08:26:00", "2024-02-29 day"],
    ["2024-02-30", null],
    ["31.12.2024", "2024-12-31 day"],
    ["31/12/24", "2024-12-31 day"],
    ["5. Januar 2024", "2024-01-05 day"],
    ["Jan 5, 2024", "2024-01-05 day"],
    ["5 de enero de 2024", "2024-01-05 day"],
    ["2024年1月5日", "2024-01-05 day"],
    ["20240105", "2024-01-05 day"],
    ["2024-W05", "2024-01-29 week"],
    ["W05 2024", "2024-01-29 week"],
    ["KW 5/2024", "2024-01-29 week"],
    ["KW05/24", "2024-01-29 week"],
    ["2024年第5周", "2024-01-29 week"],
    ["Semaine 5 2024", "2024-01-29 week"],
    ["Jan 2024", "2024-01-01 month"],
    ["janv. 2024", "2024-01-01 month"],
    ["Mär 24", "2024-03-01 month"],
    ["Mrz-24", "2024-03-01 month"],
    ["2024-01", "2024-01-01 month"],
    ["01/2024", "2024-01-01 month"],
    ["2024年1月", "2024-01-01 month"],
    ["Bolt M8 2024", null],
    ["12", null],
    [12, null],
    ["Total", null],
  ];
  for (const [cell, expected] of cases) {
    it(`${cell instanceof Date ? cell.toISOString() : JSON.stringify(cell)} is ${expected}`, () =>
      assert.equal(read(cell), expected));
  }

  it("decides 03/04/2024 from the whole column", () => {
    assert.deepEqual(dateOrder(["03/04/2024", "13/04/2024"]), { order: "day", proof: "proven" });
    assert.deepEqual(dateOrder(["03/04/2024", "04/13/2024"]), { order: "month", proof: "proven" });
    assert.equal(dateOrder(["03/04/2024"]).proof, "assumed");
    assert.equal(dateOrder(["03.04.2024"]).proof, "proven");
    assert.equal(dateOrder(["2024-04-03", null, 45_351]).proof, "unneeded");
    assert.equal(read("03/04/2024", "month"), "2024-03-04 day");
  });

  it("takes no plain number for a period header", () => {
    assert.equal(periodHeader(2024, "day"), null);
    assert.equal(periodHeader("2024", "day"), null);
  });
});
