import { z } from "zod";
import { isIsoDate } from "../../calendar/dates.ts";
import { shown } from "../../define/cells.ts";
import { unknownFields } from "../../define/unknown-fields.ts";

/** Of a request: what is read is checked, and refused in words that follow the field's name. */

export const isoDate = z
  .string("must be a date such as 2026-11-23")
  .refine(isIsoDate, "must be a date such as 2026-11-23")
  .meta({ format: "date" });
export const words = z.string("must be text").max(500, "must be at most 500 characters");
export const currencyCode = z.string("must be text").max(10);
export const amountOf = (what = "must be a number") =>
  z.number(what).min(0, "must be at least 0").max(1e15, "must be at most 1e15");

/** Absent, null and "" all mean that a cell was left blank. */
export const blank = <T extends z.ZodType>(schema: T) =>
  z.preprocess((x) => (x === null || x === "" ? undefined : x), schema.optional());

/** An object of these fields and no others. */
export const fieldsOf = <S extends z.core.$ZodLooseShape>(what: string, shape: S) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys" ? unknownFields(issue.keys, what, Object.keys(shape)) : "must be an object",
  });

const KINDS: Readonly<Record<string, string>> = {
  string: "must be text",
  number: "must be a number",
  int: "must be a whole number",
  boolean: "must be true or false",
  array: "must be a list",
  object: "must be an object",
  record: "must be an object",
};

/** An issue in our words, also where its schema says nothing of its own. */
function wordsOf(issue: z.core.$ZodIssue): string {
  if (!/^(Invalid|Too|Unrecognized)\b/.test(issue.message)) return issue.message;
  if (issue.code === "invalid_type") return KINDS[issue.expected] ?? "is not valid";
  const counted = "origin" in issue && issue.origin === "string" ? " characters" : "";
  if (issue.code === "too_big") return `must be at most ${issue.maximum}${counted}`;
  if (issue.code === "too_small") return `must be at least ${issue.minimum}${counted}`;
  return "is not valid";
}

/** "on_order 2, due: must be a date such as 2026-11-23" for the first thing wrong; a field that is none comes first. */
export function sentence({ issues }: z.ZodError, raw: unknown, prefix = ""): string {
  const unknown = issues.find(({ code }) => code === "unrecognized_keys");
  const issue = unknown ?? issues[0];
  if (!issue) return `${prefix}is not valid`;
  const where = issue.path.map((part) => (typeof part === "number" ? part + 1 : String(part))).join(" ");
  const at = where ? `${where}: ` : "";
  if (unknown) return `${prefix}${at}${issue.message}`;
  const value = issue.path.reduce<unknown>((of, part) => (of as Record<PropertyKey, unknown> | undefined)?.[part], raw);
  const blankCell = value === undefined || value === null || value === "";
  const what =
    blankCell && issue.path.length ? "is missing" : `${wordsOf(issue)}${blankCell ? "" : `; got ${shown(value)}`}`;
  return `${prefix}${at}${what}`;
}

/** Of an answer: what is made by us needs no bounds in words. */

export const text = (description: string) => z.string().describe(description);
export const amount = (description: string) => z.number().describe(description);
export const count = (description: string) => z.int().min(0).describe(description);
export const date = (description: string) => z.string().meta({ description, format: "date" });
