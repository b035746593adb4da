import { daysAfter } from "../grammar/world.ts";
import { cents, coming, facts, list, moves, openOrders, type ExportBook } from "./export.ts";

const iso = (date: Date): string => date.toISOString().slice(0, 10);
const british = (date: Date): string => iso(date).split("-").reverse().join("/");
const american = (date: Date): string => `${iso(date).slice(5, 7)}/${iso(date).slice(8)}/${iso(date).slice(0, 4)}`;

const sage: ExportBook = {
  system: "Sage 50",
  lists: "product records, product transactions",
  make: (world) => ({
    book: [
      list("Products", world.articles, {
        "Stock Code": ({ sku }) => sku,
        Description: ({ name }) => name,
        "Tax Code": () => "T1",
        "Sales Price": ({ price }) => price,
        "Last Cost Price (Standard)": ({ cost }) => cost,
        "Unit of Sale": () => "each",
        "Supplier A/C Ref": ({ supplier }) => supplier.slice(0, 4).toUpperCase(),
        "Re-order Level": (_, i) => 15 + i,
        "Re-Order Quantity": (_, i) => 60 + 12 * i,
        "Quantity In Stock": ({ stock }) => stock,
        "Quantity Allocated": (_, i) => i,
        "Free Stock": ({ stock }, i) => stock - i,
        "Quantity On Order": coming,
        "Last Order Quantity": (_, i) => 48 + 12 * i,
        "Last Order Date": () => "12/01/2026",
      }),
      list("Transactions", moves(world), {
        "Transaction Type": ({ what }) => ({ sale: "GO", receipt: "GI", adjustment: "AO" })[what],
        "Stock Code": ({ article }) => article.sku,
        Date: ({ date }) => british(date),
        Reference: (_, i) => `R${500 + i}`,
        Details: ({ what }) => ({ sale: "Goods Out", receipt: "Goods In", adjustment: "Adjustment Out" })[what],
        Quantity: ({ quantity }) => Math.abs(quantity),
        "Cost Price": ({ article }) => article.cost,
        "Sales Price": ({ article }) => article.price,
      }),
    ],
    facts: facts(world, (article, i) => ({
      stock: article.stock - i,
      onOrder: coming(article),
      cost: article.cost,
    })),
    asks: "may",
    about: ["Transaction Type", "Quantity", "Free Stock", "Re-Order Quantity"],
  }),
};

const quickbooks: ExportBook = {
  system: "QuickBooks",
  lists: "stock status by item, sales by item detail",
  make: (world) => ({
    book: [
      list("Inventory Stock Status", world.articles, {
        Item: ({ sku }) => sku,
        "Item Description": ({ name }) => name,
        "Pref Vendor": ({ supplier }) => supplier,
        "Reorder Pt (Min)": (_, i) => 10 + i,
        Max: (_, i) => 60 + i,
        "On Hand": ({ stock }) => stock,
        "On Sales Order": (_, i) => i,
        "For Assemblies": () => 0,
        Available: ({ stock }, i) => stock - i,
        Order: (_, i) => (i % 2 === 0 ? "✓" : null),
        "On PO": coming,
        "Reorder Qty": (_, i) => 24 + i,
        "Next Deliv": ({ orders }) => (orders[0] ? american(orders[0].due) : null),
        "Sales/Week": (_, i) => 6.5 + i,
      }),
      list("Sales by Item Detail", world.sales, {
        Type: () => "Invoice",
        Date: ({ date }) => american(date),
        Num: (_, i) => 71_000 + i,
        Name: (_, i) => ["Alder", "Beech"][i % 2]!,
        Item: ({ article }) => article.sku,
        Qty: ({ quantity }) => quantity,
        "Sales Price": ({ article }) => article.price,
        Amount: ({ quantity, article }) => cents(quantity * article.price),
        Balance: (_, i) => cents(1_000 + 37.5 * i),
      }),
    ],
    facts: facts(world, (article, i) => ({ stock: article.stock - i, onOrder: coming(article) })),
    asks: "may",
    about: ["Available", "On Sales Order", "Max", "Reorder Qty"],
  }),
};

