import { dayNumber } from "../../../shared/calendar/dates.ts";
import { dayLabel } from "../../../shared/calendar/words.ts";
import type { Findings as Found } from "../../../shared/tables/findings.ts";
import { count } from "../view/money.ts";

const LISTED = 30;

const date = (iso: string): string => dayLabel(dayNumber(iso));

/** How the workbook was read and which rows were odd, so that the plan can be trusted or the sheet mended. */
export function Findings({ findings }: { findings: Found }) {
  const { bad_rows: odd, notes, period, periods, first_period, last_period, today } = findings;
  return (
    <details className="findings">
      <summary>How it was read{odd.length > 0 && `, ${count(odd.length, "row")} to mend`}</summary>
      <p>
        {count(periods, period)} of history, {date(first_period)} to {date(last_period)}; planned for {date(today)}.
      </p>
      <ul>
        {odd.slice(0, LISTED).map(({ sheet, row, message }, i) => (
          <li key={i}>
            {row > 0 && <strong>{`${sheet}, row ${row}: `}</strong>}
            {message}
          </li>
        ))}
        {odd.length > LISTED && <li>… and {odd.length - LISTED} more</li>}
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  );
}
