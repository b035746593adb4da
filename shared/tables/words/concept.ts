/** What a word of a header can stand for. A header is the set of what its words stand for. */
export const CONCEPTS = [
  "neutral", "item", "sku", "code", "barcode", "name", "qty", "piece", "case", "dozen", "stock", "onhand", "available",
  "order", "so", "onorder", "purchase", "sale", "demand", "revenue", "value", "price", "cost", "currency", "date", "day",
  "workday", "week", "month", "quarter", "year", "time", "lead", "supplier", "customer", "place", "status", "type",
  "active", "discontinued", "blocked", "last", "average", "min", "max", "safety", "reorder", "economic", "lot",
  "opening", "closing", "current", "received", "shipped", "remaining", "reserved", "forecast", "budget", "cancelled",
  "returned", "backorder", "own", "suggested", "target", "level", "multiple", "counted", "system", "incoming", "in",
  "out", "per", "total", "percent", "discount", "promotion", "document", "ratio", "uom", "due", "line", "channel",
  "movement", "group", "open", "closed", "calendar", "lane", "note", "created", "confirmed", "cover", "weight", "tax",
] as const;

export type Concept = (typeof CONCEPTS)[number];

/** The words of one language: phrases that stand for each concept, as written without accents, separated by commas. */
export type Words = Readonly<Partial<Record<Concept, string>>>;
