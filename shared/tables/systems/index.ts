import { amazon } from "./amazon.ts";
import { businessCentral } from "./business-central.ts";
import { cin7 } from "./cin7.ts";
import { erpnext } from "./erpnext.ts";
import { fishbowl } from "./fishbowl.ts";
import { frepple } from "./frepple.ts";
import { katana } from "./katana.ts";
import { lightspeed } from "./lightspeed.ts";
import { netsuite } from "./netsuite.ts";
import { odoo } from "./odoo.ts";
import { quickbooks } from "./quickbooks.ts";
import { sage } from "./sage.ts";
import { sap } from "./sap.ts";
import { shopify } from "./shopify.ts";
import { square } from "./square.ts";
import { stocky } from "./stocky.ts";
import type { System } from "./system.ts";
import { unleashed } from "./unleashed.ts";
import { woocommerce } from "./woocommerce.ts";
import { xero } from "./xero.ts";
import { zohoInventory } from "./zoho-inventory.ts";

/** Every system whose exports are known. */
export const SYSTEMS: readonly System[] = [
  amazon,
  businessCentral,
  cin7,
  erpnext,
  fishbowl,
  frepple,
  katana,
  lightspeed,
  netsuite,
  odoo,
  quickbooks,
  sage,
  sap,
  shopify,
  square,
  stocky,
  unleashed,
  woocommerce,
  xero,
  zohoInventory,
];
