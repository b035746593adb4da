import { closeGates, openGates, squashCells } from "./gates";
import {
  backwardPanels,
  before,
  BLOCK,
  dCells,
  DEPTH,
  dJoined,
  dOutput,
  dPassed,
  enter,
  features,
  forwardPanels,
  groups,
  inputs,
  joined,
  joinedPanels,
  lanes,
  slopePanels,
  steps,
  STRIDE,
  UNIT,
  units,
  weighted,
  weightedPanels,
  whole,
} from "./layout";
import { packBackward, packForward, packJoined, unpackSlopes } from "./panels";
import { addProduct, multiply } from "./product";
import { loadOutputGradient, loadStep, storeFeatures, storeState } from "./steps";

// What the module exports: the caller arranges memory for a shape, writes the inputs and reads the outputs.
export { arrange, known, slopes, weights, x, y } from "./layout";

/** From x, known and weights to y: every state (`sequences`) or the last one. Leaves the trace for `backward`. */
export function forward(sequences: bool): void {
  packForward();
  for (let group: i32 = 0; group < groups; group++) {
    enter(group);
    forwardGroup(sequences);
  }
}

function forwardGroup(sequences: bool): void {
  memory.fill(before(0), 0, (units as usize) * UNIT);
  memory.fill(joined + ((features + 1) as usize) * STRIDE, 0, (units as usize) * STRIDE);
  for (let step: i32 = 0; step < steps; step++) {
    loadStep(step);
    multiply(weighted, forwardPanels, joined, 4 * units, inputs, lanes);
    openGates(step);
    if (sequences || step === steps - 1) storeState(step, sequences);
  }
}

/**
 * From the gradient of y, in its place, to that of the weights in slopes and, where asked, that of x in its place
 * (backpropagation through time; Werbos 1990).
 */
export function backward(sequences: bool, ofInputs: bool): void {
  packBackward(ofInputs);
  memory.fill(slopePanels, 0, (whole(inputs, 4) as usize) * (whole(4 * units, 8) as usize) * 4);
  // The group whose forward pass was last is still in the cache.
  for (let group = groups - 1; group >= 0; group--) {
    enter(group);
    backwardGroup(sequences, ofInputs);
  }
  unpackSlopes();
}

function backwardGroup(sequences: bool, ofInputs: bool): void {
  const block = (units as usize) * STRIDE;
  const dState = ofInputs ? dJoined + (features as usize) * STRIDE : dJoined;
  memory.fill(dState, 0, block);
  memory.fill(dPassed, 0, block);
  memory.fill(dOutput, 0, block);
  memory.fill(dCells, 0, block);
  squashCells();
  for (let step = steps - 1, place = 0; step >= 0; step--) {
    loadStep(step);
    if (sequences || step === steps - 1) loadOutputGradient(dOutput, step, sequences);
    closeGates(step, dState, place * lanes);
    if (!sequences && step === steps - 1) memory.fill(dOutput, 0, block);
    packJoined(place++ * lanes);
    if (place === BLOCK || step === 0) {
      addProduct(slopePanels, joinedPanels, weightedPanels, inputs, 4 * units, place * lanes, DEPTH);
      place = 0;
    }
    const rows = (ofInputs ? features : 0) + (step > 0 ? units : 0);
    multiply(dJoined, backwardPanels, weighted, rows, 4 * units, lanes);
    if (ofInputs) storeFeatures(dJoined, step);
  }
}
