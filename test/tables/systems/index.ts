import { ERP } from "./erp.ts";
import type { ExportBook } from "./export.ts";
import { SHOPS } from "./shops.ts";
import { STOCK_KEEPERS } from "./stock-keepers.ts";

/** Workbooks as systems export them. */
export const EXPORT_BOOKS: readonly ExportBook[] = [...ERP, ...STOCK_KEEPERS, ...SHOPS];
