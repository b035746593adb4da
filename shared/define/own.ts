/**
 * What a record holds under a key that came from outside. Any text can be a SKU or a currency, "constructor" too, and what
 * every object inherits under such a name is no entry.
 */
export function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
