import { Field } from "@fluentui/react-field";
import { Select } from "@fluentui/react-select";
import type { Reading } from "./reading.ts";
import type { ColumnView, TableView } from "../reader/table-view.ts";

function Column({ view, column, reading }: { view: TableView; column: ColumnView; reading: Reading }) {
  return (
    <Field
      label={column.doubtful ? `${column.label} ?` : column.label}
      size="small"
      orientation="horizontal"
      className="column"
    >
      <Select
        size="small"
        value={column.header}
        onChange={(_, { value }) => void reading.chooseColumn(view.role, column.field, value)}
      >
        <option value="">No column</option>
        {view.headers.map((header) => (
          <option key={header}>{header}</option>
        ))}
      </Select>
    </Field>
  );
}

/** What each column was taken for, to be corrected. */
export function TableColumns({ view, reading }: { view: TableView; reading: Reading }) {
  const columns = (list: readonly ColumnView[]) =>
    list.map((column) => <Column key={column.field} view={view} column={column} reading={reading} />);
  return (
    <div className="columns" role="group" aria-label={`Columns of ${view.sheet}`}>
      {columns(view.columns)}
      {view.others.length > 0 && (
        <details>
          <summary>{view.others.length} more it could have</summary>
          <div className="columns">{columns(view.others)}</div>
        </details>
      )}
    </div>
  );
}
