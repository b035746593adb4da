import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/**
 * Where office.js comes from: "cdn" is Microsoft's copy, which the Marketplace demands; "self" the npm package, which has
 * stopped at an older one; else a folder that holds a copy of the CDN's, for closed networks.
 */
export type OfficeJs = string;

const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
/** Where the server serves office.js itself. */
export const OFFICE_JS_FOLDER = "/office-js/";

/** The folder to serve office.js from; undefined where it is Microsoft's to. Throws where there is none in it. */
export function officeJsFolder(officeJs: OfficeJs): string | undefined {
  if (officeJs === "cdn") return undefined;
  if (officeJs === "self")
    return path.join(path.dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")), "dist");
  if (!existsSync(path.join(officeJs, "office.js")))
    throw new Error(`OFFICE_JS=${officeJs}: holds no office.js; it must be cdn, self, or a folder with a copy of it`);
  return officeJs;
}

/**
 * The shared-runtime page (dist/addin/taskpane.html) with office.js from where it is wanted. The built page is the CDN
 * one, so it also works when served as it is.
 */
export function renderTaskpane(html: string, { officeJs }: { readonly officeJs: OfficeJs }): string {
  if (!html.includes(CDN)) throw new Error(`taskpane.html doesn't load ${CDN}`);
  return officeJs === "cdn" ? html : html.replace(CDN, `${OFFICE_JS_FOLDER}office.js`);
}
