import assert from "node:assert/strict";
import fc from "fast-check";
import { encodeCall, requestBody } from "../../../addin/batch/call.ts";
import { firstRequest } from "../../../addin/batch/split.ts";

describe("splitting calls into requests", () => {
  it("keeps every request within bytes and calls, in order, losing none", () => {
    const texts = fc.array(fc.string({ unit: "grapheme", maxLength: 40 }), { maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 120, max: 400 }), fc.integer({ min: 1, max: 10 }), (list, bytes, calls) => {
        const all = list.map((text) => encodeCall("F", [text]));
        const sent = [];
        for (let rest = all; rest.length > 0;) {
          const request = firstRequest(rest, { bytes, calls });
          assert.ok(request.length >= 1 && request.length <= calls);
          if (request.length > 1) assert.ok(Buffer.byteLength(requestBody(request)) <= bytes);
          sent.push(...request);
          rest = rest.slice(request.length);
        }
        assert.deepEqual(sent, all);
      }),
    );
  });

  it("fills a request as far as it goes", () => {
    const calls = Array.from({ length: 10 }, (_, i) => encodeCall("F", [i]));
    const bytes = Buffer.byteLength(requestBody(calls.slice(0, 7))) + 1;
    assert.equal(firstRequest(calls, { bytes, calls: 100 }).length, 7);
  });
});
