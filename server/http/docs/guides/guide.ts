import type { Example } from "../../../../shared/define/define.ts";
import type { Content, Markup } from "../html.ts";

/** A formula of a guide with its answer: the tests run it. */
export interface GuideFormula extends Omit<Example, "says" | "answer"> {
  readonly function: string;
  readonly answer: Exclude<Example["answer"], (...args: never[]) => unknown>;
}

/** What the text of a guide is made with. */
export interface Pen {
  /** Where the server is mounted. */
  readonly base: string;
  /** A function's name, linked to its page. */
  fn(name: string): Markup;
  /** One of the guide's formulas with its cells and answer. */
  show(formula: GuideFormula): Markup;
  /** A link to another guide. */
  guide(slug: string, text: string): Markup;
  /** Lines to type into a terminal. */
  terminal(...lines: string[]): Markup;
}

export interface Section {
  readonly heading: string;
  readonly body: Content;
}

export interface Guide {
  /** Its address: /docs/guides/slug. */
  readonly slug: string;
  readonly title: string;
  /** One sentence for the front page. */
  readonly summary: string;
  readonly formulas: readonly GuideFormula[];
  sections(pen: Pen): readonly Section[];
}
