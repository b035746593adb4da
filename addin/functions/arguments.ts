import { basicValue } from "../../shared/define/cells.ts";

/**
 * One cell as the server and the formulas read it. Excel gives an error in a range as an object with a `code`, and a
 * data-type value as an object with a `basicValue`; both become plain.
 */
function plainCell(raw: unknown): unknown {
  const value = basicValue(raw);
  if (value === undefined) return null;
  if (typeof value === "object" && value !== null && "code" in value) return value.code;
  return value;
}

function plain(raw: unknown): unknown {
  if (typeof raw !== "object") return raw ?? null;
  return Array.isArray(raw) ? raw.map(plain) : plainCell(raw);
}

/**
 * What Excel passed, made plain: the invocation object (always the last argument, whatever functions.json Excel has
 * kept) taken off, and then the nulls that stand for trailing optional arguments, down to `required`.
 */
export function readCall<I>(passed: readonly unknown[], required: number): { args: unknown[]; invocation: I } {
  const last = passed.length - 1;
  const args: unknown[] = [];
  for (let i = 0; i < last; i += 1) args.push(plain(passed[i]));
  while (args.length > required && args.at(-1) === null) args.pop();
  return { args, invocation: passed[last] as I };
}
