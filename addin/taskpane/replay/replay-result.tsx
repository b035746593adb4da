import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-message-bar";
import type { Replayed } from "./replay.ts";
import { ReplayCostsCard } from "./replay-costs.tsx";
import { ReplayItems } from "./replay-items.tsx";
import { ReplayNotes } from "./replay-notes.tsx";
import { ReplayUnknowns, type ReplayUnknownsProps } from "./replay-unknowns.tsx";
import { ReplayVerdict } from "./replay-verdict.tsx";
import { RunningCostChart } from "./running-cost-chart.tsx";

export interface ReplayResultProps extends Omit<ReplayUnknownsProps, "request"> {
  readonly replayed: Replayed;
  /** The settings have changed since. */
  readonly outdated: boolean;
  show(sku: string): void;
}

/** The answer, from the one figure down to the items. */
export function ReplayResult({ replayed, outdated, show, give, tables }: ReplayResultProps) {
  const { replay, request } = replayed;
  const unknowns = <ReplayUnknowns request={request} give={give} tables={tables} />;
  if (replay.items.length === 0)
    return (
      <>
        <MessageBar intent="warning" layout="multiline" className="bar">
          <MessageBarBody>
            <MessageBarTitle>No item could be replayed</MessageBarTitle>
            <br />
            An item needs a unit cost, sales, and a history longer than the time replayed. Go back less far, or complete
            the tables.
          </MessageBarBody>
        </MessageBar>
        {unknowns}
        <ReplayNotes replay={replay} />
      </>
    );
  return (
    <>
      {outdated && <p className="hint">You have changed the settings since. Replay again for an answer to them.</p>}
      <ReplayVerdict replayed={replayed} />
      {unknowns}
      <div className="replay">
        <ReplayCostsCard replay={replay} />
        <RunningCostChart replay={replay} period={request.period} />
        <ReplayItems replayed={replayed} show={show} />
      </div>
      <ReplayNotes replay={replay} />
    </>
  );
}
