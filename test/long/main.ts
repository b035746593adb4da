import { run as disk } from "./disk.ts";
import { run as fuzz } from "./fuzz.ts";
import { run as kills } from "./kills.ts";
import { run as soak } from "./soak.ts";

// npm run test:long -- NAME [arguments]: tests that take longer than npm test may.
const TESTS: Readonly<Record<string, (args: readonly string[]) => Promise<boolean>>> = { disk, fuzz, kills, soak };

const [name = "", ...args] = process.argv.slice(2);
const test = Object.hasOwn(TESTS, name) ? TESTS[name] : undefined;
if (!test) {
  console.error(`choose one of: ${Object.keys(TESTS).join(", ")}`);
  process.exit(2);
}
process.exitCode = (await test(args)) ? 0 : 1;
