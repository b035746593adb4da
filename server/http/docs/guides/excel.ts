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
  sections: ({ show, terminal, base }) => [
    {
      heading: "First, honestly",
      body: html`<p>
        Lotwise has not been run in a real Excel yet. These steps follow Microsoft's documentation; the add-in is tested
        with a program that behaves as Excel is documented to. If a step does not work, tell us what you see.
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
          In Excel: File, Options, Trust Center, Trust Center Settings, Trusted Add-in Catalogs. Add the shared folder's
          address, such as <code>\\\\MYPC\\addins</code>, and tick <b>Show in Menu</b>.
        </li>
        <li>Restart Excel. Home, Add-ins, More Add-ins, Shared Folder: choose Lotwise.</li>
      </ol>`,
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
          <li>Open a workbook in Excel on the web. Home, Add-ins, More Add-ins, My Add-ins, Upload My Add-in.</li>
          <li>Choose <code>manifest.xml</code>.</li>
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
          sign. Changes to the list of functions can take Excel up to a day to notice.
        </p>`,
    },
    {
      heading: "For a department",
      body: html`<p>
          Let the server stay on <code>127.0.0.1</code> and put your company's web proxy before it, on the same machine.
          The proxy holds the certificate and asks people to sign in; it passes requests on to port 3000. Tell Lotwise
          the address people use:
        </p>
        ${terminal("PUBLIC_URL=https://lotwise.example.com", "DATABASE_URL=postgres://lotwise@db.example.com/lotwise")}
        <p>
          The manifest at that address then names it. An administrator uploads it once, in the Microsoft 365 admin
          centre under Integrated apps, and it appears in everyone's Excel.
        </p>
        <p>
          <code>DATABASE_URL</code> is for more than one server: all of them then share one PostgreSQL. Without it each
          keeps its own data in <code>DATA_DIR</code>.
        </p>
        <p>
          Without a proxy, Lotwise listens by itself where <code>HOST</code> says, and then refuses to start without
          <code>TLS_CERT</code>, <code>TLS_KEY</code> and <code>API_TOKENS</code>. Programs send one of the tokens as
          <code>Authorization: Bearer TOKEN</code>. In Excel the task pane asks for one when it is first refused, and
          sends it from then on, for the cells too.
        </p>`,
    },
    {
      heading: "Closed networks",
      body: html`<p>
        Excel's own script comes from Microsoft's servers. Where those cannot be reached,
        <code>OFFICE_JS=self</code> makes Lotwise serve the copy it was installed with. All else is on your own machine
        already: nothing you compute leaves it.
      </p>`,
    },
  ],
};
