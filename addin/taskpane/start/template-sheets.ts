import type { ColumnKind, SheetSpec } from "../../../shared/sheets/spec.ts";
import type { TemplateKind } from "../../../shared/template/columns.ts";
import type { GuideSheet, Template, TemplateSheet } from "../../../shared/template/template.ts";

const KINDS: Readonly<Record<TemplateKind, ColumnKind>> = {
  text: "text",
  quantity: "quantity",
  money: "money",
  rate: "rate",
  days: "quantity",
  date: "date",
  share: "rate",
  "yes-no": "text",
};

/** Rows that stand formatted, so that codes keep their leading zeros as they are typed. */
const ROWS = 300;
const PLAIN = { frozenColumns: 0, filter: false, highlights: [], charts: [] } as const;

function toFillIn({ name, columns }: TemplateSheet): SheetSpec {
  const blank = { kind: "line", cells: columns.map(() => null) } as const;
  return {
    ...PLAIN,
    name,
    title: [],
    columns: columns.map(({ header, kind }) => ({ header, width: Math.max(12, header.length + 3), kind: KINDS[kind] })),
    rows: Array.from({ length: ROWS }, () => blank),
  };
}

const WIDTHS = [22, 30, 14, 70, 18];

function guideSheet({ name, title, lines, headers, rows }: GuideSheet): SheetSpec {
  return {
    ...PLAIN,
    name,
    title: [title, ...lines],
    columns: headers.map((header, i) => ({ header, width: WIDTHS[i] ?? 14, kind: i === 3 ? "wrapped" : "text" })),
    rows: rows.map((cells) => ({ kind: "line", cells })),
  };
}

/** The workbook to fill in as any workbook writes it: a sheet that explains, then one a table. */
export function templateSpecs({ guide, sheets }: Template): SheetSpec[] {
  return [guideSheet(guide), ...sheets.map(toFillIn)];
}
