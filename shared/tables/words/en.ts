import type { Words } from "./concept.ts";

export const en: Words = {
  neutral: "the, of, a, an, in, at, is, to, for, and, by, on, from, our, this, as, be, still, qty of, now, s",
  item: "item, items, article, product, products, material, materials, part, parts, variant, goods, sellable, stock item, inventory item",
  sku: "sku, skus, item number, part number, seller sku, merchant sku",
  code: "code, number, no, nr, num, id, ref, reference, #, key, number id, identifier",
  barcode: "barcode, bar code, ean, upc, gtin, asin, isbn, fnsku",
  name: "name, description, desc, title, text, short text, label, long description, details",
  qty: "qty, quantity, quantities, count, volume",
  piece: "unit, units, piece, pieces, pcs, pc, each, ea",
  case: "case, cases, carton, cartons, box, boxes, pack, packs, package, packages, pallet, pallets, crate, crates, bundle, bundles, ctn, ctns, inner, tray, trays",
  dozen: "dozen, dozens, doz, dz",
  stock: "stock, inventory, in stock, soh",
  onhand:
    "on hand, onhand, qoh, oh, physical, unrestricted, actual, available now, real, quantity on hand, qty on hand",
  available: "available, free, unreserved, sellable stock, atp, free to use, fulfillable",
  order: "order, orders, ordered, ordering",
  so: "sales order, sales orders, customer order, customer orders, open sales, on so",
  onorder:
    "on order, on po, on purchase, on purchase order, on purchase orders, on purch order, on purch orders, on pos",
  purchase:
    "purchase, purchases, purchased, purchasing, procurement, po, pos, buying, buy, bought, purch, vendor order",
  sale: "sale, sales, sold, selling, invoiced, dispensed",
  demand: "demand, usage, consumption, consumed, used, issue, issued, issues, requirement, requirements",
  revenue: "revenue, turnover amount, net sales, gross sales, sales amount, sales value, proceeds, takings",
  value:
    "value, amount, total price, subtotal, worth, sum, amt, total amount, val, spend, extended, net amount, gross amount, valuation, profit, margin",
  price: "price, rrp, msrp, retail",
  cost: "cost, costs, cogs, fee, fees, charge",
  currency: "currency, usd, eur, gbp, chf, cny, aud, cad, $, €, £, ¥, fx",
  date: "date, dates, timestamp, at date, datetime, on date",
  day: "day, days, weekday",
  workday: "working day, working days, business day, business days, workday, workdays, work days, work day",
  week: "week, weeks, wk, wks, weekly, calendar week, cw, year week, week no, week number",
  month: "month, months, monthly, mth, mths, year month, yearmonth",
  quarter: "quarter, quarterly",
  year: "fy, financial year, year, years, annual, yearly, yr, ytd, per annum, fiscal year",
  time: "fiscal period, posting period, accounting period, time, period, periods, duration",
  lead: "lead time, leadtime, lt, replenishment time, delivery time, lead, supply time, lead time calculation",
  supplier: "supplier, suppliers, vendor, vendors, manufacturer, mfr, mfg, brand owner",
  customer:
    "customer, customers, client, clients, buyer name, ship to, sold to, bill to, email, e mail, account name, recipient, consignee, purchaser",
  place:
    "warehouse, warehouses, location, locations, site, store, branch, plant, whse, depot, bin, shop, facility, dc, storage location",
  status: "status, state, financial status, fulfillment status, lifecycle, life cycle",
  type: "type, kind, category code, reason, voucher type, transaction, entry type, movement type, document type, transaction type, transfer type",
  active: "active, enabled, in use, is active, live",
  discontinued:
    "discontinued, discontinue, obsolete, phase out, phased out, end of life, eol, inactive, delisted, disabled, retired, archived, is discontinued, deleted, superseded",
  blocked: "blocked, do not order, on hold, stop ordering, purchasing blocked, order stop, no reorder, stop",
  last: "last, ly, lly, py, last year, prior year, previous year, same period, previous, prior, latest, past, recent, first, next, old, historical, history, former, planned",
  average: "average, avg, mean, typical, median, run rate, velocity, usual, standard, typically",
  min: "minimum, min, minimal, lowest",
  max: "maximum, max, maximal, highest",
  safety: "safety, buffer",
  reorder:
    "reorder, re order, reordering, replenish, replenishment, restock, rop, reorder point, re order point, order point, in reorder",
  economic: "economic, eoq, optimal, optimum, economical, standard order",
  lot: "lot, batch",
  opening: "opening, initial, beginning, start of, starting stock, brought forward",
  closing: "closing, ending, final",
  current: "current, present, today, actual stock, now, as of",
  received:
    "received, receipt, receipts, qty received, got, goods receipt, goods receipts, goods in, grn, purchase receipt, arrived, invoiced by vendor, billed, put away",
  shipped:
    "shipped, delivered, delivery, dispatched, fulfilled, shipping, shipment, shipments, ship, deliver, deliveries, delivery note",
  balance: "balance",
  remaining:
    "remaining, outstanding, still to be delivered, to be delivered, to be received, remainder, undelivered, not delivered, not received, left, due qty, qty due, unreceived, to receive, still open, balance due, pending, open quantity, open qty, left to receive",
  reserved: "reserved, alloc, rsvd, allocated, committed, allocation, reservation, reservations, assigned",
  forecast:
    "forecast, forecasts, forecasted, projected, projection, predicted, prediction, expected demand, estimate, estimated, expected sales, plan qty",
  budget: "budget, budgets, budgeted, plan, sales plan, goal, quota",
  cancelled: "cancelled, canceled, cancellation, voided, abandoned, void, withdrawn, aborted, cancel",
  returned:
    "returned, return, returns, refund, refunded, refunds, credit, rma, scrapped, scrap, damaged, lost, wasted, waste, spoiled, defective, unsellable, expired",
  backorder: "backorder, b o, backorders, back order, back orders, backordered, back ordered, backlog, owed, shortage",
  own: "my, buyer, to order, override, manual, i want, to buy, qty to order, quantity to order",
  suggested: "suggested, suggestion, recommended, recommendation, proposed, proposal, advised",
  target: "target, desired, par, ideal, order up to, up to",
  level: "level, levels, point",
  multiple: "multiple, multiples, rounding, increment, rounding value, order increment",
  counted:
    "counted, stock count, stocktake, stock take, cycle count, physical count, inventory count, count sheet, counts",
  system: "system, book, erp, books, theoretical",
  incoming: "incoming, inbound, in transit, on the way, arriving, en route, due in, transit",
  in: "inflow, goods in",
  out: "qty out, quantity out, units out, out qty, outflow, outgoing, outbound",
  per: "per, pro, /",
  total: "total, totals, cumulative, overall, grand total",
  percent: "percent, %, percentage, pct, share",
  discount: "discount, rebate, markdown, off",
  promotion: "promotion, promo, promotional, offer, campaign, special, deal",
  document: "document, doc, invoice, receipt no, voucher, ticket, purchasing document, entry, transaction id",
  ratio:
    "turnover, turns, turn, ratio, rate, rank, score, class, abc, grade, rating, index, factor, cover ratio, std, deviation, variance, variability, spread, dispersion, standard deviation, std dev, stdev, sigma",
  uom: "unit of measure, uom, UoM, base unit of measure, measure, base unit, sales unit, purchase unit, order unit, stock unit, unit type",
  due: "due, eta, expected, promised, promise, arrival, arrives, requested, required, scheduled, expected arrival, need by, expected receipt, arriving",
  line: "line, lineitem, line item, row, position, pos no, lines",
  channel: "channel, online, web, offline, marketplace, ecommerce, wholesale, in store",
  movement:
    "movement, movements, ledger, journal, stock moves, moves, inventory transactions, transactions, change, adjustment, adjustments, transfer, transfers, stock card, bin card",
  group:
    "group, family, category, class, brand, department, segment, colour, color, size, style, season, collection, tag, tags, vendor group",
  open: "open, open order, open orders, open po, open pos, sent, in progress, processing, approved, released, submitted, transmitted, placed order",
  closed: "closed, complete, completed, finished, is closed, done, fully received, settled, fulfilled in full",
  calendar: "calendar, holidays, closing days",
  lane: "lane, lanes, route, routes, port, incoterm, shipping method, carrier",
  note: "note, notes, comment, comments, remark, remarks, memo",
  created: "created, create, posted, posting, entered, purchase date, modified, updated, placed",
  confirmed: "confirmed, confirmation, acknowledged",
  cover:
    "cover, coverage, reach, days of stock, days of supply, weeks of stock, weeks of supply, months of stock, days cover, doh, dos, woc, days on hand, stock days, days of inventory, days left, age, aging, ageing, days since, sell through",
  weight:
    "weight, kg, gross weight, net weight, height, width, length, dimension, dimensions, cbm, m3, lbs, volume cbm",
  tax: "tax, vat, duty, customs, tariff, hs code, commodity code, tariff code, harmonized code, statistical code",
  draft:
    "draft, quote, quotation, rfq, planned order, requisition, request for quotation, new quote, to approve, waiting approval, rejected, declined, failed, unpaid, test, quotations, quotes",
  partial:
    "partial, partially, partly, part received, partially received, partially delivered, partially shipped, in part",
  paid: "paid, invoiced order, billed order",
  break: "break, breaks, from quantity, from qty, price break, quantity break, tier, tiers, scale",
};