const xero: ExportBook = {
  system: "Xero",
  lists: "inventory items, invoice lines",
  make: (world) => ({
    book: [
      list("InventoryItems", world.articles, {
        "*ItemCode": ({ sku }) => sku,
        ItemName: ({ name }) => name,
        Quantity: ({ stock }) => stock,
        PurchasesDescription: ({ name }) => name,
        PurchasesUnitPrice: ({ cost }) => cost,
        PurchasesAccount: () => 300,
        PurchasesTaxRate: () => "20% (VAT on Expenses)",
        SalesDescription: ({ name }) => name,
        SalesUnitPrice: ({ price }) => price,
        SalesAccount: () => 200,
        InventoryAssetAccount: () => 630,
        CostOfGoodsSoldAccount: () => 310,
        Status: () => "Active",
      }),
      list("SalesInvoices", world.sales, {
        ContactName: (_, i) => ["Alder", "Beech"][i % 2]!,
        InvoiceNumber: (_, i) => `INV-${3_000 + i}`,
        InvoiceDate: ({ date }) => british(date),
        DueDate: ({ date }) => british(daysAfter(date, 30)),
        Total: ({ quantity, article }) => cents(quantity * article.price * 1.2),
        InventoryItemCode: ({ article }) => article.sku,
        Description: ({ article }) => article.name,
        Quantity: ({ quantity }) => quantity,
        UnitAmount: ({ article }) => article.price,
        LineAmount: ({ quantity, article }) => cents(quantity * article.price),
        AccountCode: () => 200,
        TaxAmount: ({ quantity, article }) => cents(quantity * article.price * 0.2),
        Type: () => "Sales invoice",
        Status: () => "Paid",
      }),
    ],
    facts: facts(world, ({ cost }) => ({ cost })),
    asks: "may",
    about: ["Quantity", "Type", "Status"],
  }),
};

const zoho: ExportBook = {
  system: "Zoho Inventory",
  lists: "items, sales orders, purchase orders",
  make: (world) => ({
    book: [
      list("Item", world.articles, {
        "Item ID": (_, i) => `36917500000${12_000 + i}`,
        "Item Name": ({ name }) => name,
        SKU: ({ sku }) => sku,
        Rate: ({ price }) => price,
        "Purchase Rate": ({ cost }) => cost,
        "Reorder Level": (_, i) => 12 + i,
        "Preferred Vendor": ({ supplier }) => supplier,
        "Opening Stock": (_, i) => 100 + i,
        "Opening Stock Value": (_, i) => cents(100 * (3.5 + i)),
        "Stock On Hand": ({ stock }) => stock,
        Status: () => "Active",
      }),
      list("Sales_Order", world.sales, {
        "Order Date": ({ date }) => iso(date),
        "SalesOrder Number": (_, i) => `SO-${10_000 + i}`,
        "Customer Name": (_, i) => ["Alder", "Beech"][i % 2]!,
        "Item Name": ({ article }) => article.name,
        SKU: ({ article }) => article.sku,
        QuantityOrdered: ({ quantity }) => quantity,
        QuantityInvoiced: ({ quantity }) => quantity,
        QuantityCancelled: () => 0,
        "Item Price": ({ article }) => article.price,
        "Item Total": ({ quantity, article }) => cents(quantity * article.price),
        Status: () => "closed",
      }),
      list("Purchase_Order", openOrders(world), {
        "Purchase Order Date": () => "2026-02-09",
        "Purchase Order Number": (_, i) => `PO-${700 + i}`,
        "Vendor Name": ({ article }) => article.supplier,
        SKU: ({ article }) => article.sku,
        QuantityOrdered: ({ quantity }) => quantity + 4,
        QuantityReceived: () => 4,
        QuantityBilled: () => 4,
        "Expected Delivery Date": ({ due }) => iso(due),
        "Purchase Order Status": () => "partially received",
      }),
    ],
    facts: facts(world, (article) => ({
      cost: article.cost,
      onOrder: coming(article),
      due: article.orders.map(({ due }) => iso(due)),
    })),
    asks: "may",
    about: ["Status", "QuantityOrdered", "Rate"],
  }),
};

