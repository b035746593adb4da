/** JSON that is long and comes in pieces, such as a job's result out of the database: it is sent on as it comes. */
export class JsonText {
  constructor(
    readonly pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
    /** Bytes in all, where that is known. */
    readonly length?: number,
  ) {}

  /** JSON that is there already. */
  static of(bytes: Uint8Array): JsonText {
    return new JsonText(cut(bytes), bytes.length);
  }
}

/** Bytes written at a time. */
const PIECE = 256 * 1024;

function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
