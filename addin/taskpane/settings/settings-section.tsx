import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from "@fluentui/react-accordion";
import { measureOf, settingFaults, type SettingName, type SettingsText } from "./settings.ts";
import { FoldTitle } from "../view/fold-title.tsx";
import { SettingFields, type Settings } from "./setting-fields.tsx";

const AFTER_TARGET: readonly SettingName[] = [
  "review_days",
  "lead_time_days",
  "policy",
  "order_cost",
  "holding_rate",
  "shortage_rate",
  "currency",
  "today",
  "period",
];

function summary(settings: SettingsText): string {
  const { review_days, period, policy } = settings;
  const measure = measureOf(settings);
  const target = `${settings[measure]}% ${measure === "fill_rate" ? "fill rate" : "service"}`;
  const every = review_days === "7" ? "ordered weekly" : `ordered every ${review_days} days`;
  return [policy === "cost" ? `Least cost, else ${target}` : target, every, period && `by ${period}`]
    .filter(Boolean)
    .join(", ");
}

/** How to plan, remembered with the workbook. */
export function SettingsSection({ settings, change }: Settings) {
  const faults = settingFaults(settings);
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
          <SettingFields settings={settings} change={change} names={["target", measureOf(settings), ...AFTER_TARGET]} />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
