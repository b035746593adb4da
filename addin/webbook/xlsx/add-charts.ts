import JSZip from "jszip";
import type { Book, BookChart } from "../book/book.ts";
import { chartXml } from "./chart-xml.ts";
import { escapeXml } from "./escape-xml.ts";

const EMU_A_PIXEL = 9525;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = {
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
};

/** A part's relations, named rId1, rId2, … in their order. */
const relations = (kind: "chart" | "drawing", targets: readonly string[]): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map((target, i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;

function anchor({ at, offset, size, title }: BookChart, index: number): string {
  const emu = (pixels: number): number => Math.round(pixels * EMU_A_PIXEL);
  const [[col, row], [x, y], [width, height]] = [at, offset, size];
  const name = `<xdr:cNvPr id="${index + 2}" name="Chart ${index + 1}" descr="${escapeXml(title)}"/>`;
  return `<xdr:oneCellAnchor><xdr:from><xdr:col>${col}</xdr:col><xdr:colOff>${emu(x)}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${emu(y)}</xdr:rowOff></xdr:from><xdr:ext cx="${emu(width)}" cy="${emu(height)}"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>${name}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWINGML}/chart"><c:chart xmlns:c="${DRAWINGML}/chart" r:id="rId${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`;
}

const drawing = (charts: readonly BookChart[]): string =>
  `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWINGML}/spreadsheetDrawing" xmlns:a="${DRAWINGML}/main" xmlns:r="${RELATIONS}">${charts.map(anchor).join("")}</xdr:wsDr>`;

/** Changes the text of a part that a workbook file always has. */
async function change(zip: JSZip, name: string, edit: (text: string) => string): Promise<void> {
  const part = zip.file(name);
  if (!part) throw new Error(`the file has no part ${name}`);
  zip.file(name, edit(await part.async("string")));
}

/**
 * Adds the charts of a book to the file that exceljs made of it, which writes none itself: a drawing a sheet, a part a
 * chart (ECMA-376, part 1, sections 20.5 and 21.2). Sheets are in the file as they are in the book.
 */
export async function addCharts(file: ArrayBuffer, { sheets }: Book): Promise<ArrayBuffer> {
  if (sheets.every(({ charts = [] }) => charts.length === 0)) return file;
  const zip = await JSZip.loadAsync(file);
  const parts: { readonly name: string; readonly type: keyof typeof TYPES }[] = [];
  const add = (name: string, type: keyof typeof TYPES, xml: string): string => {
    zip.file(`xl/${name}`, xml);
    parts.push({ name, type });
    return `../${name}`;
  };
  let [drawings, made] = [0, 0];
  for (const [index, { charts = [] }] of sheets.entries()) {
    if (charts.length === 0) continue;
    const targets = charts.map((chart) => add(`charts/chart${++made}.xml`, "chart", chartXml(chart)));
    const target = add(`drawings/drawing${++drawings}.xml`, "drawing", drawing(charts));
    zip.file(`xl/drawings/_rels/drawing${drawings}.xml.rels`, relations("chart", targets));
    zip.file(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, relations("drawing", [target]));
    await change(zip, `xl/worksheets/sheet${index + 1}.xml`, (text) =>
      text.replace("</worksheet>", `<drawing xmlns:r="${RELATIONS}" r:id="rId1"/></worksheet>`),
    );
  }
  const overrides = parts.map(({ name, type }) => `<Override PartName="/xl/${name}" ContentType="${TYPES[type]}"/>`);
  await change(zip, "[Content_Types].xml", (text) => text.replace("</Types>", `${overrides.join("")}</Types>`));
  return zip.generateAsync({ type: "arraybuffer", compression: "DEFLATE" });
}
