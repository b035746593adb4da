/** The weights of a small recurrent network, by name. */
export interface Network {
  readonly version: string;
}
