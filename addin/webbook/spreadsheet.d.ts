/** The library's own file, named so that Node and the browser load the very same one; its types are the package's. */
declare module "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js" {
  export * from "@odoo/o-spreadsheet";
}
