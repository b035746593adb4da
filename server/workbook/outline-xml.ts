/** Rows or columns, counted from 0, that can be folded away. */
export interface Fold {
  readonly by: "rows" | "columns";
  readonly from: number;
  readonly to: number;
  /** Whether they are at first. */
  readonly folded: boolean;
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

const withAttributes = (tag: string, attributes: string): string => tag.replace(/\s*(\/?)>$/, `${attributes}$1>`);

/** Attributes of the row or column at `index`: of those folded, and of the one after them, where the sign [+] stands. */
function marks(folds: readonly Fold[], index: number): string {
  const within = folds.find(({ from, to }) => index >= from && index <= to);
  const after = folds.some(({ to, folded }) => folded && index === to + 1);
  const hidden = within?.folded === true ? ' hidden="1"' : "";
  return `${within ? `${hidden} outlineLevel="1"` : ""}${after ? ' collapsed="1"' : ""}`;
}

/** One column an element, so that those that differ can be marked. */
function columnsXml(xml: string, folds: readonly Fold[]): string {
  const single = [...xml.matchAll(/<col [^>]*\/>/g)].flatMap(([tag]) => {
    const [first, last] = [Number(attribute(tag, "min")), Number(attribute(tag, "max"))];
    return Array.from({ length: last - first + 1 }, (_, i) => ({ at: first + i, tag }));
  });
  const end = Math.max(...folds.map(({ to }) => to)) + 2;
  const known = new Set(single.map(({ at }) => at));
  const beside = known.has(end) ? [] : [{ at: end, tag: '<col min="0" max="0" width="9.140625"/>' }];
  return [...single, ...beside]
    .map(({ at, tag }) => {
      const placed = tag.replace(/min="\d+"/, `min="${at}"`).replace(/max="\d+"/, `max="${at}"`);
      return withAttributes(placed, marks(folds, at - 1));
    })
    .join("");
}

/** A finished sheet's XML with rows and columns that can be folded away (ECMA-376 part 1, 18.3.1.13, .73 and .81). */
export function withFolds(xml: string, folds: readonly Fold[]): string {
  const rows = folds.filter(({ by }) => by === "rows");
  const columns = folds.filter(({ by }) => by === "columns");
  const levels = `${rows.length > 0 ? ' outlineLevelRow="1"' : ""}${columns.length > 0 ? ' outlineLevelCol="1"' : ""}`;
  const sized = levels === "" ? xml : xml.replace(/<sheetFormatPr[^>]*>/, (tag) => withAttributes(tag, levels));
  const wide =
    columns.length === 0
      ? sized
      : sized.replace(/<cols>(.*?)<\/cols>/s, (_, own: string) => `<cols>${columnsXml(own, columns)}</cols>`);
  if (rows.length === 0) return wide;
  return wide.replace(/<row [^>]*>/g, (tag) => withAttributes(tag, marks(rows, Number(attribute(tag, "r")) - 1)));
}

/** A finished sheet's XML with page breaks before some rows; its place among the elements as in 18.3.1.99. */
export function withBreaks(xml: string, rows: readonly number[]): string {
  if (rows.length === 0) return xml;
  // A break stands after the row of its number, which is counted from 1.
  const each = rows.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join("");
  const breaks = `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${each}</rowBreaks>`;
  return xml.replace(/<\/headerFooter>/, (found) => found + breaks);
}
