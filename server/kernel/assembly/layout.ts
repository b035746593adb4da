// Where everything lies in memory. The batch is taken in groups whose steps stay in the cache. A step of a group has a row
// a feature, unit or gate, and the group's examples side by side in each row, so that four examples share a vector.

/** Most examples of a group: few, so that all rows of a step stay in the first cache. */
const GROUP: i32 = 16;
/** Bytes from one row to the next, a cache line. A constant, so that neighbouring rows need no pointers of their own. */
export const STRIDE: usize = 64;

/** Examples of the current group, and where among the batch it begins. */
export let first: i32 = 0;
export let count: i32 = 0;
/** The same rounded up to whole tiles of the matrix product; the added examples are zeros. */
export let lanes: i32 = 0;

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
/** inputs x 4 units: the gradient of the weights. */
export let slopes: usize = 0;

/**
 * What a group's backward pass reads of its forward pass, (steps + 1) x units x 5 rows: the gates after their activations
 * and the cell, before the first step and after each. The state is the output gate times the cell's tangent; over a
 * masked step both stay as they were.
 */
let trace: usize = 0;
/** Bytes of the trace a unit and where among them the output gate and the cell begin. */
export const UNIT: usize = 5 * STRIDE;
export const OUTPUT: usize = 3 * STRIDE;
export const CELL: usize = 4 * STRIDE;
let firstTrace: u64 = 0;
let traceBytes: u64 = 0;

// Work space of one step.
/** Lanes: all bits set where the step is known. */
export let mask: usize = 0;
/** inputs x lanes: the joined input. */
export let joined: usize = 0;
/** units x 4 x lanes: the weighted inputs of each unit's gates, in the backward pass their gradient. */
export let weighted: usize = 0;
/** (features + units) x lanes: gradients of the step's features and of the state before it. */
export let dJoined: usize = 0;
/** units x lanes: gradient of the state that comes from over a masked step, and from the output. */
export let dPassed: usize = 0;
export let dOutput: usize = 0;
/** units x lanes: gradient of the cells, and the tangents of the cells after the step. */
export let dCells: usize = 0;
export let squashed: usize = 0;

// Operands of the products in panels: see panels.ts.
export let forwardPanels: usize = 0;
export let backwardPanels: usize = 0;
export let joinedPanels: usize = 0;
export let weightedPanels: usize = 0;
export let slopePanels: usize = 0;

/** Steps of a group that go into one product for the gradient of the weights: its operands stay in the second cache. */
export const BLOCK: i32 = 16;
/** Examples of such a product. */
export const DEPTH: i32 = BLOCK * GROUP;

/** The first byte not yet given away: in 64 bits, so that what does not fit into 32 is noticed. */
let end: u64 = 0;

function place(rows: u64, bytes: u64): usize {
  const at = end as usize;
  // Cache lines of 64 bytes.
  end += (rows * bytes + 63) & ~63;
  return at;
}

/** A number of rows rounded up to whole panels of so many. */
export function whole(rows: i32, panel: i32): i32 {
  return (rows + panel - 1) & -panel;
}

/** Lays out memory for a layer of this shape, growing it where needed. Answers false where there is not enough. */
export function arrange(batchSize: i32, stepCount: i32, featureCount: i32, unitCount: i32): bool {
  batch = batchSize;
  steps = stepCount;
  features = featureCount;
  units = unitCount;
  inputs = features + 1 + units;
  groups = (batch + GROUP - 1) / GROUP;
  end = (__heap_base + 63) & ~63;
  const examples = (batch as u64) * (steps as u64);
  const row = (units as u64) * 16;
  const inFours = whole(inputs, 4) as u64;
  const gatesInEights = whole(4 * units, 8) as u64;
  x = place(examples, features * 4);
  known = place(examples, 4);
  y = place(examples, units * 4);
  weights = place(inputs, row);
  slopes = place(inputs, row);
  mask = place(1, STRIDE);
  joined = place(inFours, STRIDE);
  weighted = place(gatesInEights, STRIDE);
  dJoined = place(inFours, STRIDE);
  dPassed = place(units, STRIDE);
  dOutput = place(units, STRIDE);
  dCells = place(units, STRIDE);
  squashed = place(units, STRIDE);
  forwardPanels = place(inputs, row);
  backwardPanels = place(inFours, row);
  joinedPanels = place(inFours, DEPTH * 4);
  weightedPanels = place(gatesInEights, DEPTH * 4);
  slopePanels = place(inFours, gatesInEights * 4);
  firstTrace = end;
  traceBytes = ((steps as u64) + 1) * (units as u64) * UNIT;
  end += traceBytes * (groups as u64);
  // The last page stays free, so that no address runs over.
  if (end > 0xffff0000) return false;
  const lacking = (((end + 65535) >> 16) as i32) - memory.size();
  return lacking <= 0 || memory.grow(lacking) >= 0;
}

/** Makes a group the current one. */
export function enter(group: i32): void {
  first = group * GROUP;
  count = min<i32>(GROUP, batch - first);
  lanes = whole(count, 8);
  trace = (firstTrace + traceBytes * (group as u64)) as usize;
}

/** Where the trace before a step begins. */
export function before(step: i32): usize {
  return trace + (step as usize) * (units as usize) * UNIT;
}
