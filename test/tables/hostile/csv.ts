const MB = 1_000_000;

/** Sales of KX-1 with a column of remarks; any separator. */
function sales(separator: string, remark = ""): string {
  const rows = Array.from({ length: 26 }, (_, i) => {
    const date = new Date(Date.UTC(2025, 8, 1 + 7 * i)).toISOString().slice(0, 10);
    return [date, "KX-1", String(8 + (i % 4)), i === 3 ? remark : ""].join(separator);
  });
  return [["Date", "SKU", "Quantity", "Remark"].join(separator), ...rows, ""].join("\r\n");
}

/** Text with many bytes in the place of its "|". */
function filled(text: string, many: Buffer, encoding: "utf8" | "utf16le" = "utf8"): Buffer {
  const [before = "", after = ""] = text.split("|");
  return Buffer.concat([Buffer.from(before, encoding), many, Buffer.from(after, encoding)]);
}

/** Lines of a number of eight digits each. */
function different(count: number): Buffer {
  const bytes = Buffer.alloc(9 * count, "\n");
  for (let i = 0; i < count; i++) bytes.write(String(10_000_000 + i), 9 * i, "latin1");
  return bytes;
}

/** Text files made to hurt who reads them, by what they do. */
export const CSVS: Readonly<Record<string, () => Buffer>> = {
  "is good text": () => Buffer.from(sales(",")),
  ...Object.fromEntries(
    ["(", "*", ".", "]", "^", "\\", "$", "€"].map((separator) => [
      `names ${separator} as its separator`,
      () => Buffer.from(`sep=${separator}\r\n${sales(separator)}`),
    ]),
  ),
  "has a quoted text of 12 MB": () => filled(sales(";", '"|"'), Buffer.alloc(12 * MB, 'w"";\n')),
  "has two million quoted quotation marks": () => filled(sales(",", '"|"'), Buffer.alloc(4 * MB, '"')),
  "never closes a quotation mark": () => filled(sales(",", '"|'), Buffer.alloc(20 * MB, "w")),
  "has a row of 30 million cells": () => filled(`${sales(",")}|`, Buffer.alloc(30 * MB, ",")),
  "has 30 million empty rows": () => filled(`${sales(",")}|`, Buffer.alloc(30 * MB, "\n")),
  "has four million texts that are all different": () => filled(`${sales(",")}|`, different(4 * MB)),
  "is 60 MB of UTF-16": () =>
    filled(`\uFEFF${sales("\t", "|")}`, Buffer.alloc(60 * MB, Buffer.from("中", "utf16le")), "utf16le"),
  "is no text": () => Buffer.concat([Buffer.from(sales(",")), Buffer.alloc(MB)]),
};
