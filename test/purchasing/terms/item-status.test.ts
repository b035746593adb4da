import assert from "node:assert/strict";
import { makePlan } from "../../../shared/purchasing/plan/make-plan.ts";
import type { Plan } from "../../../shared/purchasing/plan/plan-schema.ts";
import { readPlanRequest } from "../../../shared/purchasing/terms/request.ts";
import { isClosed, statusOf } from "../../../shared/words/item-status.ts";
import { ITEM_STATUSES, STATUS_WORDS } from "../../../shared/words/item-status-words.ts";
import { noFaults } from "../../harness/faults.ts";

function planOf(statuses: readonly string[]): Plan {
  const { request, exceptions } = readPlanRequest({
    today: "2026-11-23",
    period: "week",
    items: statuses.map((status, i) => ({ sku: `S${i}`, on_hand: 0, lead_time_days: 14, cost: 2, status })),
    history: Object.fromEntries(statuses.map((_, i) => [`S${i}`, Array<number>(60).fill(10)])),
  });
  return makePlan(request, { exceptions, onFault: noFaults });
}

describe("an item's status", () => {
  it("is read by the same words in a request as in a table", () => {
    const closed = ["Auslaufartikel", "GESPERRT", "do-not-order", "Arrêté", "停产", "stopped", "closed", "no"];
    assert.deepEqual(
      planOf(closed).lines.map(({ quantity }) => quantity),
      closed.map(() => 0),
    );
    assert.ok(
      planOf(["active", "", "Aktiv", "在售"]).lines.every(({ quantity, why }) => quantity > 0 && !/active/.test(why)),
    );
  });

  it("has no word that means two things", () => {
    for (const status of ITEM_STATUSES)
      for (const word of STATUS_WORDS[status]) {
        assert.equal(statusOf(word), status, word);
        assert.equal(isClosed(word), status !== "active", word);
      }
  });

  it("that nobody knows is planned as active, as its line and an exception say", () => {
    const { lines, exceptions } = planOf(["dicontinued"]);
    assert.ok(lines[0]!.quantity > 0);
    assert.match(lines[0]!.why, /^Status "dicontinued" is not known; planned as active\. Expect /);
    assert.deepEqual(
      exceptions.filter(({ code }) => code === "data").map(({ message }) => message),
      [
        'Status "dicontinued" is not known, so it is planned as active: write "active", "discontinued" or "do not order".',
      ],
    );
  });
});
