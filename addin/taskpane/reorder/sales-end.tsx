import { MessageBar, MessageBarBody } from "@fluentui/react-message-bar";
import { oldSales, salesEnd, type HistoryTimes } from "../../../shared/purchasing/terms/plan-time.ts";

/** Where the sales end, before the day the plan is for; a question where that is a period ago or more. */
export function SalesEnd({ times }: { times: HistoryTimes }) {
  const old = oldSales(times);
  if (old === undefined) return <p className="quiet">{salesEnd(times).says}.</p>;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{old}</MessageBarBody>
    </MessageBar>
  );
}
