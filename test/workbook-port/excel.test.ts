import { excelHost } from "./excel-host.ts";
import { workbookSuite } from "./suite.ts";

workbookSuite("Excel", () => excelHost());
