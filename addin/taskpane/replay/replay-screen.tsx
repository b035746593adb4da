import { Button } from "@fluentui/react-button";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useRef } from "react";
import type { Reading } from "../reading/reading.ts";
import { isOutdated, type ReplayView } from "./replay.ts";
import type { SettingName } from "../settings/settings.ts";
import { ReplayForm } from "./replay-form.tsx";
import { ReplayResult } from "./replay-result.tsx";
import { TroubleBar } from "../work/trouble-bar.tsx";
import { useLostFocus } from "../view/use-focus.ts";
import { useStore } from "../view/use-store.ts";
import { Working } from "../work/working.tsx";

export interface ReplayScreenProps {
  readonly replay: ReplayView;
  readonly reading: Reading;
  showItem(sku: string): void;
}

/** "What would it have cost?": the question, the answer, and what to ask again. */
export function ReplayScreen({ replay, reading, showItem }: ReplayScreenProps) {
  const { working, progress, shown, periods, trouble, said } = useStore(replay.store);
  const { settings } = useStore(reading.store);
  const heading = useLostFocus<HTMLHeadingElement>();
  const form = useRef<HTMLDivElement>(null);
  const give = (setting: SettingName): void =>
    form.current?.querySelector<HTMLElement>(`[data-setting="${setting}"]`)?.focus();
  return (
    <div className="stack">
      <div>
        <Button appearance="subtle" size="small" icon={<ArrowLeftRegular />} onClick={() => replay.close()}>
          Back to the reorder sheet
        </Button>
      </div>
      <h2 ref={heading} tabIndex={-1}>
        What would it have cost?
      </h2>
      <p className="hidden-label" role="status">
        {said}
      </p>
      <TroubleBar trouble={trouble} />
      {working ? (
        <Working title="Replaying the past" progress={progress} cancel={replay.cancel} />
      ) : (
        <>
          {shown ? (
            <ReplayResult
              replayed={shown}
              outdated={isOutdated(shown, settings, periods)}
              show={showItem}
              give={give}
              tables={() => replay.close()}
            />
          ) : (
            <p>
              Your past sales are played again, twice: ordered as today, and as Lotwise would have ordered. Both start
              with the same stock and know only what was known at the time. Nothing is written.
            </p>
          )}
          <div ref={form} className="stack">
            {shown && <h3>Ask it otherwise</h3>}
            <ReplayForm replay={replay} reading={reading} again={shown !== undefined} />
          </div>
        </>
      )}
    </div>
  );
}
