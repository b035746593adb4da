import { Button } from "@fluentui/react-button";
import { ArrowSyncRegular, TableAddRegular } from "@fluentui/react-icons";
import { ProgressBar } from "@fluentui/react-progress";
import { useEffect } from "react";
import type { Pane, WorkbookPane } from "../shell/pane.ts";
import { settingFaults } from "../settings/settings.ts";
import { Answered } from "../reading/answered.tsx";
import { LeftOut } from "../reading/left-out.tsx";
import { NothingFound } from "../start/nothing-found.tsx";
import { PreviewCard } from "./preview-card.tsx";
import { Questions } from "../reading/questions.tsx";
import { ReplayScreen } from "../replay/replay-screen.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";
import { TablesSection } from "../reading/tables-section.tsx";
import { TroubleBar } from "../work/trouble-bar.tsx";
import { useFocus } from "../view/use-focus.ts";
import { useStore } from "../view/use-store.ts";
import { Working } from "../work/working.tsx";
import { WrittenCard } from "./written-card.tsx";

/** What was found and how to plan: the state before anything is made. */
function Start({ pane, workbook }: { pane: Pane; workbook: WorkbookPane }) {
  const { reading, reorder, replay } = workbook;
  const state = useStore(reading.store);
  // Back from a later step, not on the first look: a pane that opens must not take the focus from the cells.
  const heading = useFocus<HTMLHeadingElement>(reorder.store.get().said !== "");
  if (state.status === "idle" || (state.status === "reading" && state.all.length === 0))
    return (
      <div className="stack">
        <p className="quiet">Reading the workbook…</p>
        <ProgressBar value={state.share} aria-label="Reading the workbook" />
      </div>
    );
  if (state.status === "failed")
    return (
      <TroubleBar trouble={state.trouble}>
        <Button onClick={() => void reading.read()}>Try again</Button>
      </TroubleBar>
    );
  const history = state.views.some(({ role }) => role === "history");
  const ready = history && Object.keys(settingFaults(state.settings)).length === 0;
  return (
    <div className="stack">
      <Questions questions={state.questions} onAnswer={(id, answer) => void reading.answer(id, answer)} />
      {!history && state.questions.length === 0 && <NothingFound pane={pane} workbook={workbook} />}
      <div className="row">
        <h2 ref={heading} tabIndex={-1}>
          Your tables
        </h2>
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowSyncRegular />}
          onClick={() => void reading.read()}
          disabled={state.status === "reading"}
        >
          Read again
        </Button>
      </div>
      <TablesSection reading={reading} />
      <LeftOut lines={state.leftOut} />
      <Answered reading={reading} />
      <h2>How to plan</h2>
      <SettingsSection reading={reading} />
      <Button
        appearance="primary"
        size="large"
        icon={<TableAddRegular />}
        className="main-action"
        disabled={!ready}
        onClick={() => void reorder.make()}
      >
        Make the reorder sheet
      </Button>
      <p className="hint">
        {ready
          ? "You see what will be written before anything is."
          : "It needs a sales history and settings without faults."}
      </p>
      <div className="aside">
        <p>And the past? See what it would have cost under today&rsquo;s practice and under Lotwise.</p>
        <Button disabled={!ready} onClick={() => replay.open()}>
          What would it have cost?
        </Button>
      </div>
    </div>
  );
}

/** From the tables to the written sheet, one step at a time. */
export function ReorderTab({ pane, workbook }: { pane: Pane; workbook: WorkbookPane }) {
  const { reading, reorder, replay } = workbook;
  const { step, trouble, said, progress } = useStore(reorder.store);
  const { open } = useStore(replay.store);
  useEffect(() => {
    if (reading.store.get().status === "idle") void reading.read();
  }, [reading]);
  if (open) return <ReplayScreen pane={pane} workbook={workbook} />;
  return (
    <>
      <p className="hidden-label" role="status">
        {said}
      </p>
      <TroubleBar trouble={trouble} />
      {step === "start" && <Start pane={pane} workbook={workbook} />}
      {step === "working" && <Working title="Making the reorder sheet" progress={progress} cancel={reorder.cancel} />}
      {(step === "preview" || step === "writing") && <PreviewCard reorder={reorder} reading={reading} />}
      {step === "written" && <WrittenCard pane={pane} workbook={workbook} />}
    </>
  );
}
