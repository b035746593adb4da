import { Button } from "@fluentui/react-button";
import { ArrowSyncRegular, TableAddRegular } from "@fluentui/react-icons";
import { Answered } from "../reading/answered.tsx";
import { LeftOut } from "../reading/left-out.tsx";
import { Questions } from "../reading/questions.tsx";
import { ReadingProgress, ReadingStopped } from "../reading/reading-progress.tsx";
import type { ReadingState } from "../reading/reading.ts";
import { TablesSection } from "../reading/tables-section.tsx";
import type { ReplayView } from "../replay/replay.ts";
import { SettingsSection } from "../settings/settings-section.tsx";
import { settingFaults } from "../settings/settings.ts";
import { NothingFound } from "../start/nothing-found.tsx";
import type { Start } from "../start/start.ts";
import { useFocus } from "../view/use-focus.ts";
import { useStore } from "../view/use-store.ts";
import { TroubleBar } from "../work/trouble-bar.tsx";
import type { Reorder } from "./reorder.ts";

export interface BeforePlanProps extends Start {
  readonly reorder: Reorder;
  readonly replay: ReplayView;
}

const hasHistory = ({ views }: ReadingState): boolean => views.some(({ role }) => role === "history");

/** What was found in the workbook, what it leaves open, and how to have it read otherwise. */
function Tables({ reorder, ...start }: Omit<BeforePlanProps, "replay">) {
  const { reading } = start;
  const state = useStore(reading.store);
  // Back from a later step, not on the first look: a pane that opens must not take the focus from the cells.
  const heading = useFocus<HTMLHeadingElement>(reorder.store.get().said !== "");
  return (
    <>
      <Questions questions={state.questions} onAnswer={(id, answer) => void reading.answer(id, answer)} />
      {!hasHistory(state) && state.questions.length === 0 && <NothingFound {...start} />}
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
      {state.status === "reading" && <ReadingProgress reading={reading} />}
      <TablesSection reading={reading} />
      <LeftOut lines={state.leftOut} />
      <Answered reading={reading} />
    </>
  );
}

/** What can be made of it. */
function Actions({
  ready,
  reorder,
  replay,
}: Pick<BeforePlanProps, "reorder" | "replay"> & { readonly ready: boolean }) {
  return (
    <>
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
    </>
  );
}

/** The tables and how to plan: the state before anything is made. */
export function BeforePlan({ replay, ...rest }: BeforePlanProps) {
  const { reading, reorder } = rest;
  const state = useStore(reading.store);
  if (state.status === "idle" || (state.status === "reading" && state.all.length === 0))
    return <ReadingProgress reading={reading} />;
  if (state.status === "stopped") return <ReadingStopped reading={reading} />;
  if (state.status === "failed")
    return (
      <TroubleBar trouble={state.trouble}>
        <Button onClick={() => void reading.read()}>Try again</Button>
      </TroubleBar>
    );
  const ready = hasHistory(state) && Object.keys(settingFaults(state.settings)).length === 0;
  return (
    <div className="stack">
      <Tables {...rest} />
      <h2>How to plan</h2>
      <SettingsSection settings={state.settings} change={(...change) => void reading.change(...change)} />
      <Actions ready={ready} reorder={reorder} replay={replay} />
    </div>
  );
}
