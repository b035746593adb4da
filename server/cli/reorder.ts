import path from "node:path";
import { UserError } from "../../shared/define/errors.ts";
import { planMessage } from "../../shared/purchasing/plan/assemble.ts";
import { makePlan } from "../../shared/purchasing/plan/make-plan.ts";
import { salesEnd } from "../../shared/purchasing/terms/plan-time.ts";
import { allNetworks } from "../../shared/demand/forecast/networks.ts";
import { passOnDemand } from "../../shared/purchasing/terms/pass-on-demand.ts";
import type { Plan } from "../../shared/purchasing/plan/plan-schema.ts";
import type { PlanRequest } from "../../shared/purchasing/terms/plan.ts";
import type { Findings } from "../../shared/tables/findings.ts";
import { engines } from "../engines/index.ts";
import { HELP, reorderOptions } from "./reorder/options.ts";
import { progressReporter } from "./reorder/progress.ts";
import { readOnThread } from "./reorder/reading/thread.ts";
import { reorderWorkbook } from "./reorder/reorder-workbook.ts";

const LISTED = 5;

function describe(findings: Findings, request: PlanRequest): string {
  const tables = findings.tables.map(
    ({ sheet, role, rows, columns }) =>
      `  ${sheet}: ${role}, ${rows} rows (${columns.map(({ field, header }) => `${field} = "${header}"`).join(", ")})`,
  );
  const bad = findings.bad_rows
    .slice(0, LISTED)
    .map(
      ({ sheet, row, message }) => `  ! ${row > 0 ? `${sheet}, row ${row}: ` : sheet ? `${sheet}: ` : ""}${message}`,
    );
  const more =
    findings.bad_rows.length > LISTED
      ? [`  ! … and ${findings.bad_rows.length - LISTED} more, in the plan's Exceptions sheet`]
      : [];
  const head = `Read ${request.items.length} items and ${findings.periods} ${findings.period}s of history (${findings.first_period} to ${findings.last_period}), for ${findings.today}. ${salesEnd(findings).says}.`;
  const questions = findings.questions.map(
    ({ about, choices, taken }) =>
      `  ? ${about}${choices.map(({ answer, says }) => `\n      ${answer === taken ? "*" : " "} ${says}`).join("")}`,
  );
  return [head, ...tables, ...questions, ...findings.notes.map((note) => `  - ${note}`), ...bad, ...more].join("\n");
}

/** `unread` rows are on the sheet of exceptions too. */
function conclude(plan: Plan, unread: number, out: string): string {
  const dearest = [...plan.exceptions]
    .sort((a, b) => b.money - a.money)
    .slice(0, LISTED)
    .map(({ sku, code, message }) => `  ${code} ${sku}: ${message}`);
  return [planMessage(plan, plan.exceptions.length + unread), ...dearest, `Plan written to ${out}`].join("\n");
}

function localDate(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** Faults of ours while planning: the first is shown, so that it can be reported. */
function faultReporter(): (error: unknown) => string {
  let count = 0;
  return (error) => {
    if (count++ === 0) console.error(error);
    return `fault ${count}`;
  };
}

async function main(args: readonly string[]): Promise<void> {
  const options = reorderOptions(args);
  if (options === undefined) return console.log(HELP);
  // npm runs its scripts in the project's folder and keeps the caller's folder here.
  const from = process.env.INIT_CWD ?? process.cwd();
  const answers = options.answers === undefined ? {} : { answers: path.resolve(from, options.answers) };
  const files = { input: path.resolve(from, options.input), out: path.resolve(from, options.out), ...answers };
  const networks = await allNetworks(engines);
  const solver = await engines.mixed();
  const progress = progressReporter("Planning", process.stderr);
  let unread = 0;
  const plan = await reorderWorkbook(
    { ...options, ...files },
    {
      now: localDate(),
      read: readOnThread,
      onRead({ findings, request }) {
        unread = findings.bad_rows.length;
        console.log(describe(findings, request));
      },
      plan(read) {
        const { request, exceptions } = passOnDemand(read);
        return makePlan(request, { exceptions, onFault: faultReporter(), networks, solver, progress: progress.update });
      },
    },
  );
  progress.end();
  console.log(conclude(plan, unread, files.out));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const mine = error instanceof UserError;
  console.error(mine ? error.message : error);
  process.exitCode = mine ? 2 : 1;
});
