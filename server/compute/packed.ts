import { deserialize, serialize } from "node:v8";
import { UserError } from "../../shared/define/errors.ts";

/** Values as bytes, which pass from thread to thread without being read on the way. */
export function pack(value: unknown): Uint8Array<ArrayBuffer> {
  return handedOver(serialize(value));
}

export const unpack = (bytes: Uint8Array): unknown => deserialize(bytes);

/** The bytes in a buffer of their own, so that it can be given away whole. */
export function handedOver(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
    ? new Uint8Array(buffer)
    : Uint8Array.from(bytes);
}

/** The value of a JSON text in UTF-8, with or without a byte order mark. */
export function jsonOf(bytes: Uint8Array): unknown {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8", marked ? 3 : 0));
}

/** What a body says; throws a `UserError` where it is no JSON. */
export function parsed(body: Uint8Array): unknown {
  try {
    return jsonOf(body);
  } catch {
    throw new UserError("the body must be valid JSON");
  }
}
