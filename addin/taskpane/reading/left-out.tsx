import { count } from "../view/money.ts";

/** What of the workbook no plan is made of, a line each, so that nothing is dropped in silence. */
export function LeftOut({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <details className="findings">
      <summary>{count(lines.length, "part")} of the workbook left out</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
