import type { Book } from "../book/book.ts";

export type XlsxRequest = { readonly read: ArrayBuffer } | { readonly write: Book };

export type XlsxReply = { readonly book: Book } | { readonly file: ArrayBuffer } | { readonly failed: string };
