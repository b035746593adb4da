import type { Book } from "../book/book.ts";

export type XlsxRequest = { readonly read: ArrayBuffer } | { readonly write: Book };

/** `unreadable`: the file is no workbook. `refused`: why it is not opened. `failed`: a fault of ours. */
export type XlsxReply =
  | { readonly book: Book }
  | { readonly file: ArrayBuffer }
  | { readonly unreadable: true }
  | { readonly refused: string }
  | { readonly failed: string };
