import { closeGates, openGates } from "./gates";
import {
  cells,
  dCells,
  dFeatures,
  dOutput,
  dPassed,
  dState,
  enter,
  featurePanels,
  features,
  forwardPanels,
  gates,
  groups,
  inputs,
  joined,
  lanes,
  slopes,
  statePanels,
  steps,
  stride,
  units,
  weights,
} from "./layout";
import { addOuter } from "./outer";
import { multiply, pack } from "./product";
import { loadOutputGradient, loadSteps, storeFeatures, storeState } from "./steps";

// What the module exports: the caller arranges memory for a shape, writes the inputs and reads the outputs.
export { arrange, known, slopes, weights, x, y } from "./layout";

/** From x, known and weights to y: every state (`sequences`) or the last one. Leaves the trace for `backward`. */
export function forward(sequences: bool): void {
  pack(forwardPanels, weights, 4 * units, inputs, 4, (units as usize) * 16);
  for (let group: i32 = 0; group < groups; group++) {
    enter(group);
    forwardGroup(sequences);
  }
}

function forwardGroup(sequences: bool): void {
  const block = (units as usize) * stride;
  loadSteps();
  memory.fill(cells, 0, block);
  memory.fill(joined + ((features + 1) as usize) * stride, 0, block);
  for (let step: i32 = 0; step < steps; step++) {
    const gate = gates + (step as usize) * 4 * block;
    const input = joined + (step as usize) * (inputs as usize) * stride;
    multiply(gate, forwardPanels, input, 4 * units, inputs, lanes, stride);
    openGates(step);
    if (sequences || step === steps - 1) storeState(step, sequences);
  }
}

/**
 * From the gradient of y, in its place, to that of the weights in slopes and, where asked, that of x in its place
 * (backpropagation through time; Werbos 1990). Uses the trace up.
 */
export function backward(sequences: bool, ofInputs: bool): void {
  const row = (units as usize) * 16;
  pack(statePanels, weights + ((features + 1) as usize) * row, units, 4 * units, row, 4);
  if (ofInputs) pack(featurePanels, weights, features, 4 * units, row, 4);
  memory.fill(slopes, 0, (inputs as usize) * row);
  for (let group: i32 = 0; group < groups; group++) {
    enter(group);
    backwardGroup(sequences, ofInputs);
    addOuter(slopes, gates, joined, 4 * units, inputs, steps, lanes, stride);
  }
}

function backwardGroup(sequences: bool, ofInputs: bool): void {
  const block = (units as usize) * stride;
  memory.fill(dState, 0, block);
  memory.fill(dPassed, 0, block);
  memory.fill(dOutput, 0, block);
  memory.fill(dCells, 0, block);
  for (let step = steps - 1; step >= 0; step--) {
    const gate = gates + (step as usize) * 4 * block;
    if (sequences || step === steps - 1) loadOutputGradient(dOutput, step, sequences);
    closeGates(step);
    if (!sequences && step === steps - 1) memory.fill(dOutput, 0, block);
    if (step > 0) multiply(dState, statePanels, gate, units, 4 * units, lanes, stride);
    if (ofInputs) {
      multiply(dFeatures, featurePanels, gate, features, 4 * units, lanes, stride);
      storeFeatures(dFeatures, step);
    }
  }
}
