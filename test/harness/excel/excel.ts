import type { FunctionMetadata } from "../../../shared/define/metadata.ts";
import { parseAddress, parseRange, showAddress, type Address } from "./address.ts";
import { excelArguments, Refused, type Content, type Platform } from "./arguments.ts";
import { CustomFunctionsError, loadBundle, type LoadedBundle, type Surroundings } from "./bundle.ts";
import { parseFormula, type Formula } from "./formula.ts";

/** The most Excel on the web carries to a function (office-js issues 4654 and 2786): beyond it #BUSY! stays. */
const WEB_PAYLOAD_BYTES = 5_000_000;
/** office.js sends results in slices of so many bytes (`_maxResultSize`); one that is larger by itself gets lost. */
const RESULT_BYTES = 2_000_000;

export interface ExcelOptions extends Surroundings {
  readonly platform?: Platform;
  /** Which of the two an edit sends first for a cell that still waits: Excel does both. */
  readonly onEdit?: "cancel first" | "invoke first";
}

interface Invocation {
  readonly functionName: string;
  readonly address: string;
  readonly isInValuePreview: boolean;
  onCanceled?: () => void;
}

interface FormulaCell {
  readonly formula: Formula;
  readonly metadata: FunctionMetadata;
  /** Addresses of the cells it reads. */
  readonly precedents: ReadonlySet<string>;
  /** The invocation whose result counts; a result of an earlier one is dropped. */
  current?: Invocation;
  waiting: boolean;
  message?: string | undefined;
  spilled: string[];
}

export interface Excel {
  readonly bundle: LoadedBundle;
  /** Types a constant or a formula of one call into a cell; `undefined` clears it. */
  enter(address: string, input: number | string | boolean | { readonly error: string } | undefined): void;
  /** What the cell shows: a value, an error's code, "#BUSY!", or undefined where blank. */
  shown(address: string): number | string | boolean | undefined;
  /** Rows of what a range shows. */
  grid(range: string): (number | string | boolean | undefined)[][];
  /** The number format that a result brought along. */
  format(address: string): string | undefined;
  /** The text of the error card of a cell. */
  message(address: string): string | undefined;
  /** Addresses of cells that still show #BUSY!. */
  busy(): string[];
  /** Calculates everything again, as on loading a workbook. */
  recalculate(): void;
  /** How often the add-in itself had everything calculated again. */
  readonly calculations: number;
  /** What the value preview of the formula bar would show: the result, or the error that came back. */
  preview(formula: string): Promise<unknown>;
}

function precedentsOf({ args }: Formula): Set<string> {
  const read = args.flatMap((argument) => (argument.kind === "cells" ? argument.cells.flat() : []));
  return new Set(read.map(showAddress));
}