const cin7: ExportBook = {
  system: "Cin7",
  lists: "availability, sales by product details",
  make: (world) => ({
    book: [
      list("Product Availability", world.articles, {
        SKU: ({ sku }) => sku,
        Product: ({ name }) => name,
        Location: () => "Main Warehouse",
        "On Hand": ({ stock }) => stock,
        Allocated: (_, i) => i,
        Available: ({ stock }, i) => stock - i,
        "On Order": coming,
        "In Transit": () => 0,
        "Stock Value": ({ stock, cost }) => cents(stock * cost),
      }),
      list("Sales by Product", world.sales, {
        "Invoice Date": ({ date }) => iso(date),
        "Invoice #": (_, i) => `INV-${20_300 + i}`,
        Customer: (_, i) => ["Alder", "Beech"][i % 2]!,
        SKU: ({ article }) => article.sku,
        Product: ({ article }) => article.name,
        Quantity: ({ quantity }) => quantity,
        Sale: ({ quantity, article }) => cents(quantity * article.price),
        COGS: ({ quantity, article }) => cents(quantity * article.cost),
        Profit: ({ quantity, article }) => cents(quantity * (article.price - article.cost)),
      }),
    ],
    facts: facts(world, (article, i) => ({ stock: article.stock - i, onOrder: coming(article) })),
    asks: "may",
    about: ["Available", "Allocated"],
  }),
};

const unleashed: ExportBook = {
  system: "Unleashed",
  lists: "Reorder Report, sales enquiry",
  make: (world) => ({
    book: [
      list("Reorder Report", world.articles, {
        "Product Code": ({ sku }) => sku,
        "Product Description": ({ name }) => name,
        "Supplier Code": ({ supplier }) => supplier.slice(0, 3).toUpperCase(),
        "Supplier Name": ({ supplier }) => supplier,
        "On Hand": ({ stock }) => stock,
        Allocated: (_, i) => i,
        Available: ({ stock }, i) => stock - i,
        "On Purchase": coming,
        "Min Stock": (_, i) => 20 + i,
        "Max Stock": (_, i) => 90 + i,
        "Suggested Replenishment": (_, i) => (i % 2 === 0 ? 40 : 0),
        Alert: (_, i) => (i % 2 === 0 ? "Low" : null),
      }),
      list("Sales Enquiry", world.sales, {
        "Order No.": (_, i) => `SO-${400_000 + i}`,
        "Order Date": ({ date }) => british(daysAfter(date, -1)),
        "Required Date": ({ date }) => british(daysAfter(date, 3)),
        "Completed Date": ({ date }) => british(date),
        Customer: (_, i) => ["Alder", "Beech"][i % 2]!,
        "Product Code": ({ article }) => article.sku,
        Quantity: ({ quantity }) => quantity,
        "Unit Price": ({ article }) => article.price,
        "Sub Total": ({ quantity, article }) => cents(quantity * article.price),
        Status: () => "Completed",
      }),
    ],
    facts: facts(world, (article, i) => ({ stock: article.stock - i, onOrder: coming(article) })),
    asks: "may",
    about: ["Available", "Allocated", "Order Date", "Completed Date", "Suggested Replenishment"],
  }),
};

