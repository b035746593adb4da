import type { TableView } from "../model/table-view.ts";

/** The first rows of a table as it was read. */
export function TablePreview({ view: { sheet, preview, headerRow, periods } }: { view: TableView }) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={`First rows of ${sheet}`}>
      <table className="preview">
        <caption>
          {sheet}, header in row {headerRow}
          {periods && `; demand in ${periods}`}
        </caption>
        <thead>
          <tr>
            {preview.headers.map((header, i) => (
              <th key={i} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row, r) => (
            <tr key={r}>
              {row.map((cell, i) => (
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
