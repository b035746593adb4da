import assert from "node:assert/strict";
import { randomFrom } from "../../../shared/numeric/random.ts";
import type { Plan } from "../../../shared/purchasing/plan/plan-schema.ts";
import { planned } from "./plan-by-money.ts";
import { tinyRequest, type TinyRequest } from "./tiny-requests.ts";

type Row = Record<string, unknown>;
const rows = (body: TinyRequest, field: string): Row[] => structuredClone((body[field] ?? []) as Row[]);

/** Requests whose rules can all be kept. */
const bodies = Array.from({ length: 48 }, (_, n) => tinyRequest(randomFrom(9001 + n), n % 4 === 0 ? 2 : 1, 0.5)).filter(
  (body) => planned(body).plan.plan?.status === "optimal",
);

const quantities = ({ lines }: Plan) =>
  Object.fromEntries(lines.map(({ sku, supplier, quantity }) => [sku, `${supplier} ${quantity}`]));

describe("plans by money", () => {
  it("are the same to the bit, whatever the order of the rows", () => {
    for (const body of bodies) {
      const turned = { ...body, items: [...body.items].reverse(), suppliers: rows(body, "suppliers").reverse() };
      const [a, b] = [planned(body).plan, planned(turned).plan];
      assert.deepEqual(quantities(b), quantities(a));
      assert.equal(b.plan!.objective, a.plan!.objective);
      assert.equal(b.plan!.bound, a.plan!.bound);
    }
  });

  it("scale with the company's money: in its cents everything costs a hundred times as much", () => {
    for (const body of bodies) {
      const settings = body["settings"] as { order_cost: number; rates: { USD: number } };
      const money = (row: Row, fields: readonly string[]): Row => {
        const scaled = { ...row };
        for (const field of fields) if (typeof row[field] === "number") scaled[field] = 100 * row[field];
        return scaled;
      };
      const cents = {
        ...body,
        // The suppliers' money stays; one of theirs is a hundred times as many of ours.
        settings: {
          ...settings,
          currency: "cent",
          order_cost: 100 * settings.order_cost,
          rates: { USD: 100 * settings.rates.USD, EUR: 100 },
        },
        items: rows(body, "items").map((row) => ({
          ...money(row, ["unit_freight"]),
          currency: row["currency"] ?? "EUR",
          curve: (row["curve"] as [number, number][]).map(([q, m]) => [q, 100 * m]),
        })),
        suppliers: rows(body, "suppliers").map((row) => ({
          ...money(row, ["order_cost", "line_cost"]),
          currency: row["currency"] ?? "EUR",
        })),
        budgets: rows(body, "budgets").map((row) => money(row, ["amount", "spent"])),
        ...(body["consolidations"] !== undefined && {
          consolidations: rows(body, "consolidations").map((row) => ({
            ...row,
            containers: (row["containers"] as Row[]).map((kind) => money(kind, ["cost"])),
          })),
        }),
      };
      const [a, b] = [planned(body).plan.plan!, planned(cents).plan.plan!];
      assert.ok(Math.abs(b.objective - 100 * a.objective) < 0.02, `${b.objective} for ${a.objective}`);
    }
  });

  it("never cost more by more than their gaps where a rule is dropped", () => {
    let dropped = 0;
    const cheaper = (body: TinyRequest, without: TinyRequest): void => {
      const [a, b] = [planned(body).plan.plan!, planned(without).plan.plan!];
      dropped += 1;
      assert.ok(b.objective <= a.objective + a.gap + b.gap + 1e-6, `${b.objective} without, ${a.objective} with`);
    };
    for (const body of bodies) {
      if (rows(body, "budgets").length) cheaper(body, { ...body, budgets: [] });
      for (const field of ["minimum_value", "minimum_weight", "group_minimums", "order_cost"]) {
        const suppliers = rows(body, "suppliers");
        if (suppliers[0]![field] === undefined) continue;
        suppliers[0] = { ...suppliers[0], [field]: null };
        cheaper(body, { ...body, suppliers });
      }
    }
    assert.ok(dropped > 20, `${dropped} rules dropped`);
  });

  it("say a worth that is what the plan costs less with that rule alone relaxed by its step", () => {
    let worths = 0;
    for (const body of bodies) {
      const { plan } = planned(body);
      for (const { supplier, binding } of plan.suppliers)
        for (const { rule, step, worth, at_most } of binding ?? []) {
          if (!/^minimum|^free/.test(rule) || at_most !== undefined) continue;
          const suppliers = rows(body, "suppliers").map((row) =>
            row["supplier"] === supplier ? { ...row, [rule]: (row[rule] as number) - step } : row,
          );
          const again = planned({ ...body, suppliers }).plan.plan!;
          assert.ok(Math.abs(plan.plan!.objective - again.objective - worth) < 0.01, `${rule} by ${step}: ${worth}`);
          worths += 1;
        }
      for (const { rule, step, worth } of plan.plan!.binding) {
        const budgets = rows(body, "budgets");
        if (
          rule !== "budget" ||
          budgets.length !== 1 ||
          (budgets[0]!["spent"] as number) > (budgets[0]!["amount"] as number)
        )
          continue;
        const again = planned({
          ...body,
          budgets: [{ ...budgets[0], amount: (budgets[0]!["amount"] as number) + step }],
        }).plan.plan!;
        assert.ok(Math.abs(plan.plan!.objective - again.objective - worth) < 0.01, `${rule} by ${step}: ${worth}`);
        worths += 1;
      }
    }
    assert.ok(worths > 5, `${worths} worths solved again`);
  });
});
