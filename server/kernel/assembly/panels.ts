// Panels: the operands of the products in the order in which a tile reads them, for each term its four or eight numbers
// side by side. A panel of gates has all four of a unit, or of two.
import {
  backwardPanels,
  DEPTH,
  features,
  forwardPanels,
  inputs,
  joined,
  joinedPanels,
  lanes,
  slopePanels,
  slopes,
  STRIDE,
  units,
  weighted,
  weightedPanels,
  weights,
  whole,
} from "./layout";
import { TILE } from "./product";
import { transpose } from "./transpose";

/** Weights for the forward product: panels of a unit's four gates, a term a joined input. */
export function packForward(): void {
  for (let input: i32 = 0; input < inputs; input++)
    for (let gate: i32 = 0; gate < 4; gate++)
      for (let unit: i32 = 0; unit < units; unit++)
        store<f32>(forwardPanels + ((4 * (unit * inputs + input) + gate) as usize) * 4, weight(input, gate, unit));
}

/**
 * Weights for the backward product: panels of four features or units, a term a gate. The bias is left out, and without
 * `ofInputs` so are the features.
 */
export function packBackward(ofInputs: bool): void {
  let row = 0;
  for (let input = ofInputs ? 0 : features + 1; input < inputs; input++) {
    if (input === features) continue;
    for (let gate: i32 = 0; gate < 4; gate++)
      for (let unit: i32 = 0; unit < units; unit++) {
        const term = 4 * ((row >> 2) * units + unit) + gate;
        store<f32>(backwardPanels + ((4 * term + (row & 3)) as usize) * 4, weight(input, gate, unit));
      }
    row++;
  }
}

/** Copies a step of a group, its joined inputs and the gradients of its gates, to its place among those of a block. */
export function packStep(place: i32): void {
  const terms = (place * lanes) as usize;
  for (let row: i32 = 0; row < inputs; row += 4)
    transpose(joinedPanels + panelOf(row) + terms * 16, 16, joined + (row as usize) * STRIDE, STRIDE, 4, lanes);
  for (let row: i32 = 0; row < 4 * units; row += 4) {
    const panel = weightedPanels + panelOf(row & ~7) + ((row & 4) as usize) * 4;
    transpose(panel + terms * 32, 32, weighted + (row as usize) * STRIDE, STRIDE, 4, lanes);
  }
}

/** Where a row's panel begins. */
function panelOf(row: i32): usize {
  return (row as usize) * (DEPTH as usize) * 4;
}

/** Copies the gradient of the weights from the tiles of the product to where the caller reads it. */
export function unpackSlopes(): void {
  const panels = whole(inputs, 4) >> 2;
  for (let input: i32 = 0; input < inputs; input++)
    for (let gate: i32 = 0; gate < 4; gate++)
      for (let unit: i32 = 0; unit < units; unit++) {
        const tile = slopePanels + (((unit >> 1) * panels + (input >> 2)) as usize) * TILE;
        const slope = load<f32>(tile + ((8 * (input & 3) + 4 * (unit & 1) + gate) as usize) * 4);
        store<f32>(slopes + indexOf(input, gate, unit), slope);
      }
}

function weight(input: i32, gate: i32, unit: i32): f32 {
  return load<f32>(weights + indexOf(input, gate, unit));
}

/** Where the caller has a weight or its gradient. */
function indexOf(input: i32, gate: i32, unit: i32): usize {
  return (((4 * input + gate) * units + unit) as usize) * 4;
}
