import type { LinearProgram, Row, Variable } from "../../../optimise/problem.ts";

export type Terms = (readonly [variable: number, coefficient: number])[];

/** An integer programme as it is put together. */
export class Program {
  readonly #variables: Variable[] = [];
  readonly #rows: Row[] = [];
  constant = 0;

  #add(name: string, cost: number, upper: number, integer: boolean): number {
    this.#variables.push({ name, cost, lower: 0, upper, integer });
    return this.#variables.length - 1;
  }

  yesNo = (name: string, cost = 0): number => this.#add(name, cost, 1, true);
  count = (name: string, cost: number, most: number): number => this.#add(name, cost, most, true);
  amount = (name: string, cost = 0, most = Infinity): number => this.#add(name, cost, most, false);

  row(
    name: string,
    terms: Terms,
    { atLeast = -Infinity, atMost = Infinity }: { atLeast?: number; atMost?: number },
  ): void {
    this.#rows.push({ name, terms: terms.filter(([, a]) => a !== 0), lower: atLeast, upper: atMost });
  }

  linear(options: Pick<LinearProgram, "absoluteGap" | "nodeLimit" | "tolerance">): LinearProgram {
    return { variables: this.#variables, rows: this.#rows, gap: 0, ...options };
  }
}

export const plus = (...parts: readonly Terms[]): Terms => parts.flat();
export const times = (factor: number, terms: Terms): Terms => terms.map(([v, a]) => [v, factor * a]);
