import { MEASURE_LABELS } from "../../../shared/purchasing/terms/service-target.ts";
import { FIELD_SPECS } from "../../../shared/tables/fields/index.ts";
import type { Field } from "../../../shared/tables/fields/index.ts";
import type { TableRole } from "../../../shared/tables/kinds/index.ts";

/** What a column means, as the buyer calls it. */
export const FIELD_LABELS = {
  ...Object.fromEntries(FIELD_SPECS.map(({ name, label }) => [name, label])),
  ...MEASURE_LABELS,
} as Readonly<Record<Field, string>>;

/** Without these a table is of no use, so they are asked for even where no column was recognised. */
export const NEEDED: Readonly<Record<TableRole, readonly Field[]>> = {
  items: ["sku", "on_hand", "lead_time", "supplier", "cost", "moq", "multiple"],
  history: ["sku", "date", "quantity"],
  "open orders": ["sku", "quantity", "due"],
  suppliers: ["supplier", "lead_time", "currency", "rate"],
  promotions: ["sku", "start", "end", "discount"],
};
