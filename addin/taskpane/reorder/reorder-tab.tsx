import { useEffect } from "react";
import { ReplayScreen } from "../replay/replay-screen.tsx";
import type { ReplayView } from "../replay/replay.ts";
import type { Start } from "../start/start.ts";
import { useStore } from "../view/use-store.ts";
import { TroubleBar } from "../work/trouble-bar.tsx";
import { Working } from "../work/working.tsx";
import { BeforePlan } from "./before-plan.tsx";
import { PreviewCard } from "./preview-card.tsx";
import type { Reorder } from "./reorder.ts";
import { WrittenCard } from "./written-card.tsx";

export interface ReorderTabProps extends Start {
  readonly reorder: Reorder;
  readonly replay: ReplayView;
  showItem(sku: string): void;
}

/** From the tables to the written sheet, one step at a time. */
export function ReorderTab({ reorder, replay, showItem, ...start }: ReorderTabProps) {
  const { port, reading } = start;
  const { step, trouble, said, progress } = useStore(reorder.store);
  const { open } = useStore(replay.store);
  useEffect(() => {
    if (reading.store.get().status === "idle") void reading.read();
  }, [reading]);
  if (open) return <ReplayScreen replay={replay} reading={reading} showItem={showItem} />;
  return (
    <>
      <p className="hidden-label" role="status">
        {said}
      </p>
      <TroubleBar trouble={trouble} />
      {step === "start" && <BeforePlan {...start} reorder={reorder} replay={replay} />}
      {step === "working" && <Working title="Making the reorder sheet" progress={progress} cancel={reorder.cancel} />}
      {(step === "preview" || step === "writing") && <PreviewCard reorder={reorder} reading={reading} />}
      {step === "written" && <WrittenCard port={port} reorder={reorder} showItem={showItem} />}
    </>
  );
}
