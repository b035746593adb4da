import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from "@fluentui/react-accordion";
import { Field } from "@fluentui/react-field";
import { Input } from "@fluentui/react-input";
import { Select } from "@fluentui/react-select";
import { MEASURE_LABELS, SERVICE_MEASURES, type ServiceMeasure } from "../../../shared/purchasing/service-target.ts";
import type { Reading } from "../model/reading.ts";
import { measureOf, settingFaults, type SettingName, type SettingsText } from "../model/settings.ts";
import { FoldTitle } from "./fold-title.tsx";
import { useStore } from "./use-store.ts";

interface Entry {
  readonly name: SettingName;
  readonly label: string;
  readonly hint?: string;
  readonly unit?: string;
  readonly type?: "date";
}

const ENTRIES: readonly Entry[] = [
  { name: "review_days", label: "Days between orders", unit: "days" },
  { name: "lead_time_days", label: "Lead time where none is given", unit: "days" },
  { name: "order_cost", label: "Cost of an order line", hint: "With the holding rate it gives economic lots." },
  { name: "holding_rate", label: "Holding rate", unit: "% a year" },
  { name: "currency", label: "Your currency", hint: "Blank: the one whose exchange rate is 1." },
  { name: "today", label: "Plan for the day", type: "date", hint: "Blank: today, or the day after an old history." },
];

const TARGET_HINTS: Readonly<Record<ServiceMeasure, string>> = {
  service_level: "Chance of no stock-out in a replenishment cycle.",
  fill_rate: "Share of demand served from stock.",
};

const PERIODS: readonly (readonly [value: string, says: string])[] = [
  ["", "As the history has it"],
  ["day", "Day"],
  ["week", "Week"],
  ["month", "Month"],
];

function summary(settings: SettingsText): string {
  const { review_days, period } = settings;
  const measure = measureOf(settings);
  const every = review_days === "7" ? "ordered weekly" : `ordered every ${review_days} days`;
  return `${settings[measure]}% ${measure === "fill_rate" ? "fill rate" : "service"}, ${every}${period ? `, by ${period}` : ""}`;
}

/** How to plan, remembered with the workbook. */
export function SettingsSection({ reading }: { reading: Reading }) {
  const { settings } = useStore(reading.store);
  const faults = settingFaults(settings);
  const measure = measureOf(settings);
  const target: Entry = { name: measure, label: MEASURE_LABELS[measure], unit: "%", hint: TARGET_HINTS[measure] };
  const validation = (name: SettingName) =>
    faults[name] ? { validationMessage: faults[name], validationState: "error" as const } : {};
  return (
    <Accordion collapsible className="folds">
      <AccordionItem value="settings" className="fold">
        <AccordionHeader as="h3" size="medium" expandIconPosition="end">
          <FoldTitle
            title="Settings"
            says={Object.keys(faults).length > 0 ? "Something needs a change" : summary(settings)}
          />
        </AccordionHeader>
        <AccordionPanel className="fold-panel">
          <div className="settings">
            <Field label="Target">
              <Select value={measure} onChange={(_, { value }) => void reading.change("target", value)}>
                {SERVICE_MEASURES.map((each) => (
                  <option key={each} value={each}>
                    {MEASURE_LABELS[each]}
                  </option>
                ))}
              </Select>
            </Field>
            {[target, ...ENTRIES].map(({ name, label, hint, unit, type }) => (
              <Field key={name} label={label} {...(hint && { hint })} {...validation(name)}>
                <Input
                  value={settings[name]}
                  onChange={(_, { value }) => void reading.change(name, value)}
                  {...(type ? { type } : { inputMode: name === "currency" ? ("text" as const) : ("decimal" as const) })}
                  {...(unit && { contentAfter: <span className="quiet">{unit}</span> })}
                />
              </Field>
            ))}
            <Field label="Plan by" {...validation("period")}>
              <Select value={settings.period} onChange={(_, { value }) => void reading.change("period", value)}>
                {PERIODS.map(([value, says]) => (
                  <option key={value} value={value}>
                    {says}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
