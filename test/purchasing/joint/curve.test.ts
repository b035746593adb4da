import assert from "node:assert/strict";
import { quantitiesOf } from "../../../shared/purchasing/joint/curve/quantities.ts";
import { runCourse, type CourseInputs } from "../../../shared/purchasing/joint/curve/run-course.ts";
import type { PlanLine } from "../../../shared/purchasing/plan/plan-schema.ts";
import { planned } from "./plan-by-money.ts";

type Row = Record<string, unknown>;

const item = (more: Row = {}): Row => ({
  sku: "A",
  supplier: "Acme",
  on_hand: 0,
  lead_time_days: 7,
  cost: 10,
  price: 13,
  ...more,
});

/** Ten or so a week, for two years. */
const history = Array.from({ length: 104 }, (_, t) => 8 + ((t * 7) % 5));

function plan(row: Row, more: Row = {}, settings: Row = {}) {
  return planned({
    today: "2026-11-23",
    period: "week",
    history: { A: history },
    settings: { policy: "optimal", order_cost: 5, holding_rate: 0.25, ...settings },
    items: [item(row)],
    ...more,
  }).plan;
}

const line = (row: Row, more: Row = {}, settings: Row = {}): PlanLine => plan(row, more, settings).lines[0]!;

/** One unit a day for ten days; the order of today comes on day 2, the base policy orders nothing. */
const course: CourseInputs = {
  days: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  demand: Float64Array.from([0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
  stock: 1,
  arrivals: [],
  leadTime: 2,
  firstLeadTime: 2,
  review: 5,
  s: -1,
  S: 0,
  round: (quantity) => quantity,
  costs: { lost: 13, waiting: 1, holding: 0.1, landed: 10, line: 3 },
  ends: false,
};

describe("an item's curve", () => {
  it("charges lost sales, holding and what is left along a course, as worked out by hand", () => {
    // Of ten units one is there; half of it lies about on its day.
    assert.ok(Math.abs(runCourse(0, course) - (9 * 13 + 0.1 * 0.5)) < 1e-9);
    // Four come on day 2: day 2 is lost, days 3 to 6 are served, 4 + 3 + 2 + 1 less a half each.
    assert.ok(Math.abs(runCourse(4, course) - (5 * 13 + 0.1 * (0.5 + 8))) < 1e-9);
    // Ten come: two are left, which are worth what they cost.
    assert.ok(Math.abs(runCourse(10, course) - (13 + 0.1 * (0.5 + 48) - 2 * 10)) < 1e-9);
    // They are worth nothing where the item ends.
    assert.ok(Math.abs(runCourse(10, { ...course, ends: true }) - (13 + 0.1 * (0.5 + 48))) < 1e-9);
  });

  it("charges the base policy's later orders, and writes off what is past its shelf life", () => {
    // At the review on day 5 the position is 0 of s = 0: five are ordered, come on day 7 and serve three; two are left.
    const later = runCourse(4, { ...course, s: 0, S: 5 });
    assert.ok(later > 0 && later !== runCourse(4, course));
    const old = runCourse(10, { ...course, shelfLife: 4 });
    // Four of ten are sold by day 6; six are written off and four later sales lost; nothing is left.
    assert.ok(Math.abs(old - (13 + 4 * 13 + 60 + 0.1 * (0.5 + 9.5 + 8.5 + 7.5 + 6.5))) < 1e-9, String(old));
  });

  it("has every quantity that the supplier accepts, or ever fewer of very many", () => {
    assert.deepEqual(quantitiesOf({ moq: 10, multiple: 5, maximum: 25 }, 18), [0, 10, 15, 20]);
    assert.deepEqual(quantitiesOf({ moq: 10, multiple: 5, maximum: 12 }, 18), [0, 10]);
    assert.deepEqual(quantitiesOf({ moq: 30, multiple: 0, maximum: 20 }, 18), [0]);
    const many = quantitiesOf({ multiple: 1 }, 5000);
    assert.ok(many.length < 60 && many[1] === 1 && many[2] === 2 && many.at(-1) === 5000);
    assert.deepEqual([...new Set(many)], many);
  });

  it("orders an item with 30% margin whose stock is empty, about what it needs", () => {
    const { quantity, need, why } = line({});
    assert.ok(quantity >= 15 && quantity <= 80, `${quantity}`);
    assert.equal(need, quantity);
    assert.match(why, /^Expect .*Order \d+: by money it costs least\.$/);
    assert.equal(line({ on_hand: 500 }).quantity, 0);
  });

  it("orders nothing more once its own plan is accepted", () => {
    const { quantity, arrival } = line({});
    assert.equal(line({ on_order: [{ quantity, due: arrival }] }).quantity, 0);
  });

  it("orders less before the item ends or spoils, and more where ordering is dear", () => {
    const usual = line({}).quantity;
    assert.ok(line({ ends: "2026-12-10" }).quantity < usual);
    assert.ok(
      line({ shelf_life_days: 5 }, {}, { order_cost: 60 }).quantity < line({}, {}, { order_cost: 60 }).quantity,
    );
    assert.ok(line({}, {}, { order_cost: 60 }).quantity > line({}, {}, { order_cost: 0 }).quantity);
  });

  it("keeps to packs, and meets an order's minimum with what costs least", () => {
    assert.equal(line({ multiple: 12 }).quantity % 12, 0);
    const [a, b] = plan(
      {},
      {
        history: { A: history, B: history },
        items: [item(), item({ sku: "B", on_hand: 60 })],
        suppliers: [{ supplier: "Acme", minimum_value: 900 }],
      },
    ).lines;
    assert.ok(10 * (a!.quantity + b!.quantity) >= 900, "the minimum is met");
    assert.ok(a!.quantity > b!.quantity, "by the item that needs it");
  });

  it("is missing where there is neither a history nor a curve, and says so", () => {
    const made = plan({}, { history: {} });
    assert.equal(made.lines[0]!.quantity, 0);
    assert.match(
      made.exceptions.map(({ message }) => message).join(" "),
      /Not ordered: it has neither sales to make a curve of nor a curve of its own\./,
    );
  });
});
