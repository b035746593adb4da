import { field } from "./field.ts";

export const promotionPrice = field({
  name: "promotion_price",
  label: "Promotion price",
  values: "money",
  says: [[1, "promotion price"]],
  may: "sale currency",
});
