import { mix } from "../../../shared/numeric/random.ts";
import { caseOf, type Case, type Kind } from "./case.ts";
import { KINDS } from "./kinds/index.ts";
import { LANGUAGES } from "./words/table.ts";

/** A case with what it was made from. */
export interface Numbered {
  readonly one: Case;
  readonly kind: Kind;
  readonly seed: number;
}

/** Every trap in every language, always the same for the same seed. */
export function* allCases(seed = 1): Generator<Numbered> {
  let number = 0;
  for (const kind of KINDS)
    for (const name of Object.keys(kind.traps))
      for (const language of kind.languages ?? LANGUAGES) {
        const own = mix(seed, ++number);
        yield { one: caseOf(kind, name, language, own), kind, seed: own };
      }
}

/** The name under which a case is reported. */
export const labelOf = ({ kind, name, language }: Case): string => `${kind} / ${name} / ${language}`;
