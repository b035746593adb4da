import { browserHost } from "./browser-host.ts";
import { workbookSuite } from "./suite.ts";

workbookSuite("The browser workbook", browserHost);
