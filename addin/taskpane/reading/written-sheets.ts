import { OWN_SHEETS, withoutOwnSheets } from "../../../shared/tables/own-sheets.ts";
import type { Sheet } from "../../../shared/tables/sheet.ts";
import type { WorkbookPort } from "../../workbook/port.ts";

/** Names of the sheets that Lotwise wrote, as far as these sheets tell, and those that it writes first. */
function namesOf(sheets: readonly Sheet[]): string[] {
  const others = new Set(withoutOwnSheets(sheets));
  const names = [
    ...sheets.filter((sheet) => !others.has(sheet)).map(({ name }) => name),
    ...Object.values(OWN_SHEETS).map(({ name }) => name),
  ];
  return names.filter((name, i) => names.findIndex((one) => one.toLowerCase() === name.toLowerCase()) === i);
}

/**
 * All sheets as they were read before, but those that Lotwise wrote as they are now: few and small, where the buyer's
 * own may be large.
 */
export async function withFreshSheets(port: WorkbookPort, before: readonly Sheet[]): Promise<Sheet[]> {
  const names = namesOf(before);
  const fresh = await Promise.all(names.map((name) => port.readSheet(name)));
  const read = new Set(names.map((name) => name.toLowerCase()));
  return [
    ...before.filter(({ name }) => !read.has(name.toLowerCase())),
    ...fresh.filter((sheet) => sheet !== undefined),
  ];
}
