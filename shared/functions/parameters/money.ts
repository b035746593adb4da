import { number } from "../../define/parameters.ts";

// What the ordering functions share. Demand and holding cost go by the same time unit.

export const demandRate = number({
  doc: "Demand per time unit, usually a year.",
  unit: "units per time unit",
  above: 0,
});

export const orderCost = number({
  doc: "Cost of placing one order, whatever its size; 0 for none.",
  unit: "money per order",
  min: 0,
});

export const holdingCost = number({
  doc: "Cost of keeping one unit in stock for one time unit.",
  unit: "money per unit and time unit",
  above: 0,
});

export const holdingPerPeriod = number({
  doc: "Cost of keeping one unit in stock for one period.",
  unit: "money per unit and period",
  above: 0,
});

export const shortagePerPeriod = number({
  doc: "Cost of owing a customer one unit for one period.",
  unit: "money per unit and period",
  above: 0,
});
