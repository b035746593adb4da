import { z } from "zod";
import type { Immutable } from "../../define/immutable.ts";
import { amountOf, blank, currencyCode, fieldsOf, isoDate, words } from "./schema-parts.ts";

/** What a plan of policy "optimal" reads beside the rest: curves and prices of items, rules of orders, shared rules. */

const above0 = () => amountOf().gt(0, "must be greater than 0");
const shareOf = (doc: string) => blank(amountOf().max(1, "must be at most 1")).describe(doc);
const listOf = <T extends z.ZodType>(schema: T, what: string) => z.array(schema, `must be a list of ${what}`);

/** Rows by `from`, none twice. */
function rising(what: string) {
  return ({ value, issues }: z.core.ParsePayload<readonly { from: number }[]>): void => {
    if (new Set(value.map(({ from }) => from)).size < value.length)
      issues.push({ code: "custom", path: [], message: `must not hold two ${what} from the same on`, input: value });
  };
}

const breakSchema = fieldsOf("a price break", {
  from: above0().describe("Units from which on it holds."),
  price: amountOf().describe("Of a unit, in the item's currency."),
});

const priceFields = {
  price_breaks: blank(listOf(breakSchema, "price breaks").max(100).check(rising("breaks"))).describe(
    "Prices by quantity, beside `cost` for what lies below the first.",
  ),
  price_kind: blank(z.enum(["all-units", "incremental"], 'must be "all-units" or "incremental"')).describe(
    '"all-units" (default): from a break on, all units have its price; "incremental": only those beyond it.',
  ),
  unit_freight: blank(amountOf()).describe("Freight of a unit, in the company's currency; no part of the order value."),
  duty: blank(amountOf()).describe("Duty as a share of the price; no part of the order value."),
};

const sourceSchema = fieldsOf("a source", {
  supplier: words.min(1, "must not be empty").describe("Who else delivers the item."),
  cost: amountOf().describe("Price of a unit there, in `currency`."),
  currency: blank(currencyCode).describe("Of that cost; the item's unless given."),
  lead_time_days: blank(amountOf().max(3650, "must be at most 3650 days")).describe(
    "Days from order to arrival; the item's unless given.",
  ),
  ...priceFields,
});

const point = z.tuple(
  [amountOf(), z.number("must be a number").min(-1e15).max(1e15)],
  "must be a quantity and its money",
);
const curveSchema = listOf(point, "quantities with their money")
  .min(1, "must hold a quantity")
  .max(5000, "must hold at most 5000 quantities")
  .check(({ value, issues }) => {
    const quantities = new Set(value.map(([quantity]) => quantity));
    const message =
      quantities.size < value.length
        ? "must not hold a quantity twice"
        : quantities.has(0)
          ? undefined
          : "must hold the quantity 0";
    if (message) issues.push({ code: "custom", path: [], message, input: value });
  });

/** Rules of items, suppliers and requests that bind, and that policies other than "optimal" do not read. */
export const RULES_OF_ORDERS = {
  item: [
    "curve",
    "price_breaks",
    "unit_freight",
    "duty",
    "lot_size",
    "sources",
    "shelf_life_days",
    "ends",
    "price_changes",
  ],
  supplier: [
    "minimum_quantity",
    "minimum_weight",
    "freight",
    "order_discounts",
    "containers",
    "group_minimums",
    "order_days",
    "cut_off",
    "closed",
  ],
  request: ["budgets", "storage", "consolidations"],
} as const;

