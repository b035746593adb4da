import { showBlock, WHOLE_SHEET, type Block } from "./address.ts";
import { remote, refusal, type Property, type Queue, type Remote } from "./remote.ts";
import {
  cellAt,
  enter,
  peek,
  usedBlock,
  type CellState,
  type HighlightState,
  type Look,
  type SheetState,
  type Stored,
  type ValidationState,
} from "./state.ts";

/** A sheet and a block of it, found when a sync carries out the request. */
export interface Place {
  sheet(): SheetState;
  /** Undefined where there is no such block. */
  block(): Block | undefined;
}

export interface Surroundings {
  readonly queue: Queue;
  valueOf(sheet: SheetState, row: number, column: number): Stored | undefined;
  /** Throws where the sheet is protected. */
  changing(sheet: SheetState): void;
  formulasAreReadable(): boolean;
  /** Throws where this Excel cannot read a rule that it has. */
  readingRule(sheet: SheetState, rule: HighlightState): void;
  /** Makes a cell the active one. */
  select(sheet: SheetState, block: Block): void;
}

/** Points, of a column that nobody changed. */
export const STANDARD_WIDTH = 48;
/** Points, of a row that nobody changed. */
export const STANDARD_HEIGHT = 15;

type Grid<T> = (cell: CellState | undefined, sheet: SheetState, row: number, column: number) => T;

const isWhole = ({ bottom }: Block): boolean => bottom === WHOLE_SHEET.bottom;

/** A range, or several of one sheet. */
export function rangeObject(around: Surroundings, places: readonly Place[], nullable = false): Remote {
  const { queue } = around;
  const first = places[0]!;
  const block = (place: Place = first): Block => {
    const found = place.block();
    if (!found) throw refusal("ItemNotFound", "There is no such range.");
    return found;
  };
  const grid = <T>(read: Grid<T>): T[][] => {
    const sheet = first.sheet();
    const { top, left, bottom, right } = block();
    if (isWhole(block())) throw refusal("InvalidArgument", "The whole sheet is too large to read.");
    return Array.from({ length: bottom - top + 1 }, (_, r) =>
      Array.from({ length: right - left + 1 }, (__, c) =>
        read(peek(sheet, top + r, left + c), sheet, top + r, left + c),
      ),
    );
  };
  const each = (change: (cell: CellState, row: number, column: number) => void): void => {
    for (const place of places) {
      const sheet = place.sheet();
      around.changing(sheet);
      const own = block(place);
      const { top, left, bottom, right } = isWhole(own) ? (usedBlock(sheet, false) ?? { ...own, bottom: -1 }) : own;
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++) change(cellAt(sheet, row, column), row - top, column - left);
    }
  };
  const matching = (input: unknown): unknown[][] => {
    const { top, left, bottom, right } = block();
    const rows = input as unknown[][];
    const fits = rows.length === bottom - top + 1 && rows.every((row) => row.length === right - left + 1);
    if (!fits) throw refusal("InvalidArgument", "The array does not match the size of the range.");
    return rows;
  };
  const write = (change: (cell: CellState, input: unknown) => void) => (input: never) => {
    const rows = matching(input);
    each((cell, row, column) => change(cell, rows[row]![column]));
  };
  const look = (key: keyof Look): Property => ({
    get: () => grid((cell) => cell?.look[key])[0]?.[0] ?? null,
    set: (value: never) => each((cell) => void (cell.look[key] = value)),
  });
  const format = remote(queue, "format", {
    members: {
      fill: remote(queue, "fill", { properties: { color: look("fill") } }),
      font: remote(queue, "font", {
        properties: {
          bold: look("bold"),
          italic: look("italic"),
          strikethrough: look("strikethrough"),
          color: look("color"),
          size: look("size"),
        },
      }),
    },
    properties: {
      wrapText: look("wrapText"),
      horizontalAlignment: look("horizontalAlignment"),
      verticalAlignment: look("verticalAlignment"),
      columnWidth: {
        get: () => first.sheet().widths.get(block().left) ?? STANDARD_WIDTH,
        set(width: number) {
          const { left, right } = block();
          const { widths } = first.sheet();
          for (let column = left; column <= right; column++)
            if (width === STANDARD_WIDTH) widths.delete(column);
            else widths.set(column, width);
        },
      },
      useStandardWidth: { get: () => first.sheet().widths.size === 0, set: () => first.sheet().widths.clear() },
      useStandardHeight: { get: () => first.sheet().heights.size === 0, set: () => first.sheet().heights.clear() },
    },
  });
  const formula: Grid<Stored> = (cell) => cell?.formula ?? cell?.value ?? "";
  const value: Grid<Stored> = (cell, sheet, row, column) =>
    cell?.formula === undefined ? (cell?.value ?? "") : (around.valueOf(sheet, row, column) ?? "");
  const setInputs = write((cell, input) => enter(cell, input));
  return remote(queue, "range", {
    ...(nullable ? { exists: () => first.block() !== undefined } : {}),
    properties: {
      values: { get: () => grid(value), set: setInputs },
      formulas: {
        get() {
          if (!around.formulasAreReadable()) throw refusal("GeneralException", "There was an internal error.");
          return grid(formula);
        },
        set: setInputs,
      },
      numberFormat: {
        get: () => grid((cell) => cell?.format ?? "General"),
        set: write((cell, input) => void (cell.format = String(input as string))),
      },
      address: { get: () => showBlock(first.sheet().name, block()) },
      ...hiding(first, "rowHidden", "ByRows"),
      ...hiding(first, "columnHidden", "ByColumns"),
      rowIndex: { get: () => block().top },
      columnIndex: { get: () => block().left },
      rowCount: { get: () => block().bottom - block().top + 1 },
      columnCount: { get: () => block().right - block().left + 1 },
    },
    members: {
      format,
      ...outline(around, first, block),
      select: () => queue.push(() => around.select(first.sheet(), block())),
      address$: () => showBlock(first.sheet().name, block()),
      clear: () =>
        queue.push(() =>
          each((cell) => Object.assign(cell, { value: undefined, formula: undefined, format: "General", look: {} })),
        ),
      getCellProperties() {
        const result: { value?: unknown } = {};
        queue.push(() => {
          result.value = grid((cell) => ({ format: shownLook(cell?.look ?? {}) }));
          queue.answer(result.value);
        });
        return answered(result);
      },
      setCellProperties(input: { format?: ShownLook }[][]) {
        queue.push(() => {
          const rows = matching(input);
          each((cell, row, column) => {
            cell.look = storedLook((rows[row]![column] as { format?: ShownLook }).format ?? {});
          });
        }, input);
      },
      getRowProperties() {
        const result: { value?: unknown } = {};
        queue.push(() => {
          const { top, bottom } = block();
          const { heights } = first.sheet();
          result.value = Array.from({ length: bottom - top + 1 }, (_, r) => ({
            format: { rowHeight: heights.get(top + r) ?? STANDARD_HEIGHT },
          }));
          queue.answer(result.value);
        });
        return answered(result);
      },
      setRowProperties(input: { format?: { rowHeight?: number } }[]) {
        queue.push(() => {
          around.changing(first.sheet());
          input.forEach(({ format: own }, r) => {
            if (own?.rowHeight !== undefined) first.sheet().heights.set(block().top + r, own.rowHeight);
          });
        }, input);
      },
      conditionalFormats: conditionalFormats(around, first, () =>
        places.map((place) => showBlock(place.sheet().name, block(place))).join(", "),
      ),
      dataValidation: dataValidation(around, first, block),
    },
  });
}

