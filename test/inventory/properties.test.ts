import assert from "node:assert/strict";
import fc from "fast-check";
import { UserError } from "../../shared/define/errors.ts";
import { abcClasses } from "../../shared/inventory/abc.ts";
import { economicOrderQuantity } from "../../shared/inventory/economic-order-quantity.ts";
import { packRound } from "../../shared/inventory/pack-round.ts";
import { reorderPoint, safetyStock } from "../../shared/inventory/reorder-point.ts";

const positive = fc.double({ min: 0.01, max: 1e6, noNaN: true });
const share = fc.double({ min: 0.5, max: 0.9999, noNaN: true });

describe("economic order quantity", () => {
  it("grows with the square root of demand", () => {
    fc.assert(
      fc.property(positive, positive, positive, (demand, orderCost, holdingCost) => {
        const one = economicOrderQuantity({ demand, orderCost, holdingCost });
        const four = economicOrderQuantity({ demand: 4 * demand, orderCost, holdingCost });
        assert.ok(Math.abs(four / one - 2) < 1e-12);
      }),
    );
  });

  it("costs no more than any other lot", () => {
    fc.assert(
      fc.property(
        positive,
        positive,
        positive,
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (demand, orderCost, holdingCost, by) => {
          const q = economicOrderQuantity({ demand, orderCost, holdingCost });
          const cost = (lot: number): number => (orderCost * demand) / lot + (holdingCost * lot) / 2;
          assert.ok(cost(q) <= cost(q * by) * (1 + 1e-12));
        },
      ),
    );
  });
});

describe("safety stock and reorder point", () => {
  const risk = fc.record({
    mean: positive,
    sd: positive,
    leadTime: fc.double({ min: 0, max: 50, noNaN: true }),
    leadTimeSd: fc.double({ min: 0, max: 5, noNaN: true }),
    serviceLevel: share,
    reviewPeriod: fc.double({ min: 0, max: 10, noNaN: true }),
  });

  it("grow with the service level, the lead time and the sd", () => {
    fc.assert(
      fc.property(risk, (r) => {
        const base = safetyStock(r);
        assert.ok(safetyStock({ ...r, serviceLevel: (r.serviceLevel + 1) / 2 }) >= base);
        assert.ok(safetyStock({ ...r, leadTime: r.leadTime + 1 }) >= base);
        assert.ok(safetyStock({ ...r, sd: 2 * r.sd }) >= base);
        assert.ok(reorderPoint(r) >= base);
      }),
    );
  });

  it("are demand alone where nothing is uncertain, and nothing where there is no time", () => {
    assert.equal(safetyStock({ mean: 7, sd: 0, leadTime: 4, leadTimeSd: 0, serviceLevel: 0.99, reviewPeriod: 1 }), 0);
    assert.equal(reorderPoint({ mean: 7, sd: 3, leadTime: 0, leadTimeSd: 0, serviceLevel: 0.99, reviewPeriod: 0 }), 0);
  });
});

describe("pack rounding", () => {
  const whole = fc.integer({ min: 1, max: 10_000 });

  it("gives the least acceptable quantity", () => {
    fc.assert(
      fc.property(
        whole,
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 1, max: 100 }),
        (quantity, moq, multiple) => {
          const q = packRound(quantity, { moq, multiple });
          assert.ok(q % multiple === 0 && q >= quantity && q >= moq);
          assert.ok(q - multiple < Math.max(quantity, moq));
          assert.equal(packRound(q, { moq, multiple }), q);
        },
      ),
    );
  });

  it("never exceeds the maximum, and says when the minimum cannot be met", () => {
    fc.assert(
      fc.property(whole, whole, whole, whole, (quantity, moq, multiple, maximum) => {
        try {
          const q = packRound(quantity, { moq, multiple, maximum });
          assert.ok(q <= maximum && q % multiple === 0);
        } catch (error) {
          assert.ok(error instanceof UserError && error.message.startsWith("maximum: "));
          assert.ok(Math.floor(maximum / multiple) * multiple < moq);
        }
      }),
    );
  });

  it("forgives the last bit of a division", () => {
    assert.ok(Math.abs(packRound(0.3, { multiple: 0.1 }) - 0.3) < 1e-12);
    assert.equal(packRound(-5, { moq: 10, multiple: 12 }), 0);
  });
});

describe("ABC classes", () => {
  it("depend on the values, not on their order, and never rank a cheaper item above a dearer one", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 60 }), (values) => {
        const classes = abcClasses(values, 0.8, 0.95);
        const reversed = abcClasses([...values].reverse(), 0.8, 0.95).reverse();
        assert.deepEqual(classes, reversed);
        const sorted = values.map((v, i) => [v, classes[i]!] as const).sort((a, b) => b[0] - a[0]);
        assert.equal(sorted[0]![1], "A");
        sorted.slice(1).forEach(([, c], i) => assert.ok(c >= sorted[i]![1]));
      }),
    );
  });

  it("call everything C where nothing has value", () => assert.deepEqual(abcClasses([0, 0], 0.8, 0.95), ["C", "C"]));
});
