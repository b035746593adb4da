import { html } from "../html.ts";
import type { Guide, GuideFormula } from "./guide.ts";

const first: GuideFormula = {
  function: "EOQ",
  args: [10000, 50, 2],
  answer: 707.1067811865476,
  source: "stockpyl 1.0.2, economic_order_quantity(50, 2, 10000)",
};

export const excel: Guide = {
  slug: "excel",
  title: "Lotwise in Excel",
  summary: "Loading the add-in on Windows, on a Mac and on the web, and serving it to a whole department.",
  formulas: [first],
  sections: ({ show, terminal, base, guide }) => [
    {
      heading: "First, honestly",
      body: html`<p>
        Lotwise has not been run in a real Excel yet. These steps follow Microsoft's documentation; the add-in is tested
        with a program that behaves as Excel is documented to, with the faults that its users report. If you can spare
        ten minutes in yours, ${guide("excel-first-try", "this script")} says what to try and how to report it.
      </p>`,
    },
    {
      heading: "Start the server and trust it",
      body: html`<p>
          Excel loads add-ins over HTTPS only, so it must trust the certificate that Lotwise makes for itself.
        </p>
        ${terminal("npm start", "npm run trust")}
        <p>
          The second line asks the system to trust that certificate for you alone, on Windows and on a Mac. Restart
          Excel after it. On Linux it names the file, to be added by the browser's own means. Then open
          <code>https://localhost:3443/health</code>: no warning means that it worked.
        </p>
        <p>
          Save <a href="${base}/manifest.xml">the manifest</a> as <code>manifest.xml</code>. It tells Excel the rest.
        </p>`,
    },
    {
      heading: "Windows",
      body: html`<ol>
          <li>Put <code>manifest.xml</code> into a folder, and share that folder with yourself.</li>
          <li>
            In Excel: File, Options, Trust Center, Trust Center Settings, Trusted Add-in Catalogs. Add the shared
            folder's address, such as <code>\\\\MYPC\\addins</code>, and tick <b>Show in Menu</b>.
          </li>
          <li>Restart Excel. Home, Add-ins, Advanced, SHARED FOLDER: choose Lotwise.</li>
        </ol>
        <p>A shared folder is for trying Lotwise out: Microsoft does not support it for a department.</p>`,
    },
    {
      heading: "Mac",
      body: html`<ol>
        <li>
          Put <code>manifest.xml</code> into <code>~/Library/Containers/com.microsoft.Excel/Data/Documents/wef</code>.
          Make the folder <code>wef</code> if it is not there.
        </li>
        <li>Restart Excel. Home, Add-ins: choose Lotwise.</li>
      </ol>`,
    },
    {
      heading: "The web",
      body: html`<ol>
          <li>Open a workbook in Excel on the web. Home, Add-ins, More Settings, Upload My Add-in.</li>
          <li>Choose <code>manifest.xml</code>. It stays in this browser until its storage is cleared.</li>
        </ol>
        <p>
          Chrome, Edge and other Chromium browsers ask before a page of the web may reach your own machine (Local
          Network Access). Allow it for Excel's site; if you refused, the padlock beside the address takes it back.
          Where a company has switched the question off, serve Lotwise from a real address, as below.
        </p>`,
    },
    {
      heading: "The first formula",
      body: html`<p>Type it into any cell. It needs no server once the add-in is loaded:</p>
        ${show(first)}
        <p>
          <code>#NAME?</code> means that the add-in is not loaded. <code>#REF!</code> can mean that another add-in has a
          function of that name. <code>#N/A</code> and <code>#VALUE!</code> carry a message: point at the cell's warning
          sign. What else there may be is in ${guide("excel-troubles", "When Excel is in the way")}.
        </p>`,
    },
    {
      heading: "In Excel every day",
      body: html`<p>
          Lotwise's group on the Home tab works with one click: <b>Reorder sheet</b> plans and writes, and stops first
          where something is open; <b>Item</b> shows the item of the selected row; <b>Calculate again</b> asks once more
          for cells that failed. In a cell's own menu, <b>Why this quantity?</b> says why.
        </p>
        <p>
          Once you have begun with a workbook, Lotwise starts together with it. An optional argument is best left out: a
          blank cell given for one counts as left out, but where 0 has a meaning of its own, such as a review period of
          0, Excel on the desktop passes 0 and Excel on the web nothing.
        </p>`,
    },
    {
      heading: "For a department",
      body: html`<p>
          Give the server an address of its own, a certificate that your company trusts, and tokens. It refuses to start
          without either.
        </p>
        ${terminal(
          "HOST=0.0.0.0",
          "PUBLIC_URL=https://lotwise.example.com",
          "TLS_CERT=/etc/lotwise/cert.pem",
          "TLS_KEY=/etc/lotwise/key.pem",
          "API_TOKENS=ana:TOKEN,bo:TOKEN",
        )}
        <p>
          <code>npm run token</code> makes a token. The pages and the list of functions stay open, for Excel fetches
          them by itself and can give no token; what computes asks for one. The task pane asks for it once, keeps it on
          that computer, and sends it from then on, for the cells too. Programs send it as
          <code>Authorization: Bearer TOKEN</code>.
        </p>
        <p>
          The manifest at that address then names it. First let everybody take out copies that they loaded themselves:
          the same add-in from two sources counts as two, whose functions do not register. Then an administrator uploads
          it, in the Microsoft 365 admin centre under Integrated apps. It appears in everyone's Excel within hours.
        </p>
        <p>
          The admin centre must reach the manifest's pictures, and takes a changed manifest only with a higher version:
          it carries the version of Lotwise.
        </p>`,
    },
    {
      heading: "Behind a proxy",
      body: html`<p>
          A web proxy may hold the certificate and pass everything on to port 3000 of the same machine, where Lotwise
          stays on <code>127.0.0.1</code>; tell it the address by <code>PUBLIC_URL</code>.
        </p>
        <p>
          <b>A proxy that asks people to sign in does not work</b> before the pages: Excel fetches
          <code>functions.json</code> without anybody to sign in, and a sign-in page refuses to be shown inside the
          pane. Let <code>/taskpane.html</code>, <code>/functions.js</code>, <code>/functions.json</code>, all scripts,
          styles, <code>/assets</code>, <code>/catalogue.json</code>, <code>/docs</code> and
          <code>/health</code> through, and guard <code>/v1</code> alone, by something that asks nobody, such as tokens.
        </p>`,
    },
    {
      heading: "More than one server",
      body: html`<p>
          With <code>DATABASE_URL</code> all of them share one PostgreSQL. Without it each keeps its own data in
          <code>DATA_DIR</code>.
        </p>
        ${terminal("DATABASE_URL=postgres://lotwise@db.example.com/lotwise")}`,
    },
    {
      heading: "Closed networks",
      body: html`<p>
        Excel's own script comes from Microsoft's servers. Where those cannot be reached,
        <code>OFFICE_JS=self</code> makes Lotwise serve the copy it was installed with, an older one. Better is a folder
        that holds what Microsoft serves under <code>/lib/1/hosted/</code>: name it by <code>OFFICE_JS=/path</code>. All
        else is on your own machine already: nothing you compute leaves it.
      </p>`,
    },
  ],
};
