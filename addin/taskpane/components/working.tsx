import { Button } from "@fluentui/react-button";
import { ProgressBar } from "@fluentui/react-progress";
import type { Reorder } from "../model/reorder.ts";
import { useFocus } from "./use-focus.ts";
import { useStore } from "./use-store.ts";

/** How far the plan is, and the way out. */
export function Working({ reorder }: { reorder: Reorder }) {
  const { share, says } = useStore(reorder.store).progress;
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <section className="card stack" aria-labelledby="working-heading">
      <h2 id="working-heading" ref={heading} tabIndex={-1}>
        Making the reorder sheet
      </h2>
      <ProgressBar value={share} thickness="large" aria-label="Making the reorder sheet" />
      <p className="row quiet">
        <span role="status">{says}</span>
        <span aria-hidden="true">{Math.round(share * 100)}%</span>
      </p>
      <Button onClick={() => reorder.cancel()}>Cancel</Button>
    </section>
  );
}
