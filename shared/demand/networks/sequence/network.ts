/** How many of the latest points the recurrent part reads. */
export const STEPS = 40;
/** Inputs of one step: value, change, season, change over a season, and what the drivers did. */
export const STEP_INPUTS = 5;
/** Inputs that hold for the whole series. */
export const STATICS = 14;
/** Statistical forecasts the network mixes. */
export const BASES = 8;
/** Inputs of one horizon for the dense layers: the bases, log h and h in seasons. */
export const HORIZON_INPUTS = BASES + 2;
/**
 * What is known of drivers at one horizon, in z: their effect, what was left over after like ones, and the effect's standard
 * error. A factor each from the network says how much of the first two the median takes on and how far the third widens.
 */
export const DRIVER_TERMS = 3;
/** All that is known of one horizon: its inputs, then the driver terms. */
export const HORIZON_ROW = HORIZON_INPUTS + DRIVER_TERMS;
/** Probabilities of the quantiles the network answers; the middle one is the median. */
export const PROBABILITIES = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975] as const;
/** Index of the median among them. */
export const MEDIAN = 4;
/** Outputs of one horizon: a weight per basis, the median's residual, the gaps between quantiles, a factor per driver term. */
export const OUTPUTS = BASES + PROBABILITIES.length + DRIVER_TERMS;

/** Names of the weight matrices. */
export const TENSORS = [
  "lstm",
  "common",
  "horizon",
  "residual",
  "output",
  "commonBias",
  "residualBias",
  "outputBias",
  "drivers",
] as const;
export type TensorName = (typeof TENSORS)[number];

/** The weights of a small recurrent network, by name. */
export interface Network {
  /** Immutable name of these weights. */
  readonly version: string;
  /** Units of the recurrent layer. */
  readonly units: number;
  /** Units of the dense layers. */
  readonly hidden: number;
  /** Matrices, rows first: a layer's inputs are its rows. `lstm` has rows step inputs, 1 (its bias), state. */
  readonly weights: Readonly<Record<TensorName, Float32Array>>;
  /** Further networks, whose quantiles are averaged with this one's. */
  readonly others?: readonly Network[];
}

/** The networks whose quantiles are averaged: itself, and the others it has. */
export const membersOf = (network: Network): readonly Network[] => [network, ...(network.others ?? [])];

/** Rows and columns of each weight matrix for these layer sizes. */
export function shapesOf(units: number, hidden: number): Readonly<Record<TensorName, readonly [number, number]>> {
  return {
    lstm: [STEP_INPUTS + 1 + units, 4 * units],
    common: [units + STATICS, hidden],
    horizon: [HORIZON_INPUTS, hidden],
    residual: [hidden, hidden],
    output: [hidden, OUTPUTS],
    commonBias: [1, hidden],
    residualBias: [1, hidden],
    outputBias: [1, OUTPUTS],
    drivers: [DRIVER_TERMS, DRIVER_TERMS],
  };
}

/** Growth of the forecast error with the horizon, in units of the one-step scale: sqrt(0.6 + 0.4 h). */
export function spread(h: number): number {
  return Math.sqrt(0.6 + 0.4 * h);
}
