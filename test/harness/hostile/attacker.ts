import { ATTACKS } from "./requests.ts";

/** An attacker in a process of its own: `attacker.ts URL NAME`; goes on until it is told to stop, then says what it was answered. */
const [url = "", name = ""] = process.argv.slice(2);
const statuses: Record<number, number> = {};
let stopped = false;
process.on("message", () => {
  stopped = true;
  process.send?.(statuses, () => process.exit());
});
const round = ATTACKS[name]!(new URL(url));
process.send?.("ready");
while (!stopped) {
  const answers = await round().catch(() => [0]);
  for (const status of answers) statuses[status] = (statuses[status] ?? 0) + 1;
}
