/**
 * How a history is prepared for the network. Frozen with forecast@3: its weights learnt from inputs made so, hence a
 * change of one of these is a change of the network, to be trained again (`npm run train`).
 */
export const FROZEN = {
  /** Points kept of a history: older ones say nothing more. */
  longest: 420,
  /** Smallest scale, so that a constant series does not divide by zero. */
  leastScale: 0.004,
  /** Scale of a history of one point, on which nothing changes. */
  scaleOfOne: 0.1,
  /** Smallest unit of a history, as a share of its largest value. */
  leastUnit: 1e-9,
  /** Smallest value, in units, of which a logarithm is taken. */
  leastValue: 1e-4,
  /** Points at least that the unit is the mean of; two seasons where those are more. */
  unitPoints: 12,
  /** Above this mean absolute change of the logarithm a series is too rough to be modelled on the log scale. */
  rough: 0.9,
  /** No exponential growth is carried on beyond this many times the largest value known. */
  mostGrowth: 100,
  /** Points whose mean the level starts from, and what it takes of each next one. */
  levelStart: 3,
  levelStep: 0.4,
  /** Latest changes whose mean size is the scale. */
  scaleChanges: 36,
  /** Latest changes that are correlated with those before them. */
  correlatedChanges: 60,
  /** Latest points among which those without demand are counted. */
  zeroPoints: 60,
  /** Latest points of whose least value a forecast on the log scale keeps at least a part, one in so many. */
  leastPoints: 24,
  leastPart: 5,
  /** Periods over which the last drift and the last change are measured, without a season. */
  driftPeriods: 12,
  changePeriods: 8,
  /** Latest points whose mean is a forecast, without a season. */
  recentPoints: 3,
  /** Horizons beyond this look like this one to the network; bases and spread go on. */
  farthest: 60,
} as const;
