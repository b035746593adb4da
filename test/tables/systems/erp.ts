import { cents, coming, facts, list, moves, openOrders, signed, type ExportBook } from "./export.ts";

const iso = (date: Date): string => date.toISOString().slice(0, 10);
const german = (date: Date): string => iso(date).split("-").reverse().join(".");
const american = (date: Date): string => `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;

const sapEnglish: ExportBook = {
  system: "SAP",
  lists: "MB52 and MB51",
  make: (world) => ({
    book: [
      list("MB52", world.articles, {
        Material: ({ sku }) => sku,
        "Material Description": ({ name }) => name,
        Plant: () => "1000",
        "Storage Location": () => "0001",
        "Base Unit of Measure": () => "EA",
        Unrestricted: ({ stock }) => stock,
        Currency: () => "EUR",
        "Value Unrestricted": ({ stock, cost }) => cents(stock * cost),
        "Transit and Transfer": () => 0,
        "In Quality Insp.": () => 0,
      }),
      list("MB51", moves(world), {
        Material: ({ article }) => article.sku,
        "Material Description": ({ article }) => article.name,
        Plant: () => "1000",
        "Storage Location": () => "0001",
        "Movement Type": ({ what }) => ({ sale: "601", receipt: "101", adjustment: "702" })[what],
        "Material Document": (_, i) => 4_900_012_000 + i,
        "Posting Date": ({ date }) => date,
        "Qty in Un. of Entry": signed,
        "Unit of Entry": () => "EA",
        "Amount in LC": (move) => cents(signed(move) * move.article.cost),
      }),
    ],
    facts: facts(world, () => ({})),
    asks: "may",
    about: ["Movement Type", "Qty in Un. of Entry", "MB51"],
  }),
};

const sapGerman: ExportBook = {
  system: "SAP",
  lists: "material master, MB51 and ME2M, in German",
  make: (world) => ({
    book: [
      list("Materialstamm", world.articles, {
        Material: ({ sku }) => sku,
        Materialkurztext: ({ name }) => name,
        Werk: () => "1000",
        "Frei verwendbar": ({ stock }) => stock,
        Planlieferzeit: ({ lead }) => lead,
        Meldebestand: (_, i) => 20 + 5 * i,
        Sicherheitsbestand: (_, i) => 8 + i,
        Mindestlosgröße: ({ moq }) => moq,
        Rundungswert: ({ multiple }) => multiple,
      }),
      list("MB51", moves(world), {
        Material: ({ article }) => article.sku,
        Materialkurztext: ({ article }) => article.name,
        Werk: () => "1000",
        Lagerort: () => "0001",
        Bewegungsart: ({ what }) => ({ sale: 601, receipt: 101, adjustment: 702 })[what],
        Materialbeleg: (_, i) => 4_900_012_000 + i,
        Buchungsdatum: ({ date }) => german(date),
        "Menge in ErfassME": signed,
        Erfassungsmengeneinh: () => "ST",
      }),
      list("ME2M", openOrders(world), {
        Einkaufsbeleg: (_, i) => 4_500_017_100 + i,
        Position: (_, i) => 10 * (i + 1),
        Belegdatum: () => "02.02.2026",
        "Lieferant/Lieferwerk": ({ article }) => `70${article.supplier.length}1 ${article.supplier}`,
        Material: ({ article }) => article.sku,
        Kurztext: ({ article }) => article.name,
        Bestellmenge: ({ quantity }) => quantity + 10,
        Nettopreis: ({ article }) => cents(article.cost * 100),
        Preiseinheit: () => 100,
        "noch zu liefern (Menge)": ({ quantity }) => quantity,
        "noch zu liefern (Wert)": ({ quantity, article }) => cents(quantity * article.cost),
        Lieferdatum: ({ due }) => german(due),
      }),
    ],
    facts: facts(world, ({ lead, moq, multiple, orders, ...article }) => ({
      lead,
      moq,
      multiple,
      onOrder: coming({ ...article, lead, moq, multiple, orders }),
      due: orders.map(({ due }) => iso(due)),
    })),
    asks: "may",
    about: ["Bewegungsart", "Menge in ErfassME", "MB51"],
  }),
};

const businessCentral: ExportBook = {
  system: "Dynamics 365 Business Central",
  lists: "items, item ledger entries, purchase lines",
  make: (world) => ({
    book: [
      list("Items", world.articles, {
        "No.": ({ sku }) => sku,
        Description: ({ name }) => name,
        Inventory: ({ stock }) => stock,
        "Base Unit of Measure": () => "PCS",
        "Unit Cost": ({ cost }) => cost,
        "Unit Price": ({ price }) => price,
        "Vendor No.": ({ supplier }) => `V${supplier.length}00`,
        "Lead Time Calculation": ({ lead }) => `${lead}D`,
        "Reorder Point": (_, i) => 25 + i,
        "Reorder Quantity": (_, i) => 80 + 10 * i,
      }),
      list("Item Ledger Entries", moves(world), {
        "Posting Date": ({ date }) => date,
        "Entry Type": ({ what }) => ({ sale: "Sale", receipt: "Purchase", adjustment: "Negative Adjmt." })[what],
        "Document No.": (_, i) => `S-${103_000 + i}`,
        "Item No.": ({ article }) => article.sku,
        "Location Code": () => "MAIN",
        Quantity: signed,
        "Invoiced Quantity": signed,
        "Remaining Quantity": () => 0,
        "Sales Amount (Actual)": ({ what, quantity, article }) =>
          what === "sale" ? cents(quantity * article.price) : 0,
        "Entry No.": (_, i) => 5_001 + i,
      }),
      list("Purchase Lines", openOrders(world), {
        "Document No.": (_, i) => `106${i}`,
        "Buy-from Vendor No.": ({ article }) => `V${article.supplier.length}00`,
        Type: () => "Item",
        "No.": ({ article }) => article.sku,
        Description: ({ article }) => article.name,
        Quantity: ({ quantity }) => quantity + 5,
        "Quantity Received": () => 5,
        "Outstanding Quantity": ({ quantity }) => quantity,
        "Direct Unit Cost": ({ article }) => article.cost,
        "Expected Receipt Date": ({ due }) => due,
      }),
    ],
    facts: facts(world, (article) => ({
      lead: article.lead,
      cost: article.cost,
      onOrder: coming(article),
      due: article.orders.map(({ due }) => iso(due)),
    })),
    asks: "may",
    about: ["Entry Type", "Quantity", "Item Ledger Entries"],
  }),
};

const netsuite: ExportBook = {
  system: "NetSuite",
  lists: "inventory items, item fulfilments",
  make: (world) => ({
    book: [
      list("Items", world.articles, {
        "Internal ID": (_, i) => 3_410 + i,
        Name: ({ sku }) => sku,
        "Display Name": ({ name }) => name,
        "Preferred Vendor": ({ supplier }) => supplier,
        "On Hand": ({ stock }) => stock,
        Available: ({ stock }, i) => stock - i,
        Committed: (_, i) => i,
        "On Order": coming,
        "Back Ordered": () => 0,
        "Average Cost": ({ cost }) => cost,
        "On Hand Value": ({ stock, cost }) => cents(stock * cost),
        "Reorder Point": (_, i) => 20 + i,
        "Preferred Stock Level": (_, i) => 70 + i,
        "Purchase Lead Time": ({ lead }) => lead,
      }),
      list("Item Fulfillments", world.sales, {
        Date: ({ date }) => american(date),
        Type: () => "Item Fulfillment",
        "Document Number": (_, i) => `IF${20_010 + i}`,
        Name: (_, i) => ["Alder", "Beech"][i % 2]!,
        Item: ({ article }) => article.sku,
        Quantity: ({ quantity }) => quantity,
        Status: () => "Shipped",
      }),
    ],
    facts: facts(world, (article, i) => ({
      stock: article.stock - i,
      onOrder: coming(article),
      lead: article.lead,
      cost: article.cost,
    })),
    asks: "may",
    about: ["Available", "Committed", "On Hand"],
  }),
};

const odooMoves: ExportBook = {
  system: "Odoo",
  lists: "products, stock moves",
  make: (world) => ({
    book: [
      list("product.product", world.articles, {
        "Internal Reference": ({ sku }) => sku,
        Name: ({ name }) => name,
        Barcode: (_, i) => `40099${i}1700${i}`,
        "Quantity On Hand": ({ stock }) => stock,
        "Forecasted Quantity": (article) => article.stock + coming(article),
        Cost: ({ cost }) => cost,
        "Sales Price": ({ price }) => price,
        "Vendors/Vendor": ({ supplier }) => supplier,
        "Vendors/Delivery Lead Time": ({ lead }) => lead,
      }),
      list("stock.move", moves(world), {
        Date: ({ date }) => `${iso(date)} 09:14:02`,
        Reference: (_, i) => `WH/OUT/${10_000 + i}`,
        Product: ({ article }) => article.sku,
        From: ({ what }) => (what === "receipt" ? "Partners/Vendors" : "WH/Stock"),
        To: ({ what }) => ({ sale: "Partners/Customers", receipt: "WH/Stock", adjustment: "Virtual/Loss" })[what],
        "Quantity Done": ({ quantity }) => Math.abs(quantity),
        "Operation Type": ({ what }) =>
          ({ sale: "Delivery Orders", receipt: "Receipts", adjustment: "Internal Transfers" })[what],
        Status: () => "Done",
      }),
    ],
    facts: facts(world, ({ lead, cost }) => ({ lead, cost })),
    asks: "may",
    about: ["Operation Type", "Quantity Done", "stock.move"],
  }),
};

const odooRules: ExportBook = {
  system: "Odoo",
  lists: "reordering rules, sales order lines",
  make: (world) => ({
    book: [
      list("Replenishment", world.articles, {
        Product: ({ sku }) => sku,
        Location: () => "WH/Stock",
        "On Hand": ({ stock }) => stock,
        Forecast: (article) => article.stock + coming(article),
        Vendor: ({ supplier }) => supplier,
        "Min Quantity": (_, i) => 20 + 2 * i,
        "Max Quantity": (_, i) => 80 + 4 * i,
        "Multiple Quantity": ({ multiple }) => multiple,
        "To Order": (_, i) => (i % 2 === 0 ? 24 : 0),
      }),
      list("sale.order.line", world.sales, {
        "Order Reference": (_, i) => `S0${1_200 + i}`,
        "Order Date": ({ date }) => `${iso(date)} 10:00:00`,
        Customer: (_, i) => ["Alder", "Beech"][i % 2]!,
        Product: ({ article }) => article.sku,
        "Qty Ordered": ({ quantity }) => quantity,
        "Qty Delivered": ({ quantity }) => quantity,
        "Qty Invoiced": ({ quantity }) => quantity,
        "Unit Price": ({ article }) => article.price,
        Subtotal: ({ article, quantity }) => cents(article.price * quantity),
      }),
    ],
    facts: facts(world, ({ multiple }) => ({ multiple })),
    asks: "may",
    about: ["Min Quantity", "Max Quantity", "To Order"],
  }),
};

const erpnext: ExportBook = {
  system: "ERPNext",
  lists: "Stock Projected Qty, Stock Ledger",
  make: (world) => ({
    book: [
      list("Stock Projected Qty", world.articles, {
        "Item Code": ({ sku }) => sku,
        "Item Name": ({ name }) => name,
        Description: ({ name }) => `${name}, steel`,
        "Item Group": () => "Products",
        Brand: () => null,
        Warehouse: () => "Stores - M",
        UOM: () => "Nos",
        "Actual Qty": ({ stock }) => stock,
        "Planned Qty": () => 0,
        "Requested Qty": (_, i) => (i === 4 ? 30 : 0),
        "Ordered Qty": coming,
        "Reserved Qty": (_, i) => i,
        "Reserved for Production": () => 0,
        "Projected Qty": (article, i) => article.stock + coming(article) - i + (i === 4 ? 30 : 0),
        "Reorder Level": (_, i) => 20 + i,
        "Reorder Qty": (_, i) => 50 + 10 * i,
        "Shortage Qty": () => 0,
      }),
      list("Stock Ledger", moves(world), {
        Date: ({ date }) => `${iso(date)} 11:30:00`,
        Item: ({ article }) => article.sku,
        "Item Name": ({ article }) => article.name,
        "Stock UOM": () => "Nos",
        "In Qty": (move) => Math.max(0, signed(move)),
        "Out Qty": (move) => Math.min(0, signed(move)),
        "Balance Qty": (_, i) => 100 + ((i * 7) % 40),
        "Valuation Rate": ({ article }) => article.cost,
        "Balance Value": (_, i) => cents((100 + ((i * 7) % 40)) * 3.2),
        "Voucher Type": ({ what }) =>
          ({ sale: "Delivery Note", receipt: "Purchase Receipt", adjustment: "Stock Reconciliation" })[what],
        "Voucher #": (_, i) => `MAT-${1_000 + i}`,
      }),
    ],
    facts: facts(world, (article, i) => ({ stock: article.stock - i, onOrder: coming(article) })),
    asks: "may",
    about: ["Voucher Type", "Out Qty", "Stock Ledger", "Requested Qty"],
  }),
};

const frepple: ExportBook = {
  system: "frePPLe",
  lists: "buffers with item suppliers, sales orders, purchase orders",
  make: (world) => ({
    book: [
      list("buffer", world.articles, {
        item: ({ sku }) => sku,
        location: () => "factory",
        onhand: ({ stock }) => stock,
        minimum: (_, i) => 10 + i,
        supplier: ({ supplier }) => supplier,
        cost: ({ cost }) => cost,
        leadtime: ({ lead }) => lead,
        size_minimum: ({ moq }) => moq,
        size_multiple: ({ multiple }) => multiple,
      }),
      list("demand", world.sales, {
        name: (_, i) => `SO ${4_100 + i}`,
        item: ({ article }) => article.sku,
        location: () => "factory",
        customer: (_, i) => ["Alder", "Beech"][i % 2]!,
        quantity: ({ quantity }) => quantity,
        due: ({ date }) => `${iso(date)} 00:00:00`,
        status: () => "closed",
        priority: (_, i) => 1 + (i % 3),
      }),
      list("purchaseorder", openOrders(world), {
        reference: (_, i) => `PO ${880 + i}`,
        item: ({ article }) => article.sku,
        location: () => "factory",
        supplier: ({ article }) => article.supplier,
        quantity: ({ quantity }) => quantity,
        "ordering date": () => "2026-02-10 00:00:00",
        "receipt date": ({ due }) => `${iso(due)} 00:00:00`,
        status: () => "confirmed",
      }),
    ],
    facts: facts(world, (article) => ({
      lead: article.lead,
      cost: article.cost,
      moq: article.moq,
      multiple: article.multiple,
      onOrder: coming(article),
      due: article.orders.map(({ due }) => iso(due)),
    })),
    asks: "may",
    about: ["due", "demand", "minimum", "leadtime"],
  }),
};

/** Exports of systems for whole companies. */
export const ERP: readonly ExportBook[] = [
  sapEnglish,
  sapGerman,
  businessCentral,
  netsuite,
  odooMoves,
  odooRules,
  erpnext,
  frepple,
];
