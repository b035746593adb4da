import { byId } from "./element.ts";

type State = "ready" | "busy" | "failed";

/** Says beside the buttons whether answers are on their way or missing. */
export function showState(state: State, text: string): void {
  const element = byId("state");
  if (element.dataset.state === state && element.textContent === text) return;
  element.dataset.state = state;
  element.textContent = text;
}
