/** Text that is already markup; only `html` makes it. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What a template may hold. Text and numbers are escaped, lists are joined; undefined and false show nothing. */
export type Content = Markup | string | number | readonly Content[] | undefined | false;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function render(content: Content): string {
  if (content === undefined || content === false) return "";
  if (content instanceof Markup) return content.text;
  if (typeof content === "string" || typeof content === "number")
    return String(content).replace(/[&<>"']/g, (c) => ESCAPES[c]!);
  return content.map(render).join("");
}

/** A template for HTML whose values are escaped. Attribute values must stand in quotes. */
export function html(parts: TemplateStringsArray, ...values: Content[]): Markup {
  return new Markup(String.raw({ raw: parts.map(String) }, ...values.map(render)));
}
