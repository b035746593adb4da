/** The 0-based row of an address as a host gives it: "B7", "$B$7", "Items!B7:C9". */
export function rowOf(address: string): number | undefined {
  const [, row] = /(?:^|!)\$?[A-Z]{1,3}\$?(\d+)(?::|$)/i.exec(address) ?? [];
  return row === undefined ? undefined : Number(row) - 1;
}
