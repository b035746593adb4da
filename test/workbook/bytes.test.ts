import assert from "node:assert/strict";
import fc from "fast-check";
import { Memory } from "../../server/workbook/bytes/memory.ts";
import { numberIn } from "../../server/workbook/bytes/number.ts";
import { Texts } from "../../server/workbook/bytes/texts.ts";
import { sheetScanner } from "../../server/workbook/xlsx-sheet.ts";
import type { CellValue } from "../../shared/tables/sheet.ts";

/** Reads a sheet's XML in pieces that end at these places. */
function rowsOf(xml: string, cuts: readonly number[] = []): (readonly CellValue[])[] {
  const memory = new Memory(1e9);
  const styles = [0, 1].map((style) => ({ date: style === 1, digits: 0 }));
  const book = { strings: ["first", "second"], styles, date1904: false, texts: new Texts(memory), memory };
  const { scanner, rows } = sheetScanner(book);
  const bytes = Buffer.from(xml);
  const places = [...cuts.map((cut) => cut % bytes.length), bytes.length].sort((a, b) => a - b);
  places.forEach((to, i) => scanner.push(bytes.subarray(places[i - 1] ?? 0, to)));
  scanner.end();
  return rows;
}

const row = (...cells: string[]): string =>
  `<worksheet><sheetData><row>${cells.join("")}</row></sheetData></worksheet>`;
const text = (inside: string): string => `<c t="inlineStr"><is>${inside}</is></c>`;

describe("a sheet as its bytes arrive", () => {
  it("reads the numbers that JavaScript reads, however they are written", () => {
    const read = (written: string): number => {
      const bytes = Buffer.from(`x${written}<`);
      return numberIn(bytes, 1, bytes.length - 1);
    };
    const double = fc.double({ noNaN: true, noDefaultInfinity: true });
    const decimal = fc
      .tuple(fc.integer(), fc.nat(999_999_999), fc.nat(9))
      .map(([a, b, digits]) => `${a}.${b}`.slice(0, 11 + digits));
    fc.assert(fc.property(double, (value) => Object.is(read(String(value)), Number(String(value)))));
    fc.assert(fc.property(decimal, (written) => read(written) === Number(written)));
    for (const written of [
      "0.1",
      "-0",
      "1e3",
      "1E-7",
      "123456789012345678",
      "0.30000000000000004",
      "+5",
      ".5",
      "5.",
      " 7 ",
    ])
      assert.equal(read(written), Number(written), written);
    for (const written of ["", " ", "-", ".", "1.2.3", "12a", "--1"]) assert.ok(Number.isNaN(read(written)), written);
  });

  it("is the same wherever its pieces end", () => {
    const xml = `\uFEFF<?xml version="1.0"?>\n<!-- a > b --><x:worksheet xmlns:x='s' note="a>b"><x:sheetData><x:row r="2" spans='1:9'><x:c r="A2" t="s"><x:v>1</x:v></x:c><x:c r='B2' s="1" ><x:v>45292.5</x:v></x:c><x:c t="inlineStr"><x:is><x:r><x:t>A&amp;B&#x20AC; </x:t></x:r><x:r><x:t>中<![CDATA[<&]]>文</x:t></x:r><x:rPh><x:t>hint</x:t></x:rPh></x:is></x:c><x:c r="E2"><x:f>1&lt;2</x:f><x:v>1.25</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c/></x:row></x:sheetData></x:worksheet>\n`;
    const whole = [[], ["second", new Date("2024-01-01T12:00:00Z"), "A&B€ 中<&文", null, 1.25, true, "#N/A"]];
    assert.deepEqual(rowsOf(xml), whole);
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { maxLength: 8 }), (cuts) => assert.deepEqual(rowsOf(xml, cuts), whole)),
    );
  });

  it("leaves a cell blank that has no value, as a formula that nobody computed", () => {
    const none = ["<c><v/></c>", "<c><f>A1</f><v></v></c>", "<c><v> </v></c>", "<c><f>A1</f></c>", text("<t/>")];
    assert.deepEqual(rowsOf(row(...none, "<c><v>0</v></c>")), [[null, null, null, null, null, 0]]);
  });

  it("keeps of a text what a cell can hold", () => {
    const [[long, marked] = []] = rowsOf(
      row(text(`<t>${"中".repeat(40_000)}</t>`), text(`<t>${"&amp;".repeat(40_000)}</t>`)),
    );
    assert.equal(long, "中".repeat(32_767));
    assert.match(String(marked), /^&+$/);
    assert.ok(String(marked).length < 32_767);
  });

  it("undoes line ends, entities and Excel's own escapes, in this order", () => {
    const [cells] = rowsOf(
      row(text("<t>a\r\nb\rc</t>"), text("<t>&#13;&#10;</t>"), text("<t>_x0041_ &amp;#65; _x_</t>")),
    );
    assert.deepEqual(cells, ["a\nb\nc", "\r\n", "A &#65; _x_"]);
  });

  it("refuses what is not XML", () => {
    const wrong = [
      "",
      "text",
      "<worksheet>",
      "<a></b>",
      "<a></a><b></b>",
      "<a/>text",
      '<a b="<"></a>',
      "<a <b></a>",
      "<!DOCTYPE a []><a/>",
      "<a><![CDATA[x</a>",
      "<a><!-- x</a>",
      "<a></a",
      row(text("<t>&nbsp;</t>")),
      row(text("<t>a & b</t>")),
      row(text("<t>&#0;</t>")),
      `${"<a>".repeat(300)}${"</a>".repeat(300)}`,
    ];
    for (const xml of wrong) assert.throws(() => rowsOf(xml), /not valid XML/, xml.slice(0, 40));
  });
});
