import { html } from "../html.ts";
import type { Guide } from "./guide.ts";

/** What to do, and what should be seen. */
const STEPS: readonly (readonly [todo: string, see: string])[] = [
  ["Load the add-in; type =EOQ(10000,50,2)", "707.107; Lotwise's four buttons on the Home tab"],
  ["Fill A1:A36 with sales, close the pane, type =FORECAST_BEST(A1:A36,6)", "six numbers; how many seconds it took"],
  ["Click Reorder sheet; press Ctrl+Z; click it again", "the sheet, no sheet, the sheet: with its colours each time"],
  ["Copy a line inside the sheet, insert it below; click Reorder sheet", "a new sheet; beside Undo what it leaves out"],
  [
    "Stop the server; type a forecast; start the server; wait a minute",
    "#N/A with a message, then numbers by themselves",
  ],
  ['Define the name Holidays for B1:B3; type =HOLIDAYS("DE",46114,2)', "numbers, or an error: which"],
  ["Type =STOCKOUT_DATE(100,B2:E2,,D1) with 40 in B2:E2 and D1 blank", "2.5 on the desktop and on the web"],
  ["Change an order quantity on the sheet", "its colour changes at once"],
  ["Type =STOCKOUT_DATE(100,B2:E2,,46349)", "a date, not 46366"],
  ['Type =FORECAST_ERROR(A1:A3,A1:A3," and look at the list', "words to choose from"],
  ["Right-click a quantity, Why this quantity?", "the pane with that item"],
  ["Select the sheet's lines, Format as Table; click Reorder sheet", "a new sheet without a table"],
];

export const excelFirstTry: Guide = {
  slug: "excel-first-try",
  title: "Ten minutes in a real Excel",
  summary: "What nobody has tried yet: a script for whoever has an Excel at hand, and a form to report it.",
  formulas: [],
  sections: ({ guide, terminal }) => [
    {
      heading: "Before",
      body: html`<p>
        Load Lotwise as ${guide("excel", "Lotwise in Excel")} says, into a workbook that may break: the toy shop of
        <code>npm run demo</code> is one. Have the server's terminal at hand.
      </p>`,
    },
    {
      heading: "Twelve steps",
      body: html`<ol>
        ${STEPS.map(([todo, see]) => html`<li>${todo}. <b>You should see:</b> ${see}.</li>`)}
      </ol>`,
    },
    {
      heading: "The form",
      body: html`<p>Copy it, fill it in, and open an issue with it. One word a step is enough where it went as said.</p>
        ${terminal(
          "Excel: (File, Account, About Excel: the whole line)",
          "System: (Windows, Mac or web; which browser)",
          "Loaded by: (shared folder, wef folder, upload, administrator)",
          "Lotwise: (the version in the pane)",
          ...STEPS.map((_, i) => `${i + 1}: `),
          "What surprised me: ",
        )}`,
    },
  ],
};
