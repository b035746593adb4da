import { Link } from "@fluentui/react-link";
import { MessageBar, MessageBarBody } from "@fluentui/react-message-bar";
import type { PlanRequest } from "../../../shared/purchasing/terms/plan.ts";
import { unknownCosts } from "./replay-words.ts";
import type { SettingName } from "../settings/settings.ts";

export interface ReplayUnknownsProps {
  readonly request: PlanRequest;
  /** Leads to a setting. */
  give(setting: SettingName): void;
  /** Leads to the tables. */
  tables(): void;
}

/** The costs that had to be assumed, each with the way to give it. */
export function ReplayUnknowns({ request, give, tables }: ReplayUnknownsProps) {
  const unknown = unknownCosts(request);
  if (unknown.length === 0) return null;
  return (
    <MessageBar intent="info" layout="multiline" className="bar">
      <MessageBarBody>
        <ul className="plain">
          {unknown.map(({ says, give: setting }) => (
            <li key={says}>
              {says}{" "}
              <Link as="button" inline onClick={() => (setting ? give(setting) : tables())}>
                {setting ? "Give it" : "See the tables"}
              </Link>
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