/** Fields of an item's row. */
export const itemOrderFields = {
  curve: blank(curveSchema).describe(
    "Expected money of having ordered each quantity, [[quantity, money], ...] in the company's currency, without purchase. It stands for the item's own curve and its minimum, multiple and maximum.",
  ),
  ...priceFields,
  weight: blank(amountOf()).describe("Of a unit."),
  volume: blank(amountOf()).describe("Of a unit."),
  pallet: blank(above0()).describe("Units on a pallet; a measure, not a multiple."),
  layer: blank(above0()).describe("Units in a layer of a pallet; a measure, not a multiple."),
  group: blank(words).describe("Its group in the supplier's `group_minimums`."),
  storage_class: blank(words).describe("The class of storage it lies in."),
  never: blank(z.boolean("must be true or false")).describe("Whether it is not to be ordered, whatever its status."),
  shelf_life_days: blank(above0()).describe("Days from arrival after which it is written off."),
  ends: blank(isoDate).describe("Its last day of sale."),
  price_changes: blank(
    listOf(
      fieldsOf("a price change", {
        from: isoDate.describe("First day of the price."),
        price: amountOf().describe("Of a unit, in the item's currency."),
      }),
      "price changes",
    ).max(100),
  ).describe("Announced prices."),
  lot_size: blank(above0()).describe("The fixed lot: nothing or exactly so many are ordered."),
  sources: blank(listOf(sourceSchema, "sources").max(20)).describe(
    "Other suppliers of the item; one of all is chosen.",
  ),
};

const containerSchema = fieldsOf("a kind of container", {
  name: words.min(1, "must not be empty"),
  weight: blank(above0()).describe("How much it takes, in the items' unit of weight; absent: no limit."),
  volume: blank(above0()).describe("How much it takes, in the items' unit of volume; absent: no limit."),
  pallets: blank(above0()).describe("How many it takes; absent: no limit."),
  cost: amountOf().describe("Of one."),
  least_fill: shareOf("How full the last one must be at least, in the fullest of its measures."),
  most: blank(z.int("must be a whole number").min(1, "must be at least 1").max(1000, "must be at most 1000")).describe(
    "How many there are at most.",
  ),
});
const containersSchema = listOf(containerSchema, "kinds of container").min(1, "must hold a kind").max(20);
const looseSchema = fieldsOf("loose goods", {
  per_weight: blank(amountOf()).describe("Cost of a unit of weight."),
  per_volume: blank(amountOf()).describe("Cost of a unit of volume."),
});

export const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

