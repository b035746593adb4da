import type { SheetRequest } from "../../../shared/tables/request-from-sheets.ts";
import type { Reading } from "./reading.ts";
import type { Progress } from "../server/server.ts";
import { Cancelled } from "../work/trouble.ts";

/** Reading the workbook's part of the whole way to an answer of the server. */
const READING = 0.2;

export interface FreshOptions {
  readonly signal: AbortSignal;
  /** Of the whole way; no more is told once the signal stops it. */
  onProgress(progress: Progress): void;
}

/** The server's share of the way, told as that of the whole one. */
export const afterReading =
  ({ onProgress }: FreshOptions) =>
  ({ share, says }: Progress): void =>
    onProgress({ share: READING + (1 - READING) * share, says });

/**
 * The request of the workbook as it stands now, since the buyer may have typed since it was read. Undefined where it
 * could not be read, which the reading's own state explains. Throws `Cancelled`, or a `UserError` of what was read.
 */
export async function freshRequest(
  reading: Reading,
  { signal, onProgress }: FreshOptions,
): Promise<SheetRequest | undefined> {
  const onShare = (): void => onProgress({ share: READING * reading.store.get().share, says: "Reading the workbook…" });
  const ignore = reading.store.subscribe(onShare);
  try {
    await reading.read();
  } finally {
    ignore();
  }
  if (signal.aborted) throw new Cancelled();
  if (reading.store.get().trouble) return undefined;
  onProgress({ share: READING, says: "Putting items and sales together…" });
  await reading.settled();
  if (signal.aborted) throw new Cancelled();
  return reading.request();
}
