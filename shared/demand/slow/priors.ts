// What one short history cannot tell, learnt across several thousand histories of car, aircraft, machine and refinery
// spares and of a gift shop: started from maximum likelihood of the number of periods with demand (beta-binomial), then
// moved, one constant after the other, to the least mean pinball loss of lead-time totals at 0.5, 0.8, 0.9, 0.95 and
// 0.99, of totals that came 6 to 34 periods before the end of the training parts. The test parts had no say. The benchmark
// `intermittent` prints what they are worth on both.

/** Of the probability of demand in a period (logit scale), and of how sure it is (logarithm of the concentration). */
export const INCIDENCE = {
  constant: 0.1,
  recent: 0.39,
  listed: 0.534,
  /** Of the square of the silence. */
  silence: -0.2,
  sure: -0.923,
  sureListed: 0.0575,
  sureDemands: 0.378,
  sureSilence: 0.492,
  sureObservations: 0.53,
} as const;

/** Of the sizes of demands. */
export const SIZES = {
  /** Demands that the mean of all of them is worth beside the recent ones. */
  strength: 0.35,
  /** Power of the evidence for how quickly sizes change. */
  belief: 0.157,
  /** Demands seen at which the sizes seen count as much as the geometric distribution. */
  evidence: 13.4,
  /** Mean size below which a size comes twice by chance, and tells nothing of fixed lots. */
  small: 5,
  /** Mean of the geometric distribution as a share of the mean size: large demands are rarer than they look. */
  caution: 0.635,
} as const;