type By = "ByRows" | "ByColumns";

/** Showing all rows or columns again leaves their groups, unfolded. */
const hiding = (place: Place, name: string, by: By): Record<string, Property> => ({
  [name]: {
    get: () => place.sheet().groups.some((group) => group.by === by && group.folded),
    set(hidden: boolean) {
      for (const group of place.sheet().groups) if (group.by === by) group.folded = hidden;
    },
  },
});

/** Groups of rows or columns that can be folded away. */
function outline({ queue, changing }: Surroundings, place: Place, block: () => Block): Record<string, unknown> {
  const ends = (by: By): [from: number, to: number] =>
    by === "ByRows" ? [block().top, block().bottom] : [block().left, block().right];
  const within = (by: By) => {
    const [from, to] = ends(by);
    return place.sheet().groups.filter((group) => group.by === by && group.from >= from && group.to <= to);
  };
  const later = (act: () => void): void =>
    queue.push(() => {
      changing(place.sheet());
      act();
    });
  return {
    group(by: By) {
      later(() => {
        const [from, to] = ends(by);
        place.sheet().groups.push({ by, from, to, folded: false });
      });
    },
    ungroup(by: By) {
      later(() => {
        const gone = within(by);
        if (gone.length === 0) throw refusal("InvalidArgument", "There is nothing to ungroup.");
        place.sheet().groups = place.sheet().groups.filter((group) => !gone.includes(group));
      });
    },
    hideGroupDetails(by: By) {
      later(() => {
        const found = within(by);
        if (found.length === 0) throw refusal("InvalidArgument", "There is no group.");
        for (const group of found) group.folded = true;
      });
    },
  };
}

