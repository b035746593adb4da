import { dayNumber, EXCEL_EPOCH, isIsoDate } from "../../calendar/dates.ts";
import { basicValue, shown } from "../../define/cells.ts";
import { UserError } from "../../define/errors.ts";
import type { Parameter } from "../../define/parameters.ts";

const MUST = "a date cell or text such as 2026-11-23, from 1970 to 2100";
/** Excel's serial number of the day after the latest date, 2100-12-31. */
const END = 73_416;

function dayOf(value: unknown): number | undefined {
  const text = typeof value === "string" ? value.trim() : "";
  const day = typeof value === "number" ? Math.floor(value) - EXCEL_EPOCH : isIsoDate(text) ? dayNumber(text) : NaN;
  return day >= 0 && day < END - EXCEL_EPOCH ? day : undefined;
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
        { type: "number", minimum: EXCEL_EPOCH, exclusiveMaximum: END },
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
