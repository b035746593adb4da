import { type ItemStatus, ITEM_STATUSES, STATUS_WORDS } from "./item-status-words.ts";
import { plain } from "./plain.ts";

const STATUS_OF = new Map<string, ItemStatus>(
  [...ITEM_STATUSES].reverse().flatMap((status) => STATUS_WORDS[status].map((word) => [plain(word), status] as const)),
);

/** What an item's status means, in any of the languages; a blank is active. Null where the word is not known. */
export function statusOf(text: string | undefined): ItemStatus | null {
  const word = plain(text ?? "");
  return word === "" ? "active" : (STATUS_OF.get(word) ?? null);
}

/** Whether an item's status says that it must not be ordered. */
export function isClosed(text: string | undefined): boolean {
  const status = statusOf(text);
  return status !== null && status !== "active";
}
