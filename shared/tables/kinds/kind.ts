import type { Field } from "../fields/index.ts";

/** A kind of table that a workbook may have. */
export interface TableKind<Name extends string = string> {
  readonly name: Name;
  /** What its columns can mean; absent where no plan is made of it. */
  readonly fields?: readonly Field[];
  /** What it is, in words, where no plan is made of it. */
  readonly what?: string;
  /** What its sheet's name or its title says: concepts that must all be there, then those that make it another kind. */
  readonly named: readonly (readonly [says: string, but?: string])[];
  /** Concepts of which one, in a quantity's header, makes dated rows this kind: units "counted" are no sales. */
  readonly counts?: string;
  /** Among its rows may be some that are still to come. */
  readonly mayCome?: true;
}

export function tableKind<const Kind extends TableKind>(kind: Kind): Kind {
  return kind;
}
