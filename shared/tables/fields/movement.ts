import { field } from "./field.ts";

export const movement = field({
  name: "movement",
  label: "Kind of movement",
  values: "text",
  says: [
    [1, "type"],
    [1, "movement type"],
    [1, "movement"],
    [0.95, "document type"],
    [0.95, "line type"],
    [0.9, "order type"],
    [0.8, "movement code"],
    [0.8, "type code"],
  ],
  may: "stock name item",
});
