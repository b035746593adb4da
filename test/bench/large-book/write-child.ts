import { writeFileSync } from "node:fs";
import { largeCsv, largeXlsx } from "./book.ts";

// node --import=tsx write-child.ts FILE ROWS SEED: writes a large workbook, by its ending. In a process of its own, so that
// the memory that this takes is not counted as that of reading.
const [file = "", rows = "", seed = ""] = process.argv.slice(2);
const make = file.endsWith(".csv") ? largeCsv : largeXlsx;
writeFileSync(file, make(Number(rows), Number(seed)));
process.send?.("written", () => process.disconnect());