const katana: ExportBook = {
  system: "Katana",
  lists: "inventory, sales order rows, purchase order rows",
  make: (world) => ({
    book: [
      list("Inventory", world.articles, {
        Name: ({ name }) => name,
        "Variant code / SKU": ({ sku }) => sku,
        "Default supplier": ({ supplier }) => supplier,
        "Average cost": ({ cost }) => cost,
        "Value in stock": ({ stock, cost }) => cents(stock * cost),
        "In stock": ({ stock }) => stock,
        Expected: coming,
        Committed: (_, i) => i,
        "Safety stock": (_, i) => 8 + i,
        "Missing/excess": (article, i) => article.stock + coming(article) - i - 8 - i,
      }),
      list("Sales", world.sales, {
        "Order #": (_, i) => `SO-${510 + i}`,
        Customer: (_, i) => ["Alder", "Beech"][i % 2]!,
        "Delivered date": ({ date }) => iso(date),
        "Variant code / SKU": ({ article }) => article.sku,
        Quantity: ({ quantity }) => quantity,
        "Price per unit": ({ article }) => article.price,
        "Total price": ({ quantity, article }) => cents(quantity * article.price),
        Status: () => "Delivered",
      }),
      list("Purchase orders", openOrders(world), {
        "PO #": (_, i) => `PO-${90 + i}`,
        Supplier: ({ article }) => article.supplier,
        "Variant code / SKU": ({ article }) => article.sku,
        Quantity: ({ quantity }) => quantity,
        "Price per unit": ({ article }) => article.cost,
        "Total price": ({ quantity, article }) => cents(quantity * article.cost),
        "Expected arrival": ({ due }) => iso(due),
        Status: () => "Not received",
      }),
    ],
    facts: facts(world, (article, i) => ({
      stock: article.stock - i,
      cost: article.cost,
      onOrder: coming(article),
      due: article.orders.map(({ due }) => iso(due)),
    })),
    asks: "may",
    about: ["Committed", "In stock", "Expected"],
  }),
};

const fishbowl: ExportBook = {
  system: "Fishbowl",
  lists: "inventory, sales order details, purchase orders",
  make: (world) => ({
    book: [
      list("Inventory", world.articles, {
        PartNumber: ({ sku }) => sku,
        PartDescription: ({ name }) => name,
        Location: () => "Stock 100",
        Qty: ({ stock }) => stock,
        UOM: () => "ea",
        Cost: ({ cost }) => cost,
        Vendor: ({ supplier }) => supplier,
        ReorderPoint: (_, i) => 15 + i,
        OrderUpToLevel: (_, i) => 75 + i,
        LeadTime: ({ lead }) => lead,
      }),
      list("SO", world.sales, {
        SONum: (_, i) => 50_010 + i,
        Status: () => "Fulfilled",
        CustomerName: (_, i) => ["Alder", "Beech"][i % 2]!,
        "Date Fulfilled": ({ date }) => american(date),
        ProductNumber: ({ article }) => article.sku,
        ProductQuantity: ({ quantity }) => quantity,
        ProductPrice: ({ article }) => article.price,
      }),
      list("PO", openOrders(world), {
        PONum: (_, i) => 10_060 + i,
        Status: () => "Issued",
        VendorName: ({ article }) => article.supplier,
        PartNumber: ({ article }) => article.sku,
        PartQuantity: ({ quantity }) => quantity,
        FulfilledQuantity: () => 0,
        PartPrice: ({ article }) => article.cost,
        FulfillmentDate: ({ due }) => american(due),
      }),
    ],
    facts: facts(world, (article) => ({
      cost: article.cost,
      lead: article.lead,
      onOrder: coming(article),
      due: article.orders.map(({ due }) => iso(due)),
    })),
    asks: "may",
    about: ["Qty", "FulfillmentDate", "Status", "LeadTime"],
  }),
};

/** Exports of systems that keep stock and books. */
export const STOCK_KEEPERS: readonly ExportBook[] = [sage, quickbooks, xero, zoho, cin7, unleashed, katana, fishbowl];
