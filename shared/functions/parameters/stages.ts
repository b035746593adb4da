import type { Cell } from "../../define/cells.ts";
import { shown } from "../../define/cells.ts";
import { UserError } from "../../define/errors.ts";
import type { Stage } from "../../inventory/echelons/network.ts";

const COLUMNS = [
  "stage",
  "supplies",
  "time",
  "holding cost",
  "demand mean",
  "demand sd",
  "inbound time",
  "outbound time",
] as const;
/** Stages of one chain that are solved within a second or so. */
const MOST_STAGES = 200;

const textOf = (cell: Cell | undefined): string => (cell === null || cell === undefined ? "" : String(cell).trim());

/** A number at least 0 in one cell of the table; a blank is `otherwise`. */
function amount(row: readonly Cell[], column: number, otherwise: number, name: string): number {
  const cell = row[column];
  if (cell === null || cell === undefined || cell === "") return otherwise;
  if (typeof cell !== "number" || !(cell >= 0 && cell < Infinity))
    throw new UserError(`stages: ${COLUMNS[column]} of "${name}" must be a number at least 0; got ${shown(cell)}`);
  return cell;
}

/**
 * The stages of a supply chain from rows of cells: name, names of the stages it supplies (separated by commas), time,
 * holding cost, and optionally demand mean and sd, inbound and outbound time. A blank counts as 0; only the outbound time
 * of a stage without demand is then unlimited. A first row of headings is passed over.
 */
export function readStages(rows: readonly (readonly Cell[])[]): Stage[] {
  if (rows[0]!.length < 4)
    throw new UserError(
      `stages: must have at least 4 columns (stage, supplies, time, holding cost); got ${rows[0]!.length}`,
    );
  const headed = typeof rows[0]![2] === "string" && typeof rows[0]![3] === "string";
  const body = rows.slice(headed ? 1 : 0).filter((row) => row.some((cell) => textOf(cell) !== ""));
  if (body.length === 0) throw new UserError("stages: must hold at least one stage");
  if (body.length > MOST_STAGES) throw new UserError(`stages: must hold at most ${MOST_STAGES}; got ${body.length}`);
  const places = new Map<string, number>();
  body.forEach(([cell], i) => {
    const name = textOf(cell);
    if (!name) throw new UserError(`stages: row ${i + 1 + Number(headed)} must begin with the stage's name`);
    if (places.has(name)) throw new UserError(`stages: must name each stage once; "${name}" is there twice`);
    places.set(name, i);
  });
  return body.map((row) => {
    const name = textOf(row[0]);
    const demandMean = amount(row, 4, 0, name);
    const demandSd = amount(row, 5, 0, name);
    const supplies = textOf(row[1])
      .split(/[,;]/)
      .map((part) => part.trim())
      .filter((part) => part !== "");
    return {
      name,
      supplies: supplies.map((next) => {
        const place = places.get(next);
        if (place === undefined)
          throw new UserError(`stages: "${name}" supplies "${next}", which is not among the stages`);
        if (next === name) throw new UserError(`stages: "${name}" must not supply itself`);
        return place;
      }),
      time: amount(row, 2, 0, name),
      holdingCost: amount(row, 3, 0, name),
      demandMean,
      demandSd,
      inbound: amount(row, 6, 0, name),
      // Customers wait for nothing unless it is said; a stage without any may promise what suits the chain.
      outbound: amount(row, 7, demandMean > 0 || demandSd > 0 ? 0 : Infinity, name),
    };
  });
}
