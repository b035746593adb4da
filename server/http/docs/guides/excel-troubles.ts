import { html } from "../html.ts";
import type { Guide, Section } from "./guide.ts";

const issue = (number: number) =>
  html`<a href="https://github.com/OfficeDev/office-js/issues/${String(number)}">${String(number)}</a>`;

const cellErrors: Section = {
  heading: "A cell shows an error",
  body: html`<dl>
    <dt><code>#N/A</code> or <code>#VALUE!</code> with a message</dt>
    <dd>
      Ours: point at the warning sign and read it. Where the server was away, cells follow by themselves once it is
      back. Otherwise choose <b>Calculate again</b>, on the Home tab or in the pane: F9 does nothing for them, and Excel
      on the web has no key that does.
    </dd>
    <dt><code>#NAME?</code></dt>
    <dd>
      The add-in is not loaded, or not yet. A new function can take Excel a day to notice: on Windows,
      <code>Office.ForceRefreshCustomFunctionsCache</code> or clearing Office's cache shortens that. Right after opening
      a workbook it may also be Excel (${issue(4487)}): wait, then <b>Calculate again</b>.
    </dd>
    <dt><code>#REF!</code></dt>
    <dd>Another add-in has a function of that name. Take one of the two out.</dd>
    <dt><code>#SPILL!</code></dt>
    <dd>
      The answer needs more cells than are free. Inside an Excel table nothing may spill: take one cell of it, such as
      <code>=INDEX(MIN_MAX(B2:B37, 3), 1, 1)</code>, or put the formula beside the table.
    </dd>
    <dt><code>#CALC!</code></dt>
    <dd>
      Excel on the web does not pass whole columns such as <code>B:B</code> to an add-in. Give a table's column, a range
      such as <code>B2:B200</code>, or <code>B.:.B</code> where your Excel knows it.
    </dd>
    <dt><code>#BUSY!</code> that stays</dt>
    <dd>
      An answer never waits longer than a minute. Where it stays longer, Excel has lost it (${issue(6930)}): choose
      <b>Calculate again</b>, else close the workbook and open it again.
    </dd>
  </dl>`,
};

export const excelTroubles: Guide = {
  slug: "excel-troubles",
  title: "When Excel is in the way",
  summary: "What cells and the pane show when something is wrong, whose doing it is, and what to do.",
  formulas: [],
  sections: ({ fn, guide }) => [
    cellErrors,
    {
      heading: "Names that clash",
      body: html`<p>
          The same add-in loaded by you and by your administrator counts as two: neither registers its functions
          (${issue(4571)}). Remove your own copy.
        </p>
        <p>
          A workbook may define a name that is also a function of ours, such as Holidays: then ${fn("HOLIDAYS")} may not
          be reached there. Rename it in the Name Manager.
        </p>`,
    },
    {
      heading: "The pane stays white or empty",
      body: html`<p>
          After a restart of Windows Excel sometimes does not answer the pane: it loads itself once more after five
          seconds, then offers a button. On the web panes have stayed white for minutes (${issue(6946)}): load the page
          again. On a Mac the add-in may end after twenty minutes with the pane closed (${issue(4004)}): open the pane.
        </p>
        <p>
          In a browser that refuses Excel's site to reach your own machine, allow it: see
          ${guide("excel", "Lotwise in Excel")}, "The web".
        </p>`,
    },
    {
      heading: "The reorder sheet",
      body: html`<p>
          Excel cannot always tell the colour rules of a sheet, above all after its own Ctrl+Z (${issue(6396)},
          ${issue(6827)}). The sheet is written all the same; what Undo will not bring back is said beside the button.
          Where you made an Excel table of it, it is a plain range again after the next plan.
        </p>
        <p>
          The colour of a quantity that you changed may come late in some versions (${issue(5299)}): it follows when the
          sheet is calculated.
        </p>`,
    },
    {
      heading: "It is slow with the pane closed",
      body: html`<p>
        Excel slows an add-in down whose pane is closed, on Windows and on a Mac (${issue(6936)}, ${issue(3215)}). For a
        large calculation leave the pane open.
      </p>`,
    },
  ],
};