/** Fields of a supplier's row; money is in the supplier's currency but where another is named. */
export const supplierOrderFields = {
  minimum_quantity: blank(amountOf()).describe("The least units of an order."),
  minimum_weight: blank(amountOf()).describe("The least weight of an order."),
  minimum_rule: blank(z.enum(["hard", "surcharge", "warn"], 'must be "hard", "surcharge" or "warn"')).describe(
    'What missing a minimum means: "hard" (default), it may not; "surcharge", it costs `surcharge`, once; "warn", it is an exception.',
  ),
  surcharge: blank(amountOf()).describe("What an order below a minimum costs more, where the rule says so."),
  freight: blank(amountOf()).describe("Freight of an order."),
  free_freight_from: blank(amountOf()).describe("Order value from which on no freight is due."),
  order_discounts: blank(
    listOf(
      fieldsOf("a discount", {
        from: amountOf().describe("Order value from which on it holds."),
        rate: amountOf().lt(1, "must be below 1").describe("Share of the whole value."),
      }),
      "discounts",
    )
      .max(50)
      .check(rising("discounts")),
  ).describe("Discounts on the order value; rates rise with `from`."),
  containers: blank(containersSchema).describe("Kinds of container; an order uses one, as many as it needs."),
  loose: blank(looseSchema).describe("What goods cost that go loose instead of in the last container."),
  group_minimums: blank(
    listOf(
      fieldsOf("a group's minimum", { group: words.min(1, "must not be empty"), quantity: above0() }),
      "group minimums",
    )
      .max(10)
      .check(({ value, issues }) => {
        if (new Set(value.map(({ group }) => group)).size < value.length)
          issues.push({ code: "custom", path: [], message: "must not name a group twice", input: value });
      }),
  ).describe("Units that must be ordered over a group of items, or none."),
  order_days: blank(
    listOf(z.enum(WEEKDAYS, 'must be "mon", "tue", "wed", "thu", "fri", "sat" or "sun"'), "weekdays").min(
      1,
      "must hold a day",
    ),
  ).describe("Weekdays on which it takes orders; every day unless given."),
  cut_off: blank(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 11:00")).describe(
    "Until when it takes an order of the day, by the request's `now` and `time_zone`.",
  ),
  closed: blank(
    listOf(
      fieldsOf("closed days", { from: isoDate, to: isoDate }).check(({ value: { from, to }, issues }) => {
        if (to < from) issues.push({ code: "custom", path: ["to"], message: "must not be before from", input: to });
      }),
      "closed days",
    ).max(100),
  ).describe("Days on which it takes no orders, first and last."),
  payment_days: blank(amountOf().max(3650, "must be at most 3650 days")).describe(
    "Days from the order to its payment.",
  ),
  order_cost: blank(amountOf()).describe("What placing an order costs, in the company's currency; 0 unless given."),
  line_cost: blank(amountOf()).describe(
    "What a line of it costs, in the company's currency; `order_cost` of the settings unless given.",
  ),
};

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const budgetSchema = fieldsOf("a budget", {
  amount: amountOf().describe("Of the whole period, in the company's currency."),
  spent: blank(amountOf()).describe("What is spent of it; the open orders by the same date unless given."),
  category: blank(words).describe("Only items of this category."),
  month: blank(z.string().regex(MONTH, "must be a month such as 2026-01")).describe("Only what falls into this month."),
  supplier: blank(words).describe("Only this supplier."),
  by: blank(z.enum(["order", "payment"], 'must be "order" or "payment"')).describe(
    'The date that counts: "order" (default) or "payment".',
  ),
});

const storageSchema = fieldsOf("a storage", {
  class: blank(words).describe("Only items of this storage class."),
  volume: blank(amountOf()).describe("Volume there is."),
  pallets: blank(amountOf()).describe("Pallets there are places for."),
});

const consolidationSchema = fieldsOf("a consolidation", {
  suppliers: listOf(words.min(1, "must not be empty"), "suppliers").min(2, "must hold two suppliers").max(200),
  containers: containersSchema.describe("Their costs are in the company's currency."),
  loose: blank(looseSchema).describe("In the company's currency."),
});

/** Fields of a request's head: what all orders share. */
export const sharedOrderFields = {
  budgets: blank(listOf(budgetSchema, "budgets").max(100)).describe(
    'Limits on purchases after discount and freight, for policy "optimal".',
  ),
  storage: blank(listOf(storageSchema, "storages").max(100)).describe(
    'Room at arrival, less the stock that is expected then, for policy "optimal".',
  ),
  consolidations: blank(listOf(consolidationSchema, "consolidations").max(50)).describe(
    'Suppliers whose goods share containers, instead of each having its own, for policy "optimal".',
  ),
  now: blank(z.string().regex(/^(\d{4}-\d{2}-\d{2}T)?\d{2}:\d{2}/, "must be a time such as 2026-11-23T10:30")).describe(
    "The time the plan is made, against suppliers' `cut_off`: with an offset or Z, or in `time_zone`.",
  ),
  time_zone: blank(words.refine(isTimeZone, "must be a time zone such as Europe/Berlin")).describe(
    'The zone of `cut_off`, such as "Europe/Berlin".',
  ),
};

export type Container = Immutable<z.infer<typeof containerSchema>>;
export type Loose = Immutable<z.infer<typeof looseSchema>>;
export type Budget = Immutable<z.infer<typeof budgetSchema>>;
export type Storage = Immutable<z.infer<typeof storageSchema>>;
export type Consolidation = Immutable<z.infer<typeof consolidationSchema>>;
export type Source = Immutable<z.infer<typeof sourceSchema>>;
