/** As much of the page and of Office as the start needs. */
export interface Surroundings {
  /** Office's own promise of the host. */
  onReady(): Promise<{ readonly host: unknown }>;
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>;
  /** Whether the page stands in a frame or in an application's web view: so in Excel, and not in a browser's tab. */
  readonly embedded: boolean;
  /** What outlives a reload and not the session. */
  readonly session: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  reload(): void;
}

const PATIENCE_MS = 5_000;
const RELOADED = "lotwise.reloaded";

/**
 * "excel" once Excel has answered, "outside" in a page of its own. After a restart on Windows Office may never answer, or
 * without a host; a reload cures it. So the page loads itself again, once, and then says "silent".
 */
export async function officeHost({ onReady, wait, embedded, session, reload }: Surroundings) {
  const ready = await Promise.race([onReady(), wait(PATIENCE_MS).then(() => undefined)]);
  if (ready?.host === "Excel") {
    session.removeItem(RELOADED);
    return "excel";
  }
  if (!embedded) return "outside";
  if (session.getItem(RELOADED) !== null) return "silent";
  session.setItem(RELOADED, "yes");
  reload();
  // The page goes: nothing of it is to show meanwhile.
  return new Promise<never>(() => undefined);
}

interface WebView {
  readonly chrome?: { readonly webview?: unknown };
  readonly webkit?: { readonly messageHandlers?: unknown };
}

/** The page that this script runs in. */
export function thisPage(): Surroundings {
  const { chrome, webkit } = window as unknown as WebView;
  return {
    onReady: () => Office.onReady(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    embedded: window.parent !== window || chrome?.webview !== undefined || webkit?.messageHandlers !== undefined,
    session: sessionStorage,
    reload: () => location.reload(),
  };
}
