import { browserHost } from "./grid-host.ts";
import { workbookSuite } from "./suite.ts";

workbookSuite("The browser workbook", browserHost);
