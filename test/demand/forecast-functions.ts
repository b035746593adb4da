import assert from "node:assert/strict";
import { evaluate } from "../../shared/define/evaluate.ts";
import type { FunctionDefinition } from "../../shared/define/define.ts";
import type { Outcome } from "../../shared/define/cells.ts";
import { functions } from "../../shared/functions/index.ts";
import { engines } from "../../server/engines/index.ts";
import { noFaults } from "../harness/faults.ts";

export const column = (values: readonly unknown[]): unknown[][] => values.map((x) => [x]);

/** The worksheet functions named FORECAST_. */
export const named: readonly FunctionDefinition[] = functions.filter(({ name }) => name.startsWith("FORECAST_"));

/** Those that forecast a history over a horizon, known by the arguments they share. */
const usual = named.filter(
  ({ parameters }) => Object.keys(parameters).slice(0, 4).join() === "history,horizon,season,level",
);

type Arguments = (history: readonly unknown[], horizon: number, season?: number, level?: number) => unknown[];

/** How to ask functions with other arguments to forecast one history. */
const OTHERS: Readonly<Record<string, Arguments>> = {
  // A product like the one product known, which lived through the history.
  FORECAST_NEW: (history, horizon, _, level) => [[["A"]], [["A", ...history]], horizon, level],
};

/** Functions that are named like forecasts and answer something else. */
export const NO_FORECASTS: readonly string[] = ["FORECAST_ERROR", "FORECAST_WHY"];

export interface Forecaster {
  readonly name: string;
  /** Continues a history, rather than repeating it as a similar product's life. */
  readonly continues: boolean;
  outcome(history: readonly unknown[], horizon: number, season?: number, level?: number): Promise<Outcome>;
  /** The rows answered; fails where there are none, or one is not finite. */
  rows(history: readonly unknown[], horizon: number, season?: number, level?: number): Promise<number[][]>;
  /** The first column answered. */
  means(history: readonly unknown[], horizon: number, season?: number): Promise<number[]>;
}

function forecasterOf(definition: FunctionDefinition, argumentsFor: Arguments, continues: boolean): Forecaster {
  const outcome: Forecaster["outcome"] = (...asked) => evaluate(definition, argumentsFor(...asked), engines, noFaults);
  const rows: Forecaster["rows"] = async (...asked) => {
    const answer = await outcome(...asked);
    assert.ok("value" in answer, `${definition.name} of ${asked[0].slice(0, 9).join()}: ${JSON.stringify(answer)}`);
    const found = answer.value as number[][];
    assert.ok(found.length === asked[1] && found.every((row) => row.every(Number.isFinite)));
    return found;
  };
  return {
    name: definition.name,
    continues,
    outcome,
    rows,
    means: async (...asked) => (await rows(...asked)).map(([mean]) => mean!),
  };
}

/** Every function that forecasts, ready to be asked. */
export const forecasters: readonly Forecaster[] = [
  ...usual.map((definition) => forecasterOf(definition, (history, ...rest) => [column(history), ...rest], true)),
  ...named
    .filter(({ name }) => OTHERS[name] !== undefined)
    .map((definition) => forecasterOf(definition, OTHERS[definition.name]!, false)),
];
