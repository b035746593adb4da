import { field } from "./field.ts";

export const due = field({
  name: "due",
  label: "Due date",
  values: "date",
  says: [
    [1, "due"],
    [1, "due date"],
    [1, "shipped date"],
    [0.95, "received date"],
    [0.9, "due received"],
    [0.95, "due shipped"],
    [0.9, "incoming date"],
  ],
  may: "confirmed item order purchase supplier received shipped date line lead",
});
