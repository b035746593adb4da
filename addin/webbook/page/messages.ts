import { byId } from "./element.ts";

const SHOWN_MS = 7_000;

/** Shows a message for some seconds, or until it is clicked where it is `sticky`. */
export function notify(text: string, { bad = false, sticky = false } = {}): void {
  const toast = document.createElement("div");
  toast.className = "lw-toast";
  toast.dataset.kind = bad ? "bad" : "good";
  toast.textContent = text;
  toast.onclick = () => toast.remove();
  byId("toasts").append(toast);
  if (!sticky) setTimeout(() => toast.remove(), SHOWN_MS);
}

function button(text: string, value: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.textContent = text;
  made.value = value;
  return made;
}

/** Asks a question, or states something with one button; answers whether "yes" was chosen. */
export function ask(text: string, yes: string, no?: string): Promise<boolean> {
  const dialog = document.createElement("dialog");
  dialog.className = "lw-dialog";
  const words = document.createElement("p");
  words.textContent = text;
  const form = document.createElement("form");
  form.method = "dialog";
  const row = document.createElement("div");
  if (no !== undefined) row.append(button(no, "no"));
  row.append(button(yes, "yes"));
  form.append(words, row);
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    };
  });
}
