import { Button } from "@fluentui/react-button";
import { Field } from "@fluentui/react-field";
import { Input } from "@fluentui/react-input";
import { useState, type FormEvent } from "react";
import type { Pane } from "./pane.ts";
import { TroubleBar } from "../work/trouble-bar.tsx";
import { useWork } from "../work/use-work.ts";
import { useStore } from "../view/use-store.ts";

/** Asks for the token that the server wants; gone once it has been taken. */
export function TokenCard({ pane }: { pane: Pane }) {
  const { asked, fault } = useStore(pane.access.store);
  const [typed, setTyped] = useState("");
  const { trouble, run } = useWork(pane.explain);
  if (!asked) return null;
  const give = (event: FormEvent): void => {
    event.preventDefault();
    run(async () => {
      if (await pane.giveToken(typed)) setTyped("");
    });
  };
  return (
    <section className="card stack token" aria-labelledby="token-heading">
      <h2 id="token-heading">The server asks who you are</h2>
      <p className="quiet">Whoever runs your Lotwise server can give you a token. It is kept on this computer.</p>
      <form className="stack" onSubmit={give}>
        <Field label="Access token" {...(fault && { validationMessage: fault, validationState: "error" as const })}>
          <Input
            type="password"
            value={typed}
            onChange={(_, { value }) => setTyped(value)}
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
        <Button appearance="primary" type="submit" disabled={typed.trim() === ""}>
          Use this token
        </Button>
      </form>
      <TroubleBar trouble={trouble} />
    </section>
  );
}
