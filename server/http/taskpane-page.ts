/** Microsoft's copy, which the Marketplace demands, or the npm package served by ourselves, for closed networks. */
export type OfficeJs = "cdn" | "self";

const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
/** Where the server serves the folder `dist` of the npm package `@microsoft/office-js`. */
export const OFFICE_JS_FOLDER = "/office-js/";

/**
 * The shared-runtime page (dist/addin/taskpane.html) with office.js from where it is wanted. The built page is the CDN
 * one, so it also works when served as it is.
 */
export function renderTaskpane(html: string, { officeJs }: { readonly officeJs: OfficeJs }): string {
  if (!html.includes(CDN)) throw new Error(`taskpane.html doesn't load ${CDN}`);
  return officeJs === "cdn" ? html : html.replace(CDN, `${OFFICE_JS_FOLDER}office.js`);
}
