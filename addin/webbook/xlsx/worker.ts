import ExcelJS from "exceljs";
import { UserError } from "../../../shared/define/errors.ts";
import { addCharts } from "./add-charts.ts";
import type { XlsxReply, XlsxRequest } from "./messages.ts";
import { readBook } from "./read.ts";
import { writeWorkbook } from "./write.ts";

async function reply(request: XlsxRequest): Promise<XlsxReply> {
  if ("read" in request) {
    const book = await readBook(request.read);
    return book ? { book } : { unreadable: true };
  }
  const workbook = new ExcelJS.Workbook();
  writeWorkbook(workbook, request.write);
  return { file: await addCharts((await workbook.xlsx.writeBuffer()) as ArrayBuffer, request.write) };
}

// Reading and writing a large workbook takes seconds: in a thread of its own the page stays alive.
self.onmessage = ({ data }: MessageEvent<XlsxRequest>) => {
  reply(data).then(
    (answer) => self.postMessage(answer),
    (error: unknown) =>
      self.postMessage(
        (error instanceof UserError ? { refused: error.message } : { failed: String(error) }) satisfies XlsxReply,
      ),
  );
};
