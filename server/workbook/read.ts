import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { UserError } from "../../shared/define/errors.ts";
import type { Sheet } from "../../shared/tables/sheet.ts";
import { readCsv } from "./read-csv.ts";
import { readXlsx, type ReadLimits } from "./read-xlsx.ts";

const MAX_BYTES = 200e6;
/** First bytes of an OLE file: an old .xls, or an .xlsx with a password. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** Reads the bytes of a workbook (.xlsx, .xlsm, .csv) to sheets of cells; `name` tells how it is called. */
export async function readWorkbook(data: Buffer, name: string, limits?: ReadLimits): Promise<Sheet[]> {
  if (data.length === 0) throw new UserError(`${name} is empty; it must be an Excel workbook (.xlsx) or a .csv file.`);
  if (data.subarray(0, 8).equals(OLE)) {
    const encrypted = data.includes(Buffer.from("EncryptedPackage", "utf16le"));
    throw new UserError(
      encrypted
        ? `${name} is protected by a password. Remove the password in Excel (File, Info, Protect Workbook) and retry.`
        : `${name} is an old Excel file (.xls), which cannot be read. Save it as .xlsx in Excel and retry.`,
    );
  }
  if (data.subarray(0, 2).toString("latin1") === "PK") return readXlsx(data, limits);
  if (/\.(csv|tsv|txt)$/i.test(name)) return [readCsv(data, path.parse(name).name)];
  throw new UserError(`${name} is not an Excel workbook; it must be .xlsx, .xlsm or .csv.`);
}

/** Reads a workbook file. The file is opened for reading only. */
export async function readWorkbookFile(file: string, limits?: ReadLimits): Promise<Sheet[]> {
  const name = path.basename(file);
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) throw new UserError(`${file} was not found.`);
  if (!found.isFile()) throw new UserError(`${file} is not a file.`);
  if (found.size > MAX_BYTES)
    throw new UserError(
      `${name} is larger than ${MAX_BYTES / 1e6} MB; it must be smaller. Delete sheets that the plan does not need and retry.`,
    );
  return readWorkbook(await readFile(file), name, limits);
}
