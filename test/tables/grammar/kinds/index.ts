import type { Kind } from "../case.ts";
import { itemDecoys, noStock } from "./item-decoys.ts";
import { orderDecoys, salesDecoys } from "./line-decoys.ts";
import { joined } from "./joined.ts";
import { moreSheets } from "./more-sheets.ts";
import { fiscal } from "./fiscal.ts";
import { lookalikes, named } from "./lookalikes.ts";
import { movements } from "./movements.ts";
import { open } from "./open.ts";
import { plain } from "./plain.ts";
import { sheets } from "./sheets.ts";
import { shapes } from "./shapes.ts";
import { states } from "./states.ts";
import { stock } from "./stock.ts";
import { tables } from "./tables.ts";
import { time } from "./time.ts";
import { units } from "./units.ts";
import { whose } from "./whose.ts";
import { written } from "./written.ts";

/** Every kind of trap; adding one is a file and a line. */
export const KINDS: readonly Kind[] = [
  plain,
  itemDecoys,
  noStock,
  salesDecoys,
  orderDecoys,
  states,
  movements,
  stock,
  units,
  time,
  open,
  sheets,
  tables,
  moreSheets,
  written,
  joined,
  shapes,
  lookalikes,
  named,
  fiscal,
  whose,
];
