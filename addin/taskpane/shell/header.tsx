import { Button } from "@fluentui/react-button";
import { useEffect } from "react";
import type { Pane } from "./pane.ts";
import { TroubleBar } from "../work/trouble-bar.tsx";
import { useWork } from "../work/use-work.ts";
import { PageLink } from "../view/page-link.tsx";
import { useStore } from "../view/use-store.ts";

const EVERY_MS = 15_000;

/** No key of Excel on the web asks once more for cells that failed. */
function CalculateAgain({ pane }: { pane: Pane }) {
  const { busy, trouble, run } = useWork(pane.explain);
  return (
    <>
      <Button
        appearance="subtle"
        size="small"
        className="calculate"
        disabled={busy}
        onClick={() => run(pane.calculateAgain)}
      >
        Calculate again
      </Button>
      <TroubleBar trouble={trouble} />
    </>
  );
}

/** The name, the help, and whether the server answers, kept fresh while the pane can be seen. */
export function Header({ pane }: { pane: Pane }) {
  const { serverState } = pane;
  const { state, says } = useStore(serverState.store);
  useEffect(() => {
    const refresh = (): void => {
      if (!document.hidden) void serverState.ask();
    };
    refresh();
    const timer = setInterval(refresh, EVERY_MS);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [serverState]);
  return (
    <header className="header">
      <div className="brand">
        <img src="/assets/icon.svg" alt="" width="24" height="24" />
        <h1>Lotwise</h1>
        <PageLink href="/docs">Help</PageLink>
      </div>
      <div className="row">
        <p className="server" role="status" data-state={state}>
          {says}
        </p>
        {pane.workbook && <CalculateAgain pane={pane} />}
      </div>
    </header>
  );
}
