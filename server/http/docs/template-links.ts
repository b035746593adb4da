import { TEMPLATE_LANGUAGES } from "../../../shared/template/languages.ts";
import { html, type Markup } from "./html.ts";
import type { Site } from "./layout.ts";

/** Downloads of an empty workbook to fill in, one a language. */
export function templateLinks({ base }: Site): Markup {
  return html`<section class="category" aria-labelledby="templates">
    <h2 id="templates">A workbook to fill in</h2>
    <p>
      Sheets for items, sales, open orders, suppliers and promotions, with a note on each header. What is filled in is
      read without a question.
    </p>
    <p>
      ${Object.entries(TEMPLATE_LANGUAGES).map(([code, language], i) => [
        i > 0 && " · ",
        html`<a href="${base}/template.xlsx?language=${code}" lang="${code}" download="">${language}</a>`,
      ])}
    </p>
  </section>`;
}
