import { Warning12Filled } from "@fluentui/react-icons";
import type { MarkedColumn, TableView } from "../reader/table-view.ts";

/** The header as the buyer has it, and below it what the column was taken for and how surely. */
function Mark({ column: { header, taken, certainty, doubtful } }: { column: MarkedColumn }) {
  return (
    <th scope="col" data-doubtful={doubtful}>
      {header}
      <span className="mark">
        {doubtful && <Warning12Filled aria-hidden />} {taken}
        {certainty !== "" && `, ${certainty}`}
      </span>
    </th>
  );
}

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
            {preview.columns.map((column, i) => (
              <Mark key={i} column={column} />
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
