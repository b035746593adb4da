import { FluentProvider } from "@fluentui/react-provider";
import { useSyncExternalStore } from "react";
import type { Pane } from "./pane.ts";
import { darkTheme, isDark, lightTheme, onTheme } from "./theme.ts";
import { FirstRun } from "../start/first-run.tsx";
import { Header } from "./header.tsx";
import { Tabs } from "./tabs.tsx";
import { TokenCard } from "./token-card.tsx";
import { useStore } from "../view/use-store.ts";

/** The whole pane, in Office's colours. */
export function App({ pane }: { pane: Pane }) {
  const dark = useSyncExternalStore(onTheme, isDark);
  const { firstRun } = useStore(pane.shown);
  return (
    <FluentProvider theme={dark ? darkTheme : lightTheme} className="app" data-dark={dark}>
      <Header pane={pane} />
      <TokenCard pane={pane} />
      {firstRun && pane.workbook ? <FirstRun {...pane} {...pane.workbook} /> : <Tabs pane={pane} />}
    </FluentProvider>
  );
}
