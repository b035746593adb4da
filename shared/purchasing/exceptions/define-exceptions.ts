import type { Decision } from "../decide/decide.ts";
import type { ItemFacts } from "../facts/item-facts.ts";

/** What is the matter with an item or an order. */
export interface Finding<Code extends string = string> {
  readonly code: Code;
  /** The money expected to be lost if nothing is done, in the company's currency; 0 where nothing is, or it is unknown. */
  readonly money: number;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** One or a few kinds of exception that are found together. */
export interface Exceptions<Code extends string = string> {
  /** What a summary calls the kinds it finds, by their codes. */
  readonly kinds: Readonly<Record<Code, string>>;
  /** Those of an item, none where all is well; not there where they are of whole orders, which the plan looks at. */
  readonly find?: (facts: ItemFacts, decision: Decision) => readonly Finding<Code>[];
}

/** Defines exceptions: the compiler holds what is found to the kinds that are named. */
export const defineExceptions = <const Code extends string>(exceptions: Exceptions<Code>): Exceptions<Code> =>
  exceptions;
