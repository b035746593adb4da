import assert from "node:assert/strict";
import { dateOfExcelDay, excelDay, isDateFormat } from "../../shared/sheets/look.ts";

describe("dates in cells", () => {
  it("are told from numbers by their format", () => {
    const dates = ["yyyy-mm-dd", "m/d/yyyy", "[$-409]d-mmm-yy;@", "mmm yy", "dddd", "mmmm", "d.m.yyyy hh:mm"];
    const numbers = [
      "General",
      "0",
      "#,##0.00",
      '#,##0 "days"',
      "0.00E+00",
      "h:mm:ss",
      "[h]:mm",
      "@",
      "0%",
      "[Red]0",
      "mm:ss",
    ];
    assert.deepEqual(dates.filter(isDateFormat), dates);
    assert.deepEqual(numbers.filter(isDateFormat), []);
  });

  it("go to Excel's day numbers and back", () => {
    // Microsoft's documentation of DATE: 1 January 2008 is 39448.
    assert.equal(excelDay("2008-01-01"), 39448);
    assert.deepEqual(dateOfExcelDay(39448), new Date("2008-01-01"));
    assert.deepEqual(dateOfExcelDay(39448.5), new Date("2008-01-01T12:00:00Z"));
  });
});
