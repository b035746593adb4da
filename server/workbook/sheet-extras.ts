import { zip, ZipReader } from "./zip.ts";

/** A format that Excel applies while a formula holds, or a bar as long as the value. */
export interface ConditionalFormat {
  /** 1-based position of the sheet. */
  readonly sheet: number;
  readonly range: string;
  readonly rule: { readonly formula: string; readonly font: string; readonly fill: string } | { readonly bar: string };
}

/** Cells that take numbers of at least 0 only. */
export interface NumberInput {
  readonly sheet: number;
  readonly range: string;
  readonly message: string;
}

const escape = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

function formatXml({ range, rule }: ConditionalFormat, priority: number, dxf: number): string {
  const body =
    "bar" in rule
      ? `<cfRule type="dataBar" priority="${priority}"><dataBar><cfvo type="num" val="0"/><cfvo type="max"/><color rgb="FF${rule.bar}"/></dataBar></cfRule>`
      : `<cfRule type="expression" dxfId="${dxf}" priority="${priority}"><formula>${escape(rule.formula)}</formula></cfRule>`;
  return `<conditionalFormatting sqref="${range}">${body}</conditionalFormatting>`;
}

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
export function addSheetExtras(
  book: Uint8Array,
  formats: readonly ConditionalFormat[],
  inputs: readonly NumberInput[],
): Buffer {
  const reader = new ZipReader(Buffer.from(book), Infinity);
  const parts = new Map<string, Buffer>();
  for (const name of reader.names) parts.set(name, reader.read(name) ?? Buffer.alloc(0));
  const edit = (name: string, change: (xml: string) => string): void => {
    const part = parts.get(name);
    if (part === undefined) throw new Error(`The written workbook has no part ${name}.`);
    parts.set(name, Buffer.from(change(part.toString("utf8"))));
  };
  const coloured = formats.flatMap((format) => ("formula" in format.rule ? [format.rule] : []));
  const dxfs = coloured.map(
    ({ font, fill }) =>
      `<dxf><font><b/><color rgb="FF${font}"/></font><fill><patternFill patternType="solid"><bgColor rgb="FF${fill}"/></patternFill></fill></dxf>`,
  );
  edit("xl/styles.xml", (xml) => {
    const changed = xml.replace(/<dxfs count="0"\s*\/>/, `<dxfs count="${dxfs.length}">${dxfs.join("")}</dxfs>`);
    if (changed === xml && dxfs.length > 0)
      throw new Error("The written workbook has formats of its own where the conditional ones belong.");
    return changed;
  });
  for (const sheet of new Set([...formats, ...inputs].map((one) => one.sheet))) {
    const own = formats.filter((format) => format.sheet === sheet);
    const xml = own
      .map((format) =>
        formatXml(format, formats.indexOf(format) + 1, "formula" in format.rule ? coloured.indexOf(format.rule) : 0),
      )
      .join("");
    const rules = inputXml(inputs.filter((input) => input.sheet === sheet));
    edit(`xl/worksheets/sheet${sheet}.xml`, (part) =>
      part.replace(/<(hyperlinks|printOptions|pageMargins)[ >/]/, (found) => xml + rules + found),
    );
  }
  return zip(parts);
}
