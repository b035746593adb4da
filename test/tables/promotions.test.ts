import assert from "node:assert/strict";
import type { Promotion } from "../../shared/purchasing/terms/plan.ts";
import type { SheetOptions } from "../../shared/tables/reading.ts";
import { requestFromSheets, type SheetRequest } from "../../shared/tables/request-from-sheets.ts";
import type { CellValue, Sheet } from "../../shared/tables/sheet.ts";

const ITEMS: Sheet = {
  name: "Items",
  rows: [
    ["SKU", "On hand", "Lead time (days)", "Supplier"],
    ["00123", 5, 10, "Alpha"],
    ["B-1", 0, 20, "Beta"],
  ],
};
const DAY = 86_400_000;
const FIRST = Date.parse("2026-01-05");
const SALES: Sheet = {
  name: "Sales",
  rows: [
    ["Date", "SKU", "Quantity"],
    ...Array.from({ length: 20 }, (_, w) => [new Date(FIRST + 7 * w * DAY), "00123", 3 + (w % 3)]),
    ...Array.from({ length: 20 }, (_, w) => [new Date(FIRST + 7 * w * DAY), "B-1", 4]),
  ],
};

function read(name: string, rows: CellValue[][], options: SheetOptions = {}): SheetRequest {
  return requestFromSheets([ITEMS, SALES, { name, rows }], { period: "week", ...options });
}
const roleOf = ({ findings }: SheetRequest, name: string): string | undefined =>
  findings.tables.find(({ sheet }) => sheet === name)?.role;
/** Without the fields that are not told. */
const promotions = ({ request }: SheetRequest): Promotion[] =>
  (request.promotions ?? []).map((each) => JSON.parse(JSON.stringify(each)) as Promotion);

/** Headers of SKU, start, end and discount, and of promotion price and uplift; and a sheet's name. */
const LANGUAGES: Readonly<Record<string, readonly [string, string, string, string, string, string, string]>> = {
  English: ["Item No.", "Start date", "End date", "Discount", "Promo price", "Uplift %", "Promotions 2026"],
  German: ["Artikelnummer", "Aktionsbeginn", "Aktionsende", "Rabatt", "Aktionspreis", "Mehrabsatz", "Aktionen"],
  French: ["Référence article", "Date de début", "Date de fin", "Remise", "Prix promo", "Hausse attendue", "Promos"],
  Spanish: [
    "Código de artículo",
    "Fecha de inicio",
    "Fecha de fin",
    "Descuento",
    "Precio promocional",
    "Incremento esperado",
    "Promociones",
  ],
  Chinese: ["物料编码", "开始日期", "结束日期", "折扣", "促销价", "预计增幅", "促销计划"],
  Italian: ["Codice articolo", "Data inizio", "Data fine", "Sconto", "Prezzo promozionale", "Incremento", "Promozioni"],
  Dutch: ["Artikelnummer", "Startdatum", "Einddatum", "Korting", "Actieprijs", "Verwachte stijging", "Acties"],
  Portuguese: [
    "Código do produto",
    "Data de início",
    "Data de término",
    "Desconto",
    "Preço promocional",
    "Aumento esperado",
    "Promoções",
  ],
};

