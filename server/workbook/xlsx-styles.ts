import { parseXml } from "./xml.ts";

/** What a cell's number format makes of its number: a date, a code padded with zeros ("00000"), or neither. */
export type NumberStyle = { readonly date: boolean; readonly digits: number };

const PLAIN: NumberStyle = { date: false, digits: 0 };
/** Built-in formats that show dates (ECMA-376 part 1, 18.8.30, with those of East Asian locales). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

function isDateCode(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").split(";")[0] ?? "";
  return /[ymdhs年月日]/i.test(bare) && !/general/i.test(bare);
}

/** The number style of each cell style, by index. */
export function readStyles(part: Buffer | undefined): NumberStyle[] {
  if (part === undefined) return [];
  const codes = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCellStyles = false;
  parseXml(part, {
    open(name, attributes) {
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (name === "cellXfs") inCellStyles = true;
      if (name !== "xf" || !inCellStyles) return;
      const id = Number(attributes.numFmtId ?? 0);
      const code = codes.get(id);
      const digits = code !== undefined && /^0{2,}$/.test(code) ? code.length : 0;
      styles.push(
        digits > 0
          ? { date: false, digits }
          : { ...PLAIN, date: code === undefined ? isBuiltInDate(id) : isDateCode(code) },
      );
    },
    close(name) {
      if (name === "cellXfs") inCellStyles = false;
    },
  });
  return styles;
}
