import { Button } from "@fluentui/react-button";
import { Field } from "@fluentui/react-field";
import { Select } from "@fluentui/react-select";
import type { PlanRequest } from "../../../shared/purchasing/terms/plan.ts";
import type { Reading } from "../reading/reading.ts";
import type { ReplayView } from "./replay.ts";
import { spansOf } from "./replay-spans.ts";
import { measureOf, settingFaults, type SettingName } from "../settings/settings.ts";
import { SettingFields } from "../settings/setting-fields.tsx";
import { useStore } from "../view/use-store.ts";

const COSTS: readonly SettingName[] = ["order_cost", "holding_rate", "shortage_rate"];

/** The request as last read; undefined where the sheets or settings do not make one. */
function requestOf(reading: Reading): PlanRequest | undefined {
  try {
    return reading.request().request;
  } catch {
    return undefined;
  }
}

/** How far back to go, and the costs that count. */
export function ReplayForm({ replay, reading, again }: { replay: ReplayView; reading: Reading; again: boolean }) {
  const { settings } = useStore(reading.store);
  const { periods } = useStore(replay.store);
  const faultless = Object.keys(settingFaults(settings)).length === 0;
  const request = faultless ? requestOf(reading) : undefined;
  const spans = request && spansOf(request);
  return (
    <div className="stack">
      <SettingFields
        settings={settings}
        change={(...change) => void reading.change(...change)}
        names={["policy", "target", measureOf(settings), ...COSTS]}
      >
        {spans && (
          <Field label="Go back" hint={spans.limit}>
            <Select
              value={String(periods ?? spans.usual)}
              onChange={(_, { value }) => replay.goBack(value === String(spans.usual) ? undefined : Number(value))}
            >
              {spans.choices.map((choice) => (
                <option key={choice.periods} value={choice.periods}>
                  {choice.says}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </SettingFields>
      <Button
        appearance="primary"
        size="large"
        className="main-action"
        disabled={!faultless}
        onClick={() => void replay.play()}
      >
        {again ? "Replay again" : "Replay the past"}
      </Button>
    </div>
  );
}
