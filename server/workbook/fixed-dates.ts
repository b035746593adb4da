const CENTRAL_ENTRY = 0x02014b50;
const END_OF_CENTRAL_DIRECTORY = 0x06054b50;

/** MS-DOS date and time as ZIP stores them: time in the low 16 bits, in steps of two seconds. */
function dosDateTime(date: Date): number {
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  return ((day << 16) | time) >>> 0;
}

/**
 * Gives every entry of a ZIP archive one date, in its local header and in the central directory, so that archives of the
 * same content are the same bytes (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16). Changes `zip` in place.
 */
export function withFixedDates(zip: Buffer, date: Date): Buffer {
  const stamp = dosDateTime(date);
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END_OF_CENTRAL_DIRECTORY) end -= 1;
  if (end < 0) throw new Error("not a ZIP archive");
  for (let at = zip.readUInt32LE(end + 16); zip.readUInt32LE(at) === CENTRAL_ENTRY;) {
    zip.writeUInt32LE(stamp, at + 12);
    zip.writeUInt32LE(stamp, zip.readUInt32LE(at + 42) + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}
