const NAMES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML holds it; characters that XML has none for are left out. */
export function escapeXml(text: string): string {
  // eslint-disable-next-line no-control-regex -- those are the characters meant
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "").replace(/[&<>"]/g, (one) => NAMES[one]!);
}
