import type { Sheet } from "./sheet.ts";

/** The sheets that Lotwise writes into a workbook: the name it asks for, and how the title in A1 begins. */
export const OWN_SHEETS = {
  reorder: { name: "Reorder", title: "Lotwise reorder sheet" },
  exceptions: { name: "Exceptions", title: "Lotwise exceptions" },
} as const;

export type OwnSheet = keyof typeof OWN_SHEETS;

function isOwn(sheet: Sheet, which: OwnSheet): boolean {
  const title = sheet.rows[0]?.[0];
  return typeof title === "string" && title.startsWith(OWN_SHEETS[which].title);
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The sheet as it stands in the workbook, known by its title, so that a copy or a namesake is not taken for it. */
export function findOwnSheet(sheets: readonly Sheet[], which: OwnSheet): Sheet | undefined {
  const found = sheets.filter((sheet) => isOwn(sheet, which));
  return found.find(({ name }) => sameName(name, OWN_SHEETS[which].name)) ?? found[0];
}

/** The name to write under: that of the present one, else one that no other sheet has. */
export function ownSheetName(sheets: readonly Sheet[], which: OwnSheet): string {
  const present = findOwnSheet(sheets, which);
  if (present !== undefined) return present.name;
  const taken = (name: string): boolean => sheets.some((sheet) => sameName(sheet.name, name));
  const plain = OWN_SHEETS[which].name;
  for (let number = 1; ; number++) {
    const name = number === 1 ? plain : `${plain} (Lotwise${number === 2 ? "" : ` ${number - 1}`})`;
    if (!taken(name)) return name;
  }
}

/** What a plan may be read from: what Lotwise wrote itself is no item table and no history. */
export function withoutOwnSheets(sheets: readonly Sheet[]): Sheet[] {
  return sheets.filter((sheet) => !(Object.keys(OWN_SHEETS) as OwnSheet[]).some((which) => isOwn(sheet, which)));
}
