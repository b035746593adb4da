import { Link } from "@fluentui/react-link";
import type { MouseEvent, ReactNode } from "react";

export interface PageLinkProps {
  readonly href: string;
  readonly label?: string;
  readonly children: ReactNode;
}

/** Excel on the desktop, which opens a link of our own origin in a bare window of itself (office-js issue 712). */
const desktop = (): Office.Context | undefined => {
  const context = typeof Office === "undefined" ? undefined : (Office.context as Office.Context | undefined);
  return context?.requirements?.isSetSupported("OpenBrowserWindowApi", "1.1") ? context : undefined;
};

/** A link to a page of ours, in the browser. */
export function PageLink({ href, label, children }: PageLinkProps) {
  const open = (event: MouseEvent): void => {
    const context = desktop();
    if (!context) return;
    event.preventDefault();
    context.ui.openBrowserWindow(new URL(href, location.href).href);
  };
  return (
    <Link href={href} target="_blank" rel="noopener" onClick={open} {...(label && { "aria-label": label })}>
      {children}
    </Link>
  );
}
