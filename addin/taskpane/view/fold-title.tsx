import type { ReactNode } from "react";

/** What stands on a folded part: its name, and what is in it. */
export function FoldTitle({ title, says }: { title: ReactNode; says: string }) {
  return (
    <span className="fold-text">
      <span className="fold-title">{title}</span>
      <span className="fold-says">{says}</span>
    </span>
  );
}
