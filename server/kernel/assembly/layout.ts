// Where everything lies in memory. The batch is taken in groups whose steps stay in the cache. A step of a group has a row
// a feature, unit or gate, and the group's examples side by side in each row, so that four examples share a vector.

/** Most examples of a group. */
const GROUP: i32 = 32;

/** Examples of the current group, and where among the batch it begins. */
export let first: i32 = 0;
export let count: i32 = 0;
/** The same rounded up to whole tiles of the matrix product; the added examples are zeros. */
export let lanes: i32 = 0;
/** Bytes from one row to the next, in every group. */
export let stride: usize = 0;

export let groups: i32 = 0;
let batch: i32 = 0;
export let steps: i32 = 0;
export let features: i32 = 0;
export let units: i32 = 0;
/** Rows of the joined input: a step's features, 1 for the bias, the state before the step. */
export let inputs: i32 = 0;

// What the caller writes and reads, each example and step after another.
/** batch x steps x features: the inputs, then their gradient. */
export let x: usize = 0;
/** batch x steps: 0 where a step is to be passed over. */
export let known: usize = 0;
/** batch x steps x units, or batch x units where only the last is asked for: the states, then their gradient. */
export let y: usize = 0;
/** inputs x 4 units: the weights, gates in the order input, forget, cell, output. */
export let weights: usize = 0;
/** inputs x 4 units, with room for one row more: the gradient of the weights. */
export let slopes: usize = 0;

// The trace of a group's forward pass, which its backward pass reads.
/** (steps + 1) x inputs x lanes: the joined inputs of each step. */
export let joined: usize = 0;
/** (steps + 1) x units x lanes: the cells before each step. */
export let cells: usize = 0;
/** steps x 4 units x lanes: the gates after their activations; the backward pass puts their gradients there. */
export let gates: usize = 0;
/** steps x lanes: all bits set where a step is known. */
export let masks: usize = 0;
let firstTrace: u64 = 0;
let traceBytes: u64 = 0;

// Work space.
/** Weights in panels of four gates, as the forward product reads them. */
export let forwardPanels: usize = 0;
/** Weights of the state in panels of four units, then of the features in panels of four, as the backward products read them. */
export let statePanels: usize = 0;
export let featurePanels: usize = 0;
/** units x lanes: gradient of the state that comes from the step after, from over a masked step, from the output. */
export let dState: usize = 0;
export let dPassed: usize = 0;
export let dOutput: usize = 0;
/** units x lanes: gradient of the cells. */
export let dCells: usize = 0;
/** features x lanes: gradient of a step's features. */
export let dFeatures: usize = 0;

/** The first byte not yet given away: in 64 bits, so that what does not fit into 32 is noticed. */
let end: u64 = 0;

function place(rows: u64, bytes: u64): usize {
  const at = end as usize;
  // Cache lines of 64 bytes.
  end += (rows * bytes + 63) & ~63;
  return at;
}

function toFours(count: i32): i32 {
  return (count + 3) & ~3;
}

/** Lays out memory for a layer of this shape, growing it where needed. Answers false where there is not enough. */
export function arrange(batchSize: i32, stepCount: i32, featureCount: i32, unitCount: i32): bool {
  batch = batchSize;
  steps = stepCount;
  features = featureCount;
  units = unitCount;
  inputs = features + 1 + units;
  groups = (batch + GROUP - 1) / GROUP;
  stride = (min<i32>(GROUP, (batch + 7) & ~7) as usize) * 4;
  end = (__heap_base + 63) & ~63;
  const examples = (batch as u64) * (steps as u64);
  const row = (units as u64) * 16;
  x = place(examples, features * 4);
  known = place(examples, 4);
  y = place(examples, units * 4);
  weights = place(inputs, row);
  slopes = place(inputs + 1, row);
  forwardPanels = place(inputs, row);
  statePanels = place(toFours(units), row);
  featurePanels = place(toFours(features), row);
  dState = place(toFours(units), stride);
  dPassed = place(units, stride);
  dOutput = place(units, stride);
  dCells = place(units, stride);
  dFeatures = place(toFours(features), stride);
  firstTrace = end;
  enter(0);
  traceBytes = end - firstTrace;
  end = firstTrace + traceBytes * (groups as u64);
  // The last page stays free, so that no address runs over.
  if (end > 0xffff0000) return false;
  const lacking = (((end + 65535) >> 16) as i32) - memory.size();
  return lacking <= 0 || memory.grow(lacking) >= 0;
}

/** Makes a group the current one. */
export function enter(group: i32): void {
  first = group * GROUP;
  count = min<i32>(GROUP, batch - first);
  lanes = (count + 7) & ~7;
  end = firstTrace + traceBytes * (group as u64);
  const after = (steps as u64) + 1;
  joined = place(after * (inputs as u64), stride);
  cells = place(after * (units as u64), stride);
  gates = place((steps as u64) * (units as u64) * 4, stride);
  masks = place(steps, stride);
}