/** A workbook in memory that calls the built functions bundle with Excel's semantics. */
export function openExcel({ platform = "desktop", onEdit = "cancel first", ...surroundings }: ExcelOptions): Excel {
  /** How often the add-in had everything calculated again. */
  let calculations = 0;
  const calculateAll = (): void => {
    for (const [address, cell] of formulas) calculate(address, cell);
  };
  const bundle = loadBundle({
    ...surroundings,
    calculate() {
      calculations++;
      calculateAll();
    },
  });
  const byName = new Map(bundle.metadata.functions.map((metadata) => [metadata.name, metadata]));
  const contents = new Map<string, Exclude<Content, undefined>>();
  const formulas = new Map<string, FormulaCell>();
  const formats = new Map<string, string>();
  /** Of each address, those of the formulas that read it. */
  const readers = new Map<string, Set<string>>();

  const read = (address: Address): Content => contents.get(showAddress(address));

  function lookUp({ name }: Formula): FunctionMetadata {
    const metadata = byName.get(name);
    if (!metadata) throw new Error(`#NAME?: functions.json has no ${name}`);
    return metadata;
  }

  function call(cell: Pick<FormulaCell, "formula" | "metadata">, invocation: Invocation): unknown {
    const args = excelArguments(cell.metadata, cell.formula.args, read, platform);
    if (platform === "web" && JSON.stringify(args).length > WEB_PAYLOAD_BYTES) return new Promise(() => undefined);
    const implementation = bundle.implementations.get(cell.metadata.id.toUpperCase());
    if (!implementation) throw new Error(`${cell.metadata.id} is in functions.json but was not associated`);
    return implementation(...args, invocation);
  }

  function unspill(cell: FormulaCell): void {
    for (const address of cell.spilled) contents.delete(address);
    cell.spilled = [];
  }

  function fail(address: string, cell: FormulaCell, error: unknown): void {
    const code = error instanceof CustomFunctionsError || error instanceof Refused ? error.code : "#VALUE!"; // any other throw
    contents.set(address, { error: code });
    cell.message = error instanceof CustomFunctionsError && error.message ? error.message : undefined;
  }

  function scalar(raw: unknown): Exclude<Content, undefined> {
    if (raw === null || raw === undefined) return 0;
    if (typeof raw === "number") return Number.isFinite(raw) ? raw : { error: Number.isNaN(raw) ? "#VALUE!" : "#NUM!" };
    if (typeof raw === "string" || typeof raw === "boolean") return raw;
    return { error: "#VALUE!" };
  }

  /** A cell of a result: a formatted number leaves its format, where this Excel knows such numbers. */
  function arrive(address: string, raw: unknown): void {
    const { runtime = 4 } = surroundings;
    const formatted = raw as { type?: unknown; basicValue?: unknown; numberFormat?: string } | null;
    const known = runtime >= 4 && typeof raw === "object" && formatted?.type === "Double";
    contents.set(address, scalar(known ? formatted.basicValue : raw));
    if (known) formats.set(address, formatted.numberFormat!);
  }

  function spill(address: string, cell: FormulaCell, rows: readonly (readonly unknown[])[]): void {
    const { row, column } = parseAddress(address);
    const targets = rows.flatMap((values, i) =>
      values.map((value, j) => ({ to: showAddress({ row: row + i, column: column + j }), value })),
    );
    if (targets.slice(1).some(({ to }) => contents.has(to))) return fail(address, cell, new Refused("#SPILL!"));
    for (const { to, value } of targets) arrive(to, value);
    cell.spilled = targets.slice(1).map(({ to }) => to);
  }

  function finish(address: string, cell: FormulaCell, invocation: Invocation, result: unknown): void {
    if (cell.current !== invocation) return;
    if ((JSON.stringify(result) ?? "").length > RESULT_BYTES) return;
    cell.waiting = false;
    cell.message = undefined;
    const matrix = cell.metadata.result.dimensionality === "matrix";
    if (result instanceof CustomFunctionsError) fail(address, cell, result);
    else if (matrix !== Array.isArray(result)) fail(address, cell, new Refused("#VALUE!"));
    else if (matrix) spill(address, cell, result as unknown[][]);
    else arrive(address, result);
  }

  function finishFailed(address: string, cell: FormulaCell, invocation: Invocation, error: unknown): void {
    if (cell.current !== invocation) return;
    cell.waiting = false;
    fail(address, cell, error);
  }

  function cancel(cell: FormulaCell, invocation: Invocation | undefined, wasWaiting: boolean): void {
    if (invocation && wasWaiting && cell.metadata.options?.cancelable) invocation.onCanceled?.();
  }

  function calculate(address: string, cell: FormulaCell): void {
    const { current: before, waiting } = cell;
    if (onEdit === "cancel first") cancel(cell, before, waiting);
    unspill(cell);
    contents.delete(address);
    const invocation: Invocation = { functionName: cell.metadata.name, address, isInValuePreview: false };
    cell.current = invocation;
    cell.waiting = true;
    try {
      const result = call(cell, invocation);
      if (result instanceof Promise || typeof (result as { then?: unknown } | null)?.then === "function")
        (result as Promise<unknown>).then(
          (value) => finish(address, cell, invocation, value),
          (error: unknown) => finishFailed(address, cell, invocation, error),
        );
      else finish(address, cell, invocation, result);
    } catch (error) {
      finishFailed(address, cell, invocation, error);
    }
    if (onEdit === "invoke first") cancel(cell, before, waiting);
  }

  function shown(address: string): number | string | boolean | undefined {
    if (formulas.get(address)?.waiting) return "#BUSY!";
    const content = contents.get(address);
    return typeof content === "object" ? content.error : content;
  }

  return {
    bundle,
    enter(address, input) {
      const before = formulas.get(address);
      if (before) {
        cancel(before, before.current, before.waiting);
        delete before.current;
        unspill(before);
        for (const at of before.precedents) readers.get(at)?.delete(address);
      }
      formulas.delete(address);
      contents.delete(address);
      if (typeof input === "string" && input.startsWith("=")) {
        const formula = parseFormula(input);
        const cell: FormulaCell = {
          formula,
          metadata: lookUp(formula),
          precedents: precedentsOf(formula),
          waiting: false,
          spilled: [],
        };
        formulas.set(address, cell);
        for (const at of cell.precedents) readers.set(at, (readers.get(at) ?? new Set()).add(address));
        calculate(address, cell);
      } else if (input !== undefined) contents.set(address, input);
      for (const at of readers.get(address) ?? []) if (at !== address) calculate(at, formulas.get(at)!);
    },
    shown,
    grid: (range) => parseRange(range).map((row) => row.map((address) => shown(showAddress(address)))),
    format: (address) => formats.get(address),
    message: (address) => formulas.get(address)?.message,
    busy: () => [...formulas].filter(([, cell]) => cell.waiting).map(([address]) => address),
    recalculate: calculateAll,
    get calculations() {
      return calculations;
    },
    async preview(text) {
      const formula = parseFormula(text);
      const invocation: Invocation = { functionName: formula.name, address: "", isInValuePreview: true };
      try {
        return await call({ formula, metadata: lookUp(formula) }, invocation);
      } catch (error) {
        return error;
      }
    },
  };
}
