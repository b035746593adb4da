import assert from "node:assert/strict";
import { XMLValidator } from "fast-xml-parser";
import { engines } from "../../server/engines/index.ts";
import { guidePage } from "../../server/http/docs/guide-page.ts";
import { guides } from "../../server/http/docs/guides/index.ts";
import { settingsDocumentation } from "../../server/config.ts";
import { makePlan } from "../../shared/purchasing/plan/make-plan.ts";
import { readPlanRequest } from "../../shared/purchasing/terms/request.ts";
import { evaluate } from "../../shared/define/evaluate.ts";
import { findFunction, functions } from "../../shared/functions/index.ts";
import { assertClose } from "../harness/close.ts";
import { noFaults } from "../harness/faults.ts";
import { stubs } from "./stub-functions.ts";

const page = (guide: (typeof guides)[number]): string => guidePage({ base: "/x", functions }, guide);

describe("guides", () => {
  for (const guide of guides)
    describe(guide.title, () => {
      for (const { function: name, args, answer, tolerance } of guide.formulas)
        it(`shows what ${name} answers`, async () => {
          const outcome = await evaluate(findFunction(name)!, args, engines, noFaults);
          assert.ok("value" in outcome, JSON.stringify(outcome));
          assertClose(outcome.value, answer, tolerance ?? 1e-9, name);
        });

      it("shows every formula that is tested, and no other", () => {
        const shown = [...page(guide).matchAll(/<code class="formula">=([A-Z_]+)\(/g)].map(([, name]) => name!);
        assert.deepEqual(shown.sort(), guide.formulas.map((formula) => formula.function).sort());
      });

      it("is sound, and says no name of a function that does not exist", () => {
        const text = page(guide);
        assert.equal(XMLValidator.validate(text.replace("<!doctype html>", "").replace(/ defer(?=[\s>])/g, "")), true);
        assert.doesNotMatch(text, /undefined|\[object|NaN/);
        const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
        assert.equal(new Set(ids).size, ids.length, "no id twice");
        for (const [, name] of text.matchAll(/\/x\/docs\/([A-Z_]+)"/g)) assert.ok(findFunction(name!), name);
      });

      it("leaves what it does not know unlinked", () => {
        assert.doesNotMatch(guidePage({ base: "", functions: stubs }, guide), /href="\/docs\/[A-Z]/);
      });
    });

  it("name only settings that the server reads", () => {
    const settings = new Set(settingsDocumentation.map(({ name }) => name));
    const all = guides.map(page).join("\n");
    for (const name of ["PUBLIC_URL", "TLS_CERT", "TLS_KEY", "API_TOKENS", "DATABASE_URL", "OFFICE_JS", "DATA_DIR"]) {
      assert.ok(settings.has(name), name);
      assert.ok(all.includes(name), name);
    }
  });

  it("send a department to tokens, warn of a sign-in before the pages, and name Excel's menus of today", () => {
    const text = page(guides.find(({ slug }) => slug === "excel")!)
      .replace(/<[^>]+>/g, "")
      .replace(/\s+/g, " ");
    assert.match(text, /npm run token makes a token\. The pages and the list of functions stay open/);
    assert.match(text, /A proxy that asks people to sign in does not work before the pages/);
    assert.match(text, /Home, Add-ins, Advanced, SHARED FOLDER/);
    assert.match(text, /More Settings, Upload My Add-in/);
    assert.match(text, /has not been run in a real Excel yet/);
  });

  it("show Power Query a request that plans, and columns that are one value each", () => {
    const text = page(guides.find(({ slug }) => slug === "power-query")!).replaceAll("&quot;", '"');
    const asked = { today: "2026-11-23", period: "week", settings: { service_level: 0.95, review_days: 7 } };
    for (const name of [...Object.keys(asked), "items", "history"]) assert.ok(text.includes(`${name} =`), name);
    // As Json.FromValue writes a table's records: blank cells are null.
    const items = [
      { sku: "A", on_hand: 3, lead_time_days: 14, supplier: null, cost: 2, currency: "EUR", moq: null, multiple: 12 },
    ];
    const history = { A: [5, 6, 7, 8, 5, 6, 7, 8, 9, 5, 6, 7] };
    const read = readPlanRequest({ ...asked, items, history });
    const { lines, exceptions } = makePlan(read.request, { ...read, onFault: noFaults });
    assert.ok(!exceptions.some(({ code }) => code === "data"));
    const [, list] = /FromRecords\(Answer\[lines\]\),\s*\{([^}]*)\}/.exec(text)!;
    const columns = list!.split(",").map((name) => name.trim().replaceAll('"', ""));
    assert.ok(columns.length > 8);
    for (const column of columns) {
      const value = (lines[0] as unknown as Record<string, unknown>)[column];
      assert.ok(["string", "number"].includes(typeof value), column);
    }
  });

  it("keep to short paragraphs", () => {
    for (const guide of guides)
      for (const [, paragraph] of page(guide).matchAll(/<p>([^]*?)<\/p>/g)) {
        const words = paragraph!.replace(/<[^>]+>/g, "").split(/\s+/).length;
        assert.ok(words <= 75, `${guide.slug}: ${words} words in ${paragraph!.trim().slice(0, 60)}`);
      }
  });
});
