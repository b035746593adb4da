import { withBreaks, withFolds, type Fold } from "./outline-xml.ts";
import { ZipReader } from "./unzip.ts";
import { zip } from "./zip.ts";

/** A format that Excel applies while a formula holds. */
export interface ConditionalFormat {
  /** 1-based position of the sheet. */
  readonly sheet: number;
  readonly range: string;
  readonly formula: string;
  /** Colours such as #A8071A. */
  readonly tone: { readonly text: string; readonly fill: string };
}

/** Cells that take numbers of at least 0 only. */
export interface NumberInput {
  readonly sheet: number;
  readonly range: string;
  readonly message: string;
}

/** What the writer library cannot write of a sheet. */
export interface SheetExtras {
  readonly formats: readonly ConditionalFormat[];
  readonly inputs: readonly NumberInput[];
  readonly folds: readonly (Fold & { readonly sheet: number })[];
  /** 0-based rows that begin a page. */
  readonly breaks: readonly { readonly sheet: number; readonly row: number }[];
}

const escape = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

function formatXml({ range, formula }: ConditionalFormat, index: number): string {
  return `<conditionalFormatting sqref="${range}"><cfRule type="expression" dxfId="${index}" priority="${index + 1}"><formula>${escape(formula)}</formula></cfRule></conditionalFormatting>`;
}

/** A colour as a workbook file has it. */
const argb = (colour: string): string => `FF${colour.slice(1)}`;

function inputXml(inputs: readonly NumberInput[]): string {
  if (inputs.length === 0) return "";
  const rules = inputs.map(
    ({ range, message }) =>
      `<dataValidation type="decimal" operator="greaterThanOrEqual" allowBlank="1" showErrorMessage="1" error="${escape(message)}" sqref="${range}"><formula1>0</formula1></dataValidation>`,
  );
  return `<dataValidations count="${inputs.length}">${rules.join("")}</dataValidations>`;
}

/**
 * Adds conditional formats and input rules to a finished workbook, which the writer library cannot write. Order of
 * elements and the table of formats (dxfs) as in ECMA-376 part 1, 18.3.1.99 and 18.8.14.
 */
export function addSheetExtras(book: Uint8Array, extras: readonly SheetExtras[]): Buffer {
  const formats = extras.flatMap((one) => one.formats);
  const inputs = extras.flatMap((one) => one.inputs);
  const reader = new ZipReader(Buffer.from(book), Infinity);
  const parts = new Map<string, Buffer>();
  for (const name of reader.names) parts.set(name, reader.read(name) ?? Buffer.alloc(0));
  const edit = (name: string, change: (xml: string) => string): void => {
    const part = parts.get(name);
    if (part === undefined) throw new Error(`The written workbook has no part ${name}.`);
    parts.set(name, Buffer.from(change(part.toString("utf8"))));
  };
  const dxfs = formats.map(
    ({ tone: { text, fill } }) =>
      `<dxf><font><b/><color rgb="${argb(text)}"/></font><fill><patternFill patternType="solid"><bgColor rgb="${argb(fill)}"/></patternFill></fill></dxf>`,
  );
  edit("xl/styles.xml", (xml) => {
    const changed = xml.replace(/<dxfs count="0"\s*\/>/, `<dxfs count="${dxfs.length}">${dxfs.join("")}</dxfs>`);
    if (changed === xml && dxfs.length > 0)
      throw new Error("The written workbook has formats of its own where the conditional ones belong.");
    return changed;
  });
  const folds = extras.flatMap((one) => one.folds);
  const breaks = extras.flatMap((one) => one.breaks);
  for (const sheet of new Set([...formats, ...inputs, ...folds, ...breaks].map((one) => one.sheet))) {
    const xml = formats.map((format, i) => (format.sheet === sheet ? formatXml(format, i) : "")).join("");
    const rules = inputXml(inputs.filter((input) => input.sheet === sheet));
    const own = breaks.flatMap((one) => (one.sheet === sheet ? [one.row] : []));
    edit(`xl/worksheets/sheet${sheet}.xml`, (part) =>
      withBreaks(
        withFolds(
          part.replace(/<(hyperlinks|printOptions|pageMargins)[ >/]/, (found) => xml + rules + found),
          folds.filter((fold) => fold.sheet === sheet),
        ),
        own,
      ),
    );
  }
  return zip(parts);
}
