import { basicValue, shown } from "../../define/cells.ts";
import { UserError } from "../../define/errors.ts";
import type { Parameter } from "../../define/parameters.ts";

const MUST = "a country's two-letter code, with a region if wanted, such as DE, DE-BY or US-CA";

/** A country by its code (ISO 3166-1), with the code of a region (ISO 3166-2) if wanted; in capitals. */
export function countryCode(spec: { readonly doc: string }): Parameter<string> {
  return {
    ...spec,
    must: MUST,
    shape: "scalar",
    type: "string",
    optional: false,
    schema: { type: "string", pattern: "^[A-Za-z]{2}(-[A-Za-z0-9]{1,4}){0,2}$" },
    read(raw) {
      const value = basicValue(raw);
      const code = typeof value === "string" ? value.trim().toUpperCase() : "";
      if (!/^[A-Z]{2}(-[A-Z0-9]{1,4}){0,2}$/.test(code)) throw new UserError(`must be ${MUST}; got ${shown(value)}`);
      return code;
    },
  };
}
