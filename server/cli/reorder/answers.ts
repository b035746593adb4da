import { readFile } from "node:fs/promises";
import path from "node:path";
import { UserError } from "../../../shared/define/errors.ts";
import { answersFrom, type Answers } from "../../../shared/tables/questions.ts";

/** Reads answers to questions from a JSON file: an object from each question's id to an answer. */
export async function readAnswers(file: string): Promise<Answers> {
  const wrong = (what: string): UserError =>
    new UserError(`--answers: ${path.basename(file)} ${what}; it must be JSON like {"date order: date": "month"}.`);
  const text = await readFile(file, "utf8").catch(() => {
    throw wrong("was not found");
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw wrong("is not JSON");
  }
  const answers = answersFrom(value);
  if (answers === undefined) throw wrong("holds something else than texts");
  return answers;
}