/** What a method answers once a sync has carried it out. */
export const answered = (result: { value?: unknown }): { readonly value: unknown } => ({
  get value() {
    if (result.value === undefined) throw refusal("ValueNotLoaded", "The result is read before a sync.");
    return result.value;
  },
});

interface ShownLook {
  fill?: { color?: string };
  font?: Pick<Look, "bold" | "italic" | "strikethrough" | "color" | "size">;
  wrapText?: boolean;
  horizontalAlignment?: string;
  verticalAlignment?: string;
}

/** Without what is not set. */
const set = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

const shownLook = ({ fill, bold, italic, strikethrough, color, size, ...rest }: Look): ShownLook => ({
  fill: { color: fill ?? "#FFFFFF" },
  font: set({ bold, italic, strikethrough, color, size } as NonNullable<ShownLook["font"]>),
  ...rest,
});

const storedLook = ({ fill, font, ...rest }: ShownLook): Look => ({
  ...(fill?.color === undefined ? {} : { fill: fill.color }),
  ...font,
  ...rest,
});

function conditionalFormats({ queue, readingRule }: Surroundings, place: Place, address: () => string): Remote {
  const own = (): SheetState => place.sheet();
  const describe = (find: () => HighlightState): Remote => {
    const readable = (): HighlightState => {
      readingRule(own(), find());
      return find();
    };
    const property = (key: "formula" | "text" | "fill"): Property => ({
      get: () => readable()[key],
      set: (value: never) => void (find()[key] = value),
    });
    const part = (name: string, properties: Record<string, Property>): Remote => remote(queue, name, { properties });
    const custom = remote(queue, "custom", {
      members: {
        rule: part("rule", { formula: property("formula") }),
        format: remote(queue, "format", {
          members: { font: part("font", { color: property("text") }), fill: part("fill", { color: property("fill") }) },
        }),
      },
    });
    const oneRange = (): string => {
      if (readable().address.includes(","))
        throw refusal("InvalidOperation", "The conditional format is applied to multiple ranges.");
      return find().address;
    };
    return remote(queue, "conditionalFormat", {
      properties: { type: { get: () => "Custom" } },
      members: {
        custom,
        getRange: () => part("range", { address: { get: oneRange } }),
        getRanges: () => part("ranges", { address: { get: () => readable().address } }),
      },
    });
  };
  return remote(queue, "conditionalFormats", {
    items: () => own().highlights.map((highlight) => describe(() => highlight)),
    members: {
      clearAll: () => queue.push(() => void (own().highlights = [])),
      add(type: string) {
        if (type !== "Custom") throw refusal("InvalidArgument", `No conditional format of type ${type} here.`);
        const made = { address: "", formula: "", text: "", fill: "" };
        queue.push(() => {
          made.address = address();
          own().highlights.push(made);
        });
        return describe(() => made);
      },
    },
  });
}

const NO_VALIDATION: ValidationState = { rule: {}, errorAlert: {}, prompt: {}, ignoreBlanks: true };

function dataValidation({ queue, changing }: Surroundings, place: Place, block: () => Block): Remote {
  const each = (visit: (key: string, rules: SheetState["validations"]) => void): void => {
    const { top, left, bottom, right } = block();
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) visit(`${row} ${column}`, place.sheet().validations);
  };
  /** The validation that all cells of the block have; undefined where they differ. */
  const common = (): ValidationState | undefined => {
    const different = new Map<string, ValidationState>();
    each((key, rules) => {
      const own = rules.get(key) ?? NO_VALIDATION;
      different.set(JSON.stringify(own), own);
    });
    return different.size === 1 ? [...different.values()][0] : undefined;
  };
  const part = (key: keyof ValidationState): Property => ({
    get: () => common()?.[key] ?? null,
    set(value: never) {
      changing(place.sheet());
      each((cell, rules) => rules.set(cell, { ...(rules.get(cell) ?? NO_VALIDATION), [key]: value }));
    },
  });
  const typeOf = (): string => {
    const all = common();
    if (all === undefined) return "MixedCriteria";
    const [kind] = Object.keys(all.rule as object);
    return kind === undefined ? "None" : kind.charAt(0).toUpperCase() + kind.slice(1);
  };
  return remote(queue, "dataValidation", {
    properties: {
      type: { get: typeOf },
      rule: part("rule"),
      errorAlert: part("errorAlert"),
      prompt: part("prompt"),
      ignoreBlanks: part("ignoreBlanks"),
    },
    members: { clear: () => queue.push(() => place.sheet().validations.clear()) },
  });
}
