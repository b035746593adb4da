import { UserError } from "../../../shared/define/errors.ts";
import type { Book } from "../book/book.ts";
import type { XlsxReply, XlsxRequest } from "./messages.ts";

const UNREADABLE = "This file cannot be read: it must be an Excel workbook (.xlsx) without a password.";

/** A file within its bounds takes a part of it. */
const MOST_MS = 300_000;
const SLOW = "This file takes too long to be read or written. Try a smaller one.";

/** Hands one request to a thread of its own, which ends with its answer. */
function ask(request: XlsxRequest, transfer: Transferable[] = []): Promise<XlsxReply> {
  const worker = new Worker("/xlsx.js");
  const answer = new Promise<XlsxReply>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<XlsxReply>) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(request, transfer);
  });
  const late = setTimeout(
    () => worker.dispatchEvent(new MessageEvent("message", { data: { refused: SLOW } })),
    MOST_MS,
  );
  return answer.finally(() => {
    clearTimeout(late);
    worker.terminate();
  });
}

/** Reads an .xlsx file. Throws a `UserError` where it is none. */
export async function readFile(file: Blob): Promise<Book> {
  const data = await file.arrayBuffer();
  const reply = await ask({ read: data }, [data]);
  if ("failed" in reply) throw new Error(reply.failed);
  if ("refused" in reply) throw new UserError(reply.refused);
  if (!("book" in reply)) throw new UserError(UNREADABLE);
  return reply.book;
}

export async function writeFile(book: Book): Promise<Blob> {
  const reply = await ask({ write: book });
  if ("refused" in reply) throw new UserError(reply.refused);
  if (!("file" in reply)) throw new Error("failed" in reply ? reply.failed : "no file came");
  return new Blob([reply.file], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" });
}
