import { readConfig } from "../config.ts";
import { openLog } from "../log.ts";
import { checkFolder } from "../storage/check.ts";
import { makePrivateFromNowOn } from "../storage/private.ts";

/** npm run check: looks the data folder over, repairs what is safe to repair, and says what it found. */
makePrivateFromNowOn();
const config = readConfig(process.env);
const findings = await checkFolder(config.dataDir, config.DATABASE_URL, openLog("silent"));
for (const { what, state } of findings) console.log(`${state.padEnd(9)} ${what}`);
process.exitCode = findings.some(({ state }) => state === "wrong") ? 1 : 0;
