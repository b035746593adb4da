import { Button } from "@fluentui/react-button";
import { ProgressBar } from "@fluentui/react-progress";
import type { ReactNode } from "react";
import type { Progress } from "./progress.ts";
import { useFocus } from "../view/use-focus.ts";

export interface WorkingProps {
  /** What is being done. */
  readonly title: string;
  readonly progress: Progress;
  /** A picture of it. */
  readonly children?: ReactNode;
  cancel(): void;
}

/** How far the work is, and the way out. */
export function Working({ title, progress: { share, says }, children, cancel }: WorkingProps) {
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <section className="card stack" aria-labelledby="working-heading">
      <h2 id="working-heading" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <ProgressBar value={share} thickness="large" aria-label={title} />
      <p className="row quiet">
        <span role="status">{says}</span>
        <span aria-hidden="true">{Math.round(share * 100)}%</span>
      </p>
      {children}
      <Button onClick={cancel}>Cancel</Button>
    </section>
  );
}
