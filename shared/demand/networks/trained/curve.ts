/** A point of the loss curve: the running mean of the training loss, and the loss on the validation windows. */
export interface CurvePoint {
  readonly step: number;
  /** Not before the first step. */
  readonly training?: number;
  readonly validation: number;
}
