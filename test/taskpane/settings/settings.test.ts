import assert from "node:assert/strict";
import { DEFAULT_SETTINGS, optionsOf, settingFaults, settingsFrom } from "../../../addin/taskpane/settings/settings.ts";

describe("the task pane's settings", () => {
  it("start with values that can be used", () => {
    assert.deepEqual(settingFaults(DEFAULT_SETTINGS), {});
    assert.deepEqual(optionsOf(DEFAULT_SETTINGS), {
      leadTimeDays: 14,
      settings: { service_level: 0.95, review_days: 7 },
    });
  });

  it("read percentages, decimal commas and codes as typed", () => {
    const text = {
      ...DEFAULT_SETTINGS,
      service_level: " 97,5 %",
      order_cost: "12.50",
      holding_rate: "25",
      currency: "eur",
      period: "month",
      today: "2026-11-23",
    };
    assert.deepEqual(settingFaults(text), {});
    assert.deepEqual(optionsOf(text), {
      leadTimeDays: 14,
      period: "month",
      today: "2026-11-23",
      settings: { service_level: 0.975, review_days: 7, order_cost: 12.5, holding_rate: 0.25, currency: "EUR" },
    });
  });

  it("ask for a fill rate instead of a service level, and mind the number in use alone", () => {
    const text = { ...DEFAULT_SETTINGS, target: "fill_rate", fill_rate: "99", service_level: "" };
    assert.deepEqual(settingFaults(text), {});
    assert.deepEqual(optionsOf(text).settings, { fill_rate: 0.99, review_days: 7 });
    assert.deepEqual(Object.keys(settingFaults({ ...text, fill_rate: "100" })), ["fill_rate"]);
    const kept = { ...text, service_level: "95" };
    assert.deepEqual(settingsFrom(JSON.stringify(kept)), kept);
    assert.deepEqual(settingsFrom(JSON.stringify({ ...kept, target: "luck" })), { ...kept, target: "service_level" });
  });

  it("take what a missed sale costs, and the least cost for the target", () => {
    const text = { ...DEFAULT_SETTINGS, shortage_rate: "40 %", policy: "cost" };
    assert.deepEqual(settingFaults(text), {});
    const { service_level, review_days } = optionsOf(DEFAULT_SETTINGS).settings!;
    assert.deepEqual(optionsOf(text).settings, { service_level, review_days, shortage_rate: 0.4, policy: "cost" });
    assert.deepEqual(Object.keys(settingFaults({ ...text, shortage_rate: "-1" })), ["shortage_rate"]);
    assert.equal(settingsFrom(JSON.stringify({ policy: "luck" })).policy, "service");
  });

  it("say what each must be where it cannot be used", () => {
    const bad = { service_level: "100", review_days: "", order_cost: "-1", currency: "euro", today: "23/11/2026" };
    const faults = settingFaults({ ...DEFAULT_SETTINGS, ...bad });
    assert.deepEqual(Object.keys(faults).sort(), Object.keys(bad).sort());
    assert.match(faults.service_level!, /50 to 99\.99/);
    assert.deepEqual(Object.keys(settingFaults({ ...DEFAULT_SETTINGS, review_days: "1.000,5" })), ["review_days"]);
  });

  it("come back from the workbook, without what is broken or unknown", () => {
    const stored = JSON.stringify({ service_level: "98", review_days: "many", colour: "red", period: 3 });
    assert.deepEqual(settingsFrom(stored), { ...DEFAULT_SETTINGS, service_level: "98" });
    for (const broken of [undefined, "", "{", "[]", "null"])
      assert.deepEqual(settingsFrom(broken), DEFAULT_SETTINGS, String(broken));
  });
});
