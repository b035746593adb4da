import { writeFileSync } from "node:fs";
import { startServer } from "../harness/server.ts";
import { agree, file, readSnapshot, takeSnapshot } from "./snapshot.ts";

// npm run snapshot: compares every answer with the one kept, bit for bit, and lists those that moved.
// npm run snapshot -- --write: keeps today's. Moving code must move none; a change of what is answered is reviewed here.

/** Names listed of answers that moved. */
const LISTED = 40;

const server = await startServer({ CALL_TIMEOUT: "300" });
try {
  const answers = await takeSnapshot(server);
  if (process.argv.includes("--write")) {
    writeFileSync(file, [...answers].map((entry) => `${JSON.stringify(entry)}\n`).join(""));
    console.log(`${answers.size} answers kept`);
  } else {
    const kept = readSnapshot();
    const moved = [...answers].filter(([key, answer]) => !agree(answer, kept.get(key), 0)).map(([key]) => key);
    const gone = [...kept.keys()].filter((key) => !answers.has(key));
    for (const key of moved.slice(0, LISTED)) console.log(`moved: ${key}`);
    for (const key of gone.slice(0, LISTED)) console.log(`gone: ${key}`);
    console.log(`${answers.size} answers, ${moved.length} moved, ${gone.length} gone`);
    if (moved.length + gone.length > 0) process.exitCode = 1;
  }
} finally {
  await server.close();
}
