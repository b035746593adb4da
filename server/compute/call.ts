/** One call of `POST /v1/compute`. */
export interface Call {
  readonly function: string;
  readonly args: readonly unknown[];
}
