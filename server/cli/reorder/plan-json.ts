import type { Plan, PlanException } from "../../../shared/purchasing/plan/plan-schema.ts";
import type { Findings } from "../../../shared/tables/findings.ts";
import { reportOf } from "../../../shared/tables/report.ts";

/** A plan as JSON: what the server answers, with the rows that could not be read and how the workbook was read. */
export function planJson(plan: Plan, findings: Findings): Buffer {
  const unread = findings.bad_rows.map(({ sku, sheet, row, message }): PlanException => {
    const where = row > 0 ? `${sheet}, row ${row}: ` : sheet === "" ? "" : `${sheet}: `;
    return { sku, code: "data", money: 0, message: `${where}${message}` };
  });
  const exceptions = [...plan.exceptions, ...unread];
  return Buffer.from(`${JSON.stringify({ ...plan, exceptions, reading: reportOf(findings) }, null, 2)}\n`);
}