describe("promotions of a workbook", () => {
  for (const [language, [sku, start, end, discount, price, uplift, name]] of Object.entries(LANGUAGES)) {
    const row = ["00123", "2026-06-01", "2026-06-14"];
    it(`are found by their headers in ${language}, whatever the sheet is called`, () => {
      const found = read("C", [
        [sku, start, end, discount],
        [...row, "20%"],
      ]);
      assert.equal(roleOf(found, "C"), "promotions");
      assert.deepEqual(promotions(found), [{ sku: "00123", start: "2026-06-01", end: "2026-06-14", discount: 0.2 }]);
      const more = read("C", [
        [sku, start, end, price, uplift],
        [...row, "4,50 €", "60%"],
      ]);
      assert.deepEqual(promotions(more), [
        { sku: "00123", start: "2026-06-01", end: "2026-06-14", price: 4.5, uplift: 0.6 },
      ]);
      assert.deepEqual(more.findings.bad_rows, []);
    });

    it(`are found by the sheet's name in ${language}`, () => {
      assert.equal(
        roleOf(
          read(name, [
            [start, end],
            ["2026-06-01", "2026-06-14"],
          ]),
          name,
        ),
        "promotions",
      );
    });
  }

  it("need no more than SKU, start and end", () => {
    const found = read("C", [
      ["SKU", "From", "To"],
      ["00123", new Date("2026-06-01"), new Date("2026-06-14")],
      ["b-1", 46_174, 46_180],
    ]);
    assert.deepEqual(promotions(found), [
      { sku: "00123", start: "2026-06-01", end: "2026-06-14" },
      { sku: "B-1", start: "2026-06-01", end: "2026-06-07" },
    ]);
    assert.equal(found.request.last_period, "2026-05-18", "the week that the history ends with");
  });

  it("are not taken for open orders, price lists, suppliers' holidays or sales, nor these for promotions", () => {
    const role = (name: string, ...header: string[]): string | undefined =>
      roleOf(read(name, [header, ["00123", "2026-06-01", "2026-06-14", "7", "1"]]), name);
    assert.equal(role("Open orders", "SKU", "Order date", "Due date", "Quantity"), "open orders");
    assert.equal(role("C", "SKU", "Start date", "Due date", "Open qty"), "open orders");
    assert.equal(role("C", "SKU", "Start date", "Due date", "Quantity", "Discount"), "open orders");
    assert.equal(role("Purchase orders", "SKU", "Date", "Expected", "Quantity"), "open orders");
    assert.notEqual(role("Prices", "SKU", "Valid from", "Valid to", "Unit cost", "Discount"), "promotions");
    assert.notEqual(role("Prices", "SKU", "Valid from", "Valid to", "Price"), "promotions");
    assert.notEqual(role("Holidays", "Supplier", "From", "To"), "promotions");
    assert.equal(role("Promotion sales", "SKU", "Date", "Order date", "Quantity"), "history");
    assert.equal(role("Promotions", "SKU", "Start", "End", "Quantity"), "promotions");
    assert.equal(role("Promotions", "SKU", "Week"), "promotions");
  });

  it("say what is wrong with a date, and the other rows count", () => {
    const found = read("Promotions", [
      ["SKU", "Start", "End", "Discount"],
      ["00123", "soon", "2026-06-14", 0.2],
      ["00123", "2026-06-01", "2026-06-31", 0.2],
      ["00123", "2026-06-15", "2026-06-14", 0.2],
      ["00123", null, "2026-06-14", 0.2],
      ["B-1", "2026-06-01", "2026-06-14", 0.2],
    ]);
    assert.deepEqual(promotions(found), [{ sku: "B-1", start: "2026-06-01", end: "2026-06-14", discount: 0.2 }]);
    assert.deepEqual(
      found.findings.bad_rows.map(({ row, message }) => `${row} ${message}`),
      [
        '2 "Start" is "soon": it must be the promotion\'s first day. The promotion is left out.',
        '3 "End" is "2026-06-31": it must be the promotion\'s last day, or blank. The promotion is left out.',
        '4 "End" is "2026-06-14": it must be no earlier than the start. The promotion is left out.',
        '5 "Start" is empty: it must be the promotion\'s first day. The promotion is left out.',
      ],
    );
  });

  it("last one period where no end is given, or the week or month that the start names", () => {
    const times = (...starts: string[]): string[] =>
      promotions(read("Promotions", [["SKU", "Start"], ...starts.map((start) => ["00123", start])])).map(
        ({ start, end }) => `${start} to ${end}`,
      );
    assert.deepEqual(times("2026-06-03", "2026-W24", "Jun 2026"), [
      "2026-06-03 to 2026-06-07",
      "2026-06-08 to 2026-06-14",
      "2026-06-01 to 2026-06-30",
    ]);
    const ended = read("Promotions", [
      ["SKU", "Start", "End"],
      ["00123", "2026-W24", "2026-W25"],
    ]);
    assert.equal(promotions(ended)[0]!.end, "2026-06-21");
  });

  it("are of every item where the SKU is blank, or of a supplier's", () => {
    const found = read("Promotions", [
      ["SKU", "Supplier", "Start", "End"],
      [null, null, "2026-06-01", "2026-06-14"],
      [null, "Beta", "2026-06-01", "2026-06-14"],
    ]);
    assert.deepEqual(promotions(found), [
      { start: "2026-06-01", end: "2026-06-14" },
      { supplier: "Beta", start: "2026-06-01", end: "2026-06-14" },
    ]);
    assert.ok(found.findings.notes.includes("Promotions: 1 promotion without a SKU counts for every item."));
  });

  it("take percents as they are written: shares, whole percents, with a sign, below zero", () => {
    const discounts = (...cells: CellValue[]): (number | undefined)[] =>
      promotions(
        read("Promotions", [["SKU", "Start", "Discount"], ...cells.map((cell) => ["00123", "2026-06-01", cell])]),
      ).map(({ discount }) => discount);
    assert.deepEqual(discounts(0.2, "30%", 1), [0.2, 0.3, 1]);
    assert.deepEqual(discounts(20, "30%", 1), [0.2, 0.3, 0.01]);
    assert.deepEqual(discounts("-20%", "12,5 %"), [0.2, 0.125]);
    const wrong = read("Promotions", [
      ["SKU", "Start", "Discount", "Promo price", "Uplift"],
      ["00123", "2026-06-01", "much", -1, "-200%"],
    ]);
    assert.deepEqual(promotions(wrong), [{ sku: "00123", start: "2026-06-01", end: "2026-06-07" }]);
    assert.deepEqual(
      wrong.findings.bad_rows.map(({ message }) => message),
      [
        '"Discount" is "much": it must be a percentage of 0% to 100%. It is left out, the promotion counts.',
        '"Promo price" is "-1": it must be a price of at least 0. It is left out, the promotion counts.',
        '"Uplift" is "-200%": it must be a percentage of at least -100%. It is left out, the promotion counts.',
      ],
    );
  });

  it("name SKUs that no item has", () => {
    const found = read("Promotions", [
      ["SKU", "Start"],
      ["Z", "2026-06-01"],
    ]);
    assert.equal(found.request.promotions, undefined);
    assert.match(found.findings.bad_rows[0]!.message, /SKU Z has promotions but no row in the item table/);
  });
});
