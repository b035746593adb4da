import type { Answer, ErrorCode, Outcome } from "../../shared/define/cells.ts";
import { messages, notAvailable } from "./messages.ts";

/** The reply is not what `POST /v1/compute` promises; the message says how, in a few words. */
export class DamagedReply extends Error {}

const codes: readonly ErrorCode[] = ["#VALUE!", "#N/A", "#NUM!"];

function isObject(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}

type Scalar = number | string | boolean;

/** A cell of an answer; JSON's null is an empty text, because Excel shows a returned null as 0. */
function cellOf(raw: unknown): Scalar | undefined {
  if (raw === null) return "";
  return typeof raw === "number" || typeof raw === "string" || typeof raw === "boolean" ? raw : undefined;
}

/** Reads an answer: one cell, or rows of equal length. Undefined where it is neither. */
function answerOf(raw: unknown): Answer | undefined {
  if (!Array.isArray(raw)) return cellOf(raw);
  const rows: Scalar[][] = [];
  for (const row of raw as unknown[]) {
    if (!Array.isArray(row) || row.length === 0 || row.length !== (raw[0] as unknown[]).length) return undefined;
    const cells = row.map(cellOf);
    if (!cells.every((cell) => cell !== undefined)) return undefined;
    rows.push(cells);
  }
  return rows.length > 0 ? rows : undefined;
}

function outcomeOf(raw: unknown, origin: string): Outcome {
  if (isObject(raw) && isObject(raw.error) && typeof raw.error.message === "string") {
    const { code, message } = raw.error;
    return { error: { code: codes.find((known) => known === code) ?? "#N/A", message } };
  }
  const value = isObject(raw) && "value" in raw ? answerOf(raw.value) : undefined;
  return value === undefined ? notAvailable(messages.malformed(origin, "one result has no value")) : { value };
}

/** Gives a message in place of an answer too large for Excel on the web, where the cell would stay busy for ever. */
function fitted(outcome: Outcome, limit: number): Outcome {
  return "value" in outcome && JSON.stringify(outcome.value).length > limit
    ? notAvailable(messages.answerTooLarge(limit))
    : outcome;
}

/**
 * Reads the text of a 200 reply to `expected` calls, in order. A damaged result costs its own cell only; a reply
 * that is damaged as a whole throws `DamagedReply`. Answers beyond `largest` characters become a message.
 */
export function readReply(text: string, expected: number, origin: string, largest: number): Outcome[] {
  let reply: unknown;
  try {
    reply = JSON.parse(text);
  } catch {
    throw new DamagedReply("it is not JSON");
  }
  if (!isObject(reply) || !Array.isArray(reply.results)) throw new DamagedReply("it holds no results");
  if (reply.results.length !== expected)
    throw new DamagedReply(`${reply.results.length} results for ${expected} calls`);
  const outcomes = reply.results.map((result) => outcomeOf(result, origin));
  return text.length > largest ? outcomes.map((outcome) => fitted(outcome, largest)) : outcomes;
}

/** What a problem+json body (RFC 9457) says, cut to a line; nothing where it is something else. */
export function problemDetail(text: string): string {
  try {
    const problem: unknown = JSON.parse(text);
    if (!isObject(problem)) return "";
    const said = problem.detail ?? problem.title;
    return typeof said === "string" ? said.slice(0, 200) : "";
  } catch {
    return "";
  }
}
