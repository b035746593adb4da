import { basicValue, shown } from "../../define/cells.ts";
import { UserError } from "../../define/errors.ts";
import type { Parameter } from "../../define/parameters.ts";

const MUST = "a date cell or text such as 2026-11-23, from 1970 to 2100";
/** Excel's serial number of 1970-01-01, the earliest date, and of the day after the latest, 2100-12-31. */
const EPOCH = 25_569;
const END = 73_416;
const DAY_MS = 86_400_000;

function dayOf(value: unknown): number | undefined {
  if (typeof value === "number") return value >= EPOCH && value < END ? Math.floor(value) - EPOCH : undefined;
  const [, iso] = /^(\d{4}-\d{2}-\d{2})$/.exec(typeof value === "string" ? value.trim() : "") ?? [];
  const time = iso === undefined ? NaN : Date.parse(`${iso}T00:00:00Z`);
  // The parser takes 30 February for 2 March.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(iso!)) return undefined;
  const day = time / DAY_MS;
  return day >= 0 && day < END - EPOCH ? day : undefined;
}

/** A calendar date, which the body receives as days since 1970-01-01. */
export function calendarDate(spec: { readonly doc: string }): Parameter<number> {
  return {
    ...spec,
    must: MUST,
    shape: "scalar",
    type: "any",
    optional: false,
    schema: {
      anyOf: [
        { type: "number", minimum: EPOCH, exclusiveMaximum: END },
        { type: "string", format: "date" },
      ],
    },
    read(raw) {
      const value = basicValue(raw);
      const day = dayOf(value);
      if (day === undefined) throw new UserError(`must be ${MUST}; got ${shown(value)}`);
      return day;
    },
  };
}
