import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { templateLanguage } from "../../shared/template/languages.ts";
import { templateWorkbook } from "../workbook/template.ts";

const HELP = `Writes an empty workbook to fill in: items, sales, open orders, suppliers and promotions.

  npm run template -- [--language en|de|fr|es|it|nl|pt|zh] [--out template.xlsx]`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      language: { type: "string", default: "en" },
      out: { type: "string", default: "template.xlsx" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return console.log(HELP);
  const language = templateLanguage(values.language);
  const out = path.resolve(values.out);
  await writeFile(out, await templateWorkbook(language));
  console.log(`${out}: written; the first sheet says how to fill it in`);
}

main().catch((error: unknown) => {
  console.error(`template: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
