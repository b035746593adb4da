import type { Decision } from "../decide/decide.ts";
import type { ItemFacts } from "../facts/item-facts.ts";
import type { Exceptions, Finding } from "./define-exceptions.ts";
import { exceptions } from "./index.ts";

type CodesOf<E> = E extends Exceptions<infer Code> ? Code : never;
export type ExceptionCode = CodesOf<(typeof exceptions)[number]>;

/** What a summary calls each kind, by its code. */
export const EXCEPTION_KINDS = Object.assign({}, ...exceptions.map(({ kinds }) => kinds)) as Readonly<
  Record<ExceptionCode, string>
>;

export const EXCEPTION_CODES = Object.keys(EXCEPTION_KINDS) as ExceptionCode[];

/** All that is the matter with an item. */
export const exceptionsOf = (facts: ItemFacts, decision: Decision): Finding<ExceptionCode>[] =>
  (exceptions as readonly Exceptions<ExceptionCode>[]).flatMap(({ find }) => find?.(facts, decision) ?? []);
