import { catalogue } from "./catalogue.ts";
import { element } from "./element.ts";
import { serverState } from "./server-state.ts";
import { followTheme } from "./theme.ts";

/** Fills the pane: the server's state, and every worksheet function with its help. */
export function showPane(main: HTMLElement): void {
  void followTheme(document.documentElement);
  main.replaceChildren(
    element(
      "header",
      {},
      element("img", { src: "/assets/icon.svg", alt: "", width: "28", height: "28" }),
      element("h1", {}, "Lotwise"),
      element("a", { href: "/docs", target: "_blank", rel: "noopener" }, "Help"),
    ),
    serverState(),
    catalogue(),
  );
  main.setAttribute("aria-busy", "false");
}
