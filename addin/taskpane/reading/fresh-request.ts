import type { SheetRequest } from "../../../shared/tables/request-from-sheets.ts";
import type { Progress, WorkOptions } from "../work/progress.ts";
import { Cancelled, Explained } from "../work/trouble.ts";
import type { Reading } from "./reading.ts";

/** Reading the workbook's part of the whole way to an answer of the server. */
const READING = 0.2;

/** How work begins that is made of the workbook as it stands. */
export const READING_FIRST: Progress = { share: 0, says: "Reading the workbook…" };

/** The server's share of the way, told as that of the whole one. */
export const afterReading =
  ({ onProgress }: WorkOptions) =>
  ({ share, says }: Progress): void =>
    onProgress({ share: READING + (1 - READING) * share, says });

/**
 * The request of the workbook as it stands now, since the buyer may have typed since it was read. Throws `Cancelled`, the
 * reading's own trouble, or a `UserError` of what was read.
 */
export async function freshRequest(reading: Reading, { signal, onProgress }: WorkOptions): Promise<SheetRequest> {
  const onShare = (): void => onProgress({ ...READING_FIRST, share: READING * reading.store.get().share });
  const ignore = reading.store.subscribe(onShare);
  try {
    await reading.read();
  } finally {
    ignore();
  }
  if (signal.aborted) throw new Cancelled();
  const stopIfUnread = (): void => {
    const { trouble } = reading.store.get();
    if (trouble) throw new Explained(trouble);
  };
  stopIfUnread();
  onProgress({ share: READING, says: "Putting items and sales together…" });
  await reading.settled();
  if (signal.aborted) throw new Cancelled();
  // The buyer may have asked for another reading meanwhile.
  stopIfUnread();
  return reading.request();
}
