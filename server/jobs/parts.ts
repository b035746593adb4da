import { promisify } from "node:util";
import { createGunzip, gzip } from "node:zlib";
import { Readable } from "node:stream";
import type { Queries } from "../storage/database.ts";

/** What jobs are given and what they made: compressed JSON in rows of at most this many bytes, so that none is moved in one piece. */
const PART_BYTES = 256 * 1024;

const compress = promisify(gzip);

/** A value as JSON; bytes are JSON already. */
export const jsonBytes = (value: unknown): Uint8Array =>
  value instanceof Uint8Array ? value : Buffer.from(JSON.stringify(value ?? null));

/** Where the parts lie. */
export type PartsTable = "job_inputs" | "job_results";

/** Compresses JSON, off this thread, into the parts its rows hold. */
export async function partsOf(json: Uint8Array): Promise<readonly Uint8Array[]> {
  const bytes = await compress(json, { level: 1 });
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += PART_BYTES) parts.push(bytes.subarray(at, at + PART_BYTES));
  return parts;
}

export async function writeParts(
  tx: Queries,
  table: PartsTable,
  id: string,
  parts: readonly Uint8Array[],
): Promise<void> {
  await tx.query(`DELETE FROM lotwise.${table} WHERE job = $1::uuid`, [id]);
  for (const [part, bytes] of parts.entries())
    await tx.query(`INSERT INTO lotwise.${table} (job, part, bytes) VALUES ($1::uuid, $2::int, $3::bytea)`, [
      id,
      part,
      bytes,
    ]);
}

async function* rowsOf(db: Queries, table: PartsTable, id: string): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part++) {
    const { rows } = await db.query<{ bytes: Uint8Array }>(
      `SELECT bytes FROM lotwise.${table} WHERE job = $1::uuid AND part = $2::int`,
      [id, part],
    );
    if (rows[0] === undefined) return;
    yield rows[0].bytes;
  }
}

/** The JSON as it comes, a row at a time; nothing is read, and nothing can fail, before it is asked for. */
export async function* readParts(db: Queries, table: PartsTable, id: string): AsyncGenerator<Buffer, void, undefined> {
  const unpacked = createGunzip();
  const packed = Readable.from(rowsOf(db, table, id));
  packed.on("error", (error) => unpacked.destroy(error));
  unpacked.on("close", () => packed.destroy());
  yield* packed.pipe(unpacked) as AsyncIterable<Buffer>;
}

/** The whole of it. */
export async function wholeOf(db: Queries, table: PartsTable, id: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of readParts(db, table, id)) pieces.push(piece);
  return Buffer.concat(pieces);
}
