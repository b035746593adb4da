import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-message-bar";
import type { ReactNode } from "react";
import type { Trouble } from "./trouble.ts";

/** What went wrong and what to do next; read out at once. */
export function TroubleBar({ trouble, children }: { trouble: Trouble | undefined; children?: ReactNode }) {
  return (
    <div role="alert" className="alert">
      {trouble && (
        <MessageBar intent="error" layout="multiline" className="bar">
          <MessageBarBody>
            <MessageBarTitle>{trouble.title}</MessageBarTitle>
            <br />
            {trouble.detail}
          </MessageBarBody>
          {children && <MessageBarActions>{children}</MessageBarActions>}
        </MessageBar>
      )}
    </div>
  );
}
