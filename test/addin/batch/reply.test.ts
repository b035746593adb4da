import assert from "node:assert/strict";
import { DamagedReply, problemDetail, readReply } from "../../../addin/batch/reply.ts";

const ORIGIN = "https://localhost:3443";
const read = (results: unknown, expected = 1) => readReply(JSON.stringify({ results }), expected, ORIGIN, 1_000);

describe("reading a reply", () => {
  it("takes cells, rows and errors", () => {
    const results = [
      { value: 1 },
      {
        value: [
          [1, "a"],
          [true, 2],
        ],
      },
      { error: { code: "#VALUE!", message: "x: no" } },
    ];
    assert.deepEqual(read(results, 3), results);
  });

  it("makes null an empty text, because Excel would show 0", () => {
    assert.deepEqual(read([{ value: null }, { value: [[1, null]] }], 2), [{ value: "" }, { value: [[1, ""]] }]);
  });

  it("keeps a message whose code it doesn't know", () => {
    assert.deepEqual(read([{ error: { code: "#NEW!", message: "later" } }]), [
      { error: { code: "#N/A", message: "later" } },
    ]);
  });

  const damaged: unknown[] = [
    null,
    7,
    {},
    { value: undefined },
    { value: {} },
    { value: [] },
    { value: [[]] },
    { value: [1, 2] },
    { value: [[1, 2], [3]] },
    { value: [[{ a: 1 }]] },
    { value: [[[1]]] },
    { error: "no" },
    { error: { code: "#N/A" } },
  ];
  for (const result of damaged)
    it(`gives ${JSON.stringify(result)} a message, and leaves its neighbour alone`, () => {
      const [good, bad] = read([{ value: 1 }, result], 2);
      assert.deepEqual(good, { value: 1 });
      assert.ok(bad && "error" in bad && bad.error.code === "#N/A" && bad.error.message.includes(ORIGIN));
    });

  for (const [text, says] of [
    ["", /not JSON/],
    ['{"results":[{"value":1}', /not JSON/],
    ["[]", /no results/],
    ["null", /no results/],
    ['{"results":{}}', /no results/],
    ['{"results":[]}', /0 results for 1 calls/],
    ['{"results":[{"value":1},{"value":2}]}', /2 results for 1 calls/],
  ] as const)
    it(`refuses ${text || "nothing"} as a whole`, () =>
      assert.throws(
        () => readReply(text, 1, ORIGIN, 1_000),
        (error) => error instanceof DamagedReply && says.test(error.message),
      ));

  it("says so where an answer is too large for Excel, and keeps the others", () => {
    const [small, large] = read([{ value: 1 }, { value: [Array<number>(1_000).fill(1)] }], 2);
    assert.deepEqual(small, { value: 1 });
    assert.ok(large && "error" in large && /more than Excel can take/.test(large.error.message));
  });

  it("quotes a problem's detail, else its title, else nothing", () => {
    assert.equal(problemDetail('{"title":"Bad","detail":"calls: must be a list"}'), "calls: must be a list");
    assert.equal(problemDetail('{"title":"Bad"}'), "Bad");
    for (const text of ["", "<html>", "[]", '{"detail":7}']) assert.equal(problemDetail(text), "");
  });
});
