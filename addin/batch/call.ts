/** One call as it travels. Two calls with the same text are the same call. */
export interface EncodedCall {
  readonly name: string;
  readonly text: string;
  /** UTF-8 bytes of the text. */
  readonly bytes: number;
}

export function encodeCall(name: string, args: readonly unknown[]): EncodedCall {
  const text = JSON.stringify({ function: name, args });
  return { name, text, bytes: new TextEncoder().encode(text).length };
}

/** The body of `POST /v1/compute`. */
export function requestBody(calls: readonly EncodedCall[]): string {
  return `{"calls":[${calls.map((call) => call.text).join(",")}]}`;
}

/** Bytes that the envelope and one comma add around calls. */
export const ENVELOPE_BYTES = '{"calls":[]}'.length;
