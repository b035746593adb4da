import { Field } from "@fluentui/react-field";
import { Input } from "@fluentui/react-input";
import { Select } from "@fluentui/react-select";
import type { ReactNode } from "react";
import type { PlanPolicy } from "../../../shared/purchasing/terms/plan.ts";
import { MEASURE_LABELS, SERVICE_MEASURES } from "../../../shared/purchasing/terms/service-target.ts";
import { settingFaults, type SettingName, type SettingsText } from "./settings.ts";

interface Entry {
  readonly label: string;
  readonly hint?: string;
  readonly unit?: string;
  readonly type?: "date" | "code";
  /** What there is to choose from, where it is not typed. */
  readonly choices?: readonly (readonly [value: string, says: string])[];
}

/** The settings as they are, and what changes one. */
export interface Settings {
  readonly settings: SettingsText;
  change(name: SettingName, text: string): void;
}

const POLICY_LABELS: Readonly<Record<PlanPolicy, string>> = {
  service: "The target",
  cost: "The least expected cost",
  optimal: "The money of whole orders",
};

const ENTRIES: Readonly<Record<SettingName, Entry>> = {
  target: { label: "Target", choices: SERVICE_MEASURES.map((measure) => [measure, MEASURE_LABELS[measure]]) },
  service_level: {
    label: MEASURE_LABELS.service_level,
    unit: "%",
    hint: "Chance of no stock-out in a replenishment cycle.",
  },
  fill_rate: { label: MEASURE_LABELS.fill_rate, unit: "%", hint: "Share of demand served from stock." },
  review_days: { label: "Days between orders", unit: "days" },
  lead_time_days: { label: "Lead time where none is given", unit: "days" },
  order_cost: { label: "Cost of an order line", hint: "The work of placing and receiving one line." },
  holding_rate: {
    label: "Holding rate",
    unit: "% a year",
    hint: "What a year in stock costs, as a share of the unit cost: capital, space, spoilage.",
  },
  shortage_rate: {
    label: "Cost of a missed sale",
    unit: "% of cost",
    hint: "Blank: the margin where the selling price is known, else 40% of the unit cost.",
  },
  policy: {
    label: "Levels aim at",
    choices: Object.entries(POLICY_LABELS),
    hint: "The least cost weighs orders and stock against missed sales; it needs what a line and a year in stock cost.",
  },
  currency: { label: "Your currency", type: "code", hint: "Blank: the one whose exchange rate is 1." },
  today: { label: "Plan for the day", type: "date", hint: "Blank: today, or the day after an old history." },
  period: {
    label: "Plan by",
    choices: [
      ["", "As the history has it"],
      ["day", "Day"],
      ["week", "Week"],
      ["month", "Month"],
    ],
  },
};

function Setting({ settings, change, name }: Settings & { readonly name: SettingName }) {
  const { label, hint, unit, type, choices } = ENTRIES[name];
  const fault = settingFaults(settings)[name];
  const shared = {
    value: settings[name],
    "data-setting": name,
    onChange: (_: unknown, { value }: { value: string }): void => change(name, value),
  };
  return (
    <Field
      label={label}
      {...(hint && { hint })}
      {...(fault && { validationMessage: fault, validationState: "error" as const })}
    >
      {choices ? (
        <Select {...shared}>
          {choices.map(([value, says]) => (
            <option key={value} value={value}>
              {says}
            </option>
          ))}
        </Select>
      ) : (
        <Input
          {...shared}
          {...(type === "date" ? { type } : { inputMode: type === "code" ? ("text" as const) : ("decimal" as const) })}
          {...(unit && { contentAfter: <span className="quiet">{unit}</span> })}
        />
      )}
    </Field>
  );
}

export interface SettingFieldsProps extends Settings {
  readonly names: readonly SettingName[];
  /** Fields before them. */
  readonly children?: ReactNode;
}

/** Some of the settings, remembered with the workbook as they are typed. */
export function SettingFields({ names, children, ...all }: SettingFieldsProps) {
  return (
    <div className="settings">
      {children}
      {names.map((name) => (
        <Setting key={name} {...all} name={name} />
      ))}
    </div>
  );
}
