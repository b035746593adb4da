import assert from "node:assert/strict";
import { requestFromSheets } from "../../shared/tables/request-from-sheets.ts";
import type { CellValue, Sheet } from "../../shared/tables/sheet.ts";

/** The same shop in each language: item table, wide history, open orders, totals rows, all as text. */
interface Shop {
  readonly items: readonly string[];
  readonly leadTime: string;
  readonly periods: readonly string[];
  readonly orders: readonly string[];
  readonly total: string;
  readonly number: string;
  readonly status: string;
}

const SHOPS: Readonly<Record<string, Shop>> = {
  English: {
    items: ["Item No.", "Description", "Supplier", "Stock on hand", "Unit cost", "MOQ", "Pack size", "Status"],
    leadTime: "Lead Time (weeks)",
    periods: ["Jan 2024", "Feb 2024", "Mar 2024", "Apr 2024"],
    orders: ["PO Number", "Item No.", "Open qty", "Expected date"],
    total: "Total",
    number: "1,234.5",
    status: "Discontinued",
  },
  German: {
    items: [
      "Artikelnummer",
      "Bezeichnung",
      "Lieferant",
      "Bestand [Stk]",
      "EK-Preis",
      "Mindestbestellmenge",
      "Verpackungseinheit",
      "Status",
    ],
    leadTime: "Wiederbeschaffungszeit (Wochen)",
    periods: ["Jan. 2024", "Feb. 2024", "März 2024", "April 2024"],
    orders: ["Bestellnummer", "Artikelnummer", "Offene Menge", "Liefertermin"],
    total: "Summe",
    number: "1.234,5",
    status: "Auslauf",
  },
  French: {
    items: [
      "Référence article",
      "Désignation",
      "Fournisseur",
      "Stock actuel",
      "Prix d'achat",
      "Quantité minimum de commande",
      "Colisage",
      "Statut",
    ],
    leadTime: "Délai de livraison (semaines)",
    periods: ["janv. 2024", "févr. 2024", "mars 2024", "avr. 2024"],
    orders: ["N° de commande", "Référence article", "Reste à livrer", "Livraison prévue"],
    total: "Total général",
    number: "1 234,5",
    status: "Arrêté",
  },
  Spanish: {
    items: [
      "Código de artículo",
      "Descripción",
      "Proveedor",
      "Existencias",
      "Precio de compra",
      "Pedido mínimo",
      "Unidades por caja",
      "Estado",
    ],
    leadTime: "Plazo de entrega (semanas)",
    periods: ["ene 2024", "feb 2024", "mar 2024", "abr 2024"],
    orders: ["Orden de compra", "Código de artículo", "Cantidad pendiente", "Fecha de entrega"],
    total: "Suma",
    number: "1.234,5",
    status: "Descatalogado",
  },
  Chinese: {
    items: ["物料编码", "物料名称", "供应商", "现有库存", "采购价", "最小起订量", "装箱数", "状态"],
    leadTime: "采购周期（周）",
    periods: ["2024年1月", "2024年2月", "2024年3月", "2024年4月"],
    orders: ["采购单号", "物料编码", "未交数量", "预计到货日期"],
    total: "合计",
    number: "1,234.5",
    status: "停产",
  },
  Italian: {
    items: [
      "Codice articolo",
      "Descrizione",
      "Fornitore",
      "Giacenza",
      "Prezzo di acquisto",
      "Lotto minimo",
      "Confezione",
      "Stato",
    ],
    leadTime: "Tempo di consegna (settimane)",
    periods: ["gen 2024", "feb 2024", "mar 2024", "apr 2024"],
    orders: ["Numero ordine", "Codice articolo", "Da ricevere", "Consegna prevista"],
    total: "Totale",
    number: "1.234,5",
    status: "Fuori produzione",
  },
  Dutch: {
    items: [
      "Artikelnummer",
      "Omschrijving",
      "Leverancier",
      "Huidige voorraad",
      "Inkoopprijs",
      "Minimale afname",
      "Verpakkingseenheid",
      "Status",
    ],
    leadTime: "Levertijd (weken)",
    periods: ["jan 2024", "feb 2024", "mrt 2024", "apr 2024"],
    orders: ["Bestelnummer", "Artikelnummer", "Openstaand", "Verwachte leverdatum"],
    total: "Totaal",
    number: "1.234,5",
    status: "Vervallen",
  },
  Portuguese: {
    items: [
      "Código do produto",
      "Descrição",
      "Fornecedor",
      "Estoque atual",
      "Preço de compra",
      "Lote mínimo",
      "Embalagem",
      "Situação",
    ],
    leadTime: "Prazo de entrega (semanas)",
    periods: ["jan 2024", "fev 2024", "mar 2024", "abr 2024"],
    orders: ["Número do pedido", "Código do produto", "A receber", "Data prevista"],
    total: "Total geral",
    number: "1.234,5",
    status: "Fora de linha",
  },
};

function workbook(shop: Shop): Sheet[] {
  const items: CellValue[][] = [
    ["ACME 2024"],
    [],
    [...shop.items, shop.leadTime],
    ["00123", "Bolt", "Alpha", shop.number, "0,50 €", "100", "10", "", "3"],
    [],
    ["00124", "Nut", "Alpha", "7", "2,25 €", "", "", shop.status, "2"],
    [shop.total, null, null, "1241"],
  ];
  const history: CellValue[][] = [
    [shop.items[0] ?? "", ...shop.periods],
    ["00123", 1, 2, 3, 4],
    ["00124", null, 5, 6, 7],
    [shop.total, 1, 7, 9, 11],
  ];
  const orders: CellValue[][] = [[...shop.orders], ["PO-1", "00123", "40", "31.05.2024"]];
  return [
    { name: "A", rows: items },
    { name: "B", rows: history },
    { name: "C", rows: orders },
  ];
}

describe("reading tables in each language", () => {
  for (const [language, shop] of Object.entries(SHOPS)) {
    it(`finds items, history and open orders in ${language}`, () => {
      const { request, findings } = requestFromSheets(workbook(shop));
      assert.deepEqual(
        findings.tables.map(({ role, rows }) => [role, rows]),
        [
          ["items", 2],
          ["history", 2],
          ["open orders", 1],
        ],
      );
      assert.deepEqual(findings.bad_rows, []);
      assert.equal(request.period, "month");
      assert.equal(request.today, "2024-05-01");
      assert.deepEqual({ ...request.history }, { "00123": [1, 2, 3, 4], "00124": [0, 5, 6, 7] });
      const [bolt, nut] = request.items;
      assert.deepEqual(bolt, {
        sku: "00123",
        description: "Bolt",
        supplier: "Alpha",
        supplier_item: undefined,
        on_hand: 1234.5,
        lead_time_days: 21,
        cost: 0.5,
        currency: "EUR",
        moq: 100,
        multiple: 10,
        status: "active",
        on_order: [{ quantity: 40, due: "2024-05-31", reference: "PO-1" }],
      });
      assert.equal(nut?.status, "discontinued");
      assert.equal(nut?.lead_time_days, 14);
      assert.equal(nut?.cost, 2.25);
    });
  }
});
