import assert from "node:assert/strict";
import fc from "fast-check";
import { currencyOf, decimalSign, numberOf } from "../../shared/tables/numbers.ts";

describe("numbers in cells", () => {
  const cases: [string, "." | ",", number | null][] = [
    ["1,234.50", ".", 1234.5],
    ["1.234,50", ",", 1234.5],
    ["1 234,5", ",", 1234.5],
    ["1'234.50", ".", 1234.5],
    ["€ 12.50", ".", 12.5],
    ["12,50 €", ",", 12.5],
    ["CHF 12.50", ".", 12.5],
    ["-€3", ".", -3],
    ["(12)", ".", -12],
    ["12-", ".", -12],
    ["−5", ".", -5],
    ["95%", ".", 0.95],
    ["40 pcs", ".", 40],
    ["40 Stk.", ",", 40],
    ["１２", ".", 12],
    ["1.5e3", ".", 1500],
    ["n/a", ".", null],
    ["#REF!", ".", null],
    ["12 or 13", ".", null],
    ["AB12", ".", null],
    ["", ".", null],
  ];
  for (const [text, sign, expected] of cases)
    it(`"${text}" with decimal ${sign} is ${expected}`, () => assert.equal(numberOf(text, sign), expected));

  it("decides the decimal sign from the column", () => {
    assert.equal(decimalSign(["1.234", "12,5"]), ",");
    assert.equal(decimalSign(["1,234", "12.5"]), ".");
    assert.equal(decimalSign(["1.234.567"]), ",");
    assert.equal(decimalSign(["0,125"]), ",");
    assert.equal(decimalSign(["1,234", "2,345"]), null);
    assert.equal(decimalSign([1.5, null, "7"]), null);
  });

  it("reads back what German and English software writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
        const value = cents / 100;
        for (const [locale, sign] of [
          ["de-DE", ","],
          ["en-US", "."],
        ] as const) {
          const text = value.toLocaleString(locale, { minimumFractionDigits: 2 });
          assert.equal(numberOf(text, sign), value === 0 ? 0 : value, text);
        }
      }),
    );
  });

  it("knows currencies by sign and code", () => {
    assert.equal(currencyOf("Unit cost (USD)"), "USD");
    assert.equal(currencyOf("12,50 €"), "EUR");
    assert.equal(currencyOf("Discount"), undefined);
  });
});
