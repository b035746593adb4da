import type { Cell } from "../define/cells.ts";
import { shown } from "../define/cells.ts";
import { defineServer } from "../define/define.ts";
import { UserError } from "../define/errors.ts";
import { cells } from "../define/parameters.ts";
import { forecastByAnalogy, type KnownItem } from "../demand/models/analogy/forecast.ts";
import type { Attributes } from "../demand/models/analogy/similarity.ts";
import { forecastParameters, shapeForecasts } from "./parameters/forecast.ts";

/** Two puzzles, two dolls: what they sold in the months since launch. */
const TOYS = [
  ["Puzzle", 10, 30, 20, 10],
  ["Puzzle", 12, 36, 24, 12],
  ["Doll", 12, 300, 200, 100],
  ["Doll", 15, 300, 200, "NA"],
];

export const forecastNew = defineServer({
  name: "FORECAST_NEW",
  category: "Forecasting",
  summary: "Forecasts a product without history from similar products at the same age.",
  returns: "A column of forecasts from launch on, one a period; with level three columns: mean, low, high.",
  spills: true,
  details: [
    "Aligns the known products at their launch and splits their demand into a size each and one curve of life for all. The new product's size is the mean over the known ones, similar ones weighing most, and pulled towards the mean of all as if that were one more product; its curve is theirs.",
    "Texts count as equal or different, numbers by how far they are apart. An attribute weighs by how much it says of the sizes of the known products: where brand decides and colour doesn't, brand counts.",
    "Write NA for periods a product has not lived yet: a blank is a period without demand. Beyond the age of the oldest product its last three periods' mean goes on. Several rows of attributes are several new products, a column each.",
    "Low and high leave half of 1 - level on either side, from how much similar products differ in size and from period to period.",
  ],
  source:
    "forecasting by analogy: Green & Armstrong, Structured analogies for forecasting, 2007; Gower, A general coefficient of similarity, 1971",
  parameters: {
    attributes: cells({
      doc: "The new product's attributes in one row: brand, category, price; several rows are several.",
    }),
    table: cells({
      doc: "Known products, one row each: the same attributes first, then demand in the 1st, 2nd, … period since launch; NA where not known.",
    }),
    horizon: forecastParameters.horizon,
    level: forecastParameters.level,
  },
  examples: [
    {
      says: "a doll at the price of dolls sells like the dolls, a little less for the two puzzles",
      args: [[["Doll", 14]], TOYS, 3],
      answer: (answer) =>
        Array.isArray(answer) &&
        [300, 200, 100].every((x, t) => Number(answer[t]![0]) > 0.7 * x && Number(answer[t]![0]) < x),
      source: "property: both dolls sold 300, 200 and 100, the puzzles a tenth of it",
    },
    {
      says: "products that all sold alike leave nothing to compare",
      args: [
        [["New"]],
        [
          ["A", 8, 4, 2],
          ["B", 8, 4, 2],
        ],
        4,
      ],
      answer: [[8], [4], [2], [14 / 3]],
      source: "by definition: the common curve, then the mean of its last three periods",
    },
  ],
  compute({ attributes, table, horizon, level }) {
    const width = attributes[0]!.length;
    if (table[0]!.length <= width)
      throw new UserError(
        `table: must have the ${width} columns of attributes and then demand by period since launch; got ${table[0]!.length} columns`,
      );
    const known = table
      .map((row, i) => itemOf(row, width, i))
      .filter(({ demand }) => demand.some((x) => !Number.isNaN(x)));
    if (known.length === 0) throw new UserError("table: must hold at least one product whose demand is known");
    const paths = attributes.map((row) => forecastByAnalogy(row.map(attributeOf), known, horizon));
    return shapeForecasts(
      paths.map(() => []),
      paths,
      level,
    );
  },
});

const attributeOf = (cell: Cell): string | number => (typeof cell === "number" ? cell : String(cell ?? "").trim());

function itemOf(row: readonly Cell[], width: number, i: number): KnownItem {
  const attributes: Attributes = row.slice(0, width).map(attributeOf);
  const demand = row.slice(width).map((cell, j) => {
    if (cell === "NA") return NaN;
    const value = cell ?? 0;
    if (typeof value !== "number" || value < 0 || !Number.isFinite(value))
      throw new UserError(
        `table: row ${i + 1}, column ${width + j + 1} must be a demand of at least 0, or NA; got ${shown(cell)}`,
      );
    return value;
  });
  return { attributes, demand };
}
