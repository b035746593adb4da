/** Edits that make one text of the other: letters put in, taken out, changed, or two neighbours swapped (Damerau 1964). */
function edits(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, rows[i - 1]![j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

/** Longer ones are no slip of the pen, and comparing them is work. */
const LONGEST = 40;

/** A start of a name that is long enough to tell it counts as one slip. */
const LEAST_START = 3;

function unlikeness(text: string, name: string): number {
  const start = text.length >= LEAST_START && name.startsWith(text);
  return start ? Math.min(1, name.length - text.length) : edits(text, name);
}

/** The name most like a misspelt one; undefined where none is like it. The first of those equally near. */
export function nearest(text: string, names: readonly string[]): string | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  let found: string | undefined;
  let least = Math.max(1, Math.floor(plain(text).length / 2)) + 1;
  for (const name of names) {
    const distance = unlikeness(plain(text), plain(name));
    if (distance < least) [found, least] = [name, distance];
  }
  return found;
}
