/** A line of CSV (RFC 4180, no line breaks inside quotes) as fields. */
export function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    fields.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
  return fields;
}
