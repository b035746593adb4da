import { html } from "../html.ts";
import type { Guide } from "./guide.ts";

/** In M, Power Query's own language: the whole plan as one flat table, a row a line. */
const QUERY = `let
  Items = Excel.CurrentWorkbook(){[Name = "Items"]}[Content],
  Sales = Excel.CurrentWorkbook(){[Name = "Sales"]}[Content],
  History = Record.FromTable(Table.FromRecords(List.Transform(Table.ToRows(Sales),
    each [Name = Text.From(_{0}), Value = List.Skip(_, 1)]))),
  Request = [
    today = Date.ToText(Date.From(DateTime.LocalNow()), [Format = "yyyy-MM-dd"]),
    period = "week",
    items = Table.ToRecords(Table.TransformColumnTypes(Items, {{"sku", type text}})),
    history = History,
    settings = [service_level = 0.95, review_days = 7]
  ],
  Answer = Json.Document(Web.Contents("http://127.0.0.1:3000/v1/reorder",
    [Headers = [#"Content-Type" = "application/json"], Content = Json.FromValue(Request)])),
  Plan = Table.SelectColumns(Table.FromRecords(Answer[lines]),
    {"sku", "supplier", "quantity", "cost", "currency", "order_date", "arrival",
     "cover_days", "reorder_point", "order_up_to", "safety_stock", "why"})
in
  Plan`;

export const powerQuery: Guide = {
  slug: "power-query",
  title: "The plan in Power Query",
  summary: "A plan as one flat table that Excel refreshes by itself, for reports and Power BI.",
  formulas: [],
  sections: ({ terminal, guide }) => [
    {
      heading: "What it needs",
      body: html`<p>Two Excel tables (Insert, Table) in the workbook:</p>
        <ul>
          <li>
            <b>Items</b>, with the headers <code>sku</code>, <code>on_hand</code> and <code>lead_time_days</code>, and
            of the others what you have: <code>supplier</code>, <code>cost</code>, <code>currency</code>,
            <code>moq</code>, <code>multiple</code>. Blank cells are left out; another header is refused by its name.
          </li>
          <li>
            <b>Sales</b>, an item a row: its SKU, then a column a week, oldest first, up to the last full week. A week
            without sales is 0.
          </li>
        </ul>
        <p>
          Nobody has tried it in a real Excel yet: if a step fails, tell us as ${guide("excel-first-try", "the script")}
          says.
        </p>`,
    },
    {
      heading: "The query",
      body: html`<p>Data, Get Data, From Other Sources, Blank Query; then Advanced Editor, and paste:</p>
        ${terminal(QUERY)}
        <p>
          Asked how to connect, choose <b>Anonymous</b>. Where the server wants a token, add
          <code>Authorization = "Bearer TOKEN"</code> to the headers; whoever can read the workbook can then read it.
        </p>`,
    },
    {
      heading: "What it does not do",
      body: html`<p>
        It reads these two tables as they are: no questions, no open orders, no promotions, and no quantity that you
        typed. For those make ${guide("first-reorder-sheet", "the reorder sheet")}.
      </p>`,
    },
  ],
};
