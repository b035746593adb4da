import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { toyShopSheets } from "../../shared/demo/sheets.ts";
import { toyShop } from "../../shared/demo/toy-shop.ts";
import { workbookOf } from "./demo/workbook.ts";

const HELP = `Writes a synthetic toy shop as a workbook to try Lotwise on.

  npm run demo -- [--out toy-shop.xlsx] [--seed 1]

The same seed writes the same file.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: "string", default: "toy-shop.xlsx" },
      seed: { type: "string", default: "1" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return console.log(HELP);
  const seed = Number(values.seed);
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32)
    throw new Error(`--seed must be a whole number from 0 to ${2 ** 32 - 1}; got ${values.seed}`);
  const shop = toyShop(seed);
  const out = path.resolve(values.out);
  await writeFile(out, await workbookOf(toyShopSheets(shop), "Synthetic toy shop", new Date(shop.today)));
  console.log(
    `${out}: ${shop.items.length} items, ${shop.sales.length} rows of sales, ${shop.orders.length} open orders`,
  );
}

main().catch((error: unknown) => {
  console.error(`demo: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
