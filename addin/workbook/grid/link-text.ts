/** What the grid makes a link of: text that is wholly `[label](address)`, whatever the address may be, or an address. */
const LINK = /^(\[.+\]\(.+\) *|https?:\/\/.+)$/;

/** Text as the grid shows it and makes no link of it: with a space behind it where it would. */
export const unlinked = (text: string): string => (LINK.test(text) ? `${text} ` : text);

/** The text that was meant, without that space. */
export const withoutUnlinking = (text: string): string =>
  text.endsWith(" ") && LINK.test(text.slice(0, -1)) ? text.slice(0, -1) : text;
