/** The matrices that training moves; the standardisation of the inputs is fixed by the examples. */
export const TRAINED = ["first", "firstBias", "second", "secondBias", "output", "outputBias"] as const;
export type TrainedName = (typeof TRAINED)[number];
