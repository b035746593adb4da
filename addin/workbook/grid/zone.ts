import type { Zone } from "@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js";

export const zone = (top: number, left: number, bottom: number, right: number): Zone => ({ top, left, bottom, right });
