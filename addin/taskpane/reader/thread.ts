import { UserError } from "../../../shared/define/errors.ts";
import type { CellValue, Sheet } from "../../../shared/tables/sheet.ts";
import { localReader } from "./local-reader.ts";
import type { Ask, Reply } from "./protocol.ts";

// The reader's own thread: finding tables in a large workbook must not hold the pane up.

const reader = localReader();
let sheets: (Omit<Sheet, "rows"> & { rows: (readonly CellValue[])[] })[] = [];

function answer(ask: Ask): unknown {
  switch (ask.do) {
    case "sheet":
      return void sheets.push({ ...ask.sheet, rows: [] });
    case "rows":
      return void sheets.at(-1)!.rows.push(...ask.rows);
    case "find": {
      const taken = sheets;
      sheets = [];
      return reader.find(taken, ask.today);
    }
    case "look":
      return reader.look(ask.wishes);
    case "sku":
      return reader.skuInRow(ask.sheet, ask.row);
  }
}

addEventListener("message", ({ data }: MessageEvent<Ask & { readonly id: number }>) => {
  const refuse = (error: unknown): NonNullable<Reply["refused"]> =>
    error instanceof UserError ? { message: error.message, code: error.code } : { message: String(error) };
  Promise.resolve()
    .then(() => answer(data))
    .then(
      (answered) => postMessage({ id: data.id, answer: answered } satisfies Reply),
      (error: unknown) => postMessage({ id: data.id, refused: refuse(error) } satisfies Reply),
    );
});
