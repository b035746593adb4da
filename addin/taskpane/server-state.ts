import { element } from "./element.ts";

const EVERY_MS = 15_000;
const PATIENCE_MS = 5_000;

type State = "ready" | "down" | "unknown";

async function ask(): Promise<{ state: State; says: string }> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  try {
    const response = await fetch("/health", { cache: "no-store", signal: stop.signal });
    const health = (await response.json()) as { status?: unknown; version?: unknown };
    if (health.status !== "ok") throw new Error(`status ${String(health.status)}`);
    return { state: "ready", says: `Server ready, version ${String(health.version)}` };
  } catch {
    return {
      state: "down",
      says: `The server does not answer at ${location.origin}. Start it with npm start; closed formulas such as EOQ work meanwhile.`,
    };
  } finally {
    clearTimeout(timer);
  }
}

/** A line that says whether the server answers, kept fresh while the pane can be seen. */
export function serverState(): HTMLElement {
  const says = element("span", {}, "Looking for the server…");
  const line = element("p", { class: "server", role: "status", "data-state": "unknown" }, says);
  const refresh = async (): Promise<void> => {
    if (document.hidden) return;
    const found = await ask();
    // Unchanged text is left alone, so that a screen reader isn't told the same again.
    if (says.textContent !== found.says) says.textContent = found.says;
    line.dataset.state = found.state;
  };
  void refresh();
  setInterval(() => void refresh(), EVERY_MS);
  document.addEventListener("visibilitychange", () => void refresh());
  return line;
}
