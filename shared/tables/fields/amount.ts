import { field } from "./field.ts";

export const amount = field({
  name: "amount",
  label: "Amount",
  values: "money",
  says: [
    [1, "value"],
    [1, "revenue"],
    [1, "sale value"],
    [0.9, "total"],
    [0.8, "sale"],
    [0.9, "sale currency"],
    [0.9, "line value"],
    [0.9, "order value"],
    [0.95, "total value"],
    [0.85, "sale total"],
    [0.9, "revenue currency"],
    [0.95, "value currency"],
    [0.9, "price total"],
    [0.9, "order total"],
    [0.9, "cost total"],
  ],
  may: "currency line order sale document item total tax net",
});
