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

/** Copies a step's joined inputs to the panels of a block of steps: its examples are terms from this one on. */
export function packJoined(term: i32): void {
  for (let row: i32 = 0; row < inputs; row += 4)
    transpose(inPanel(joinedPanels, row, 4, term), 16, joined + (row as usize) * STRIDE, STRIDE, 4, lanes);
}

/** Where the gradient of a unit's gates goes in such panels. */
export function packedGates(unit: i32, term: i32): usize {
  return inPanel(weightedPanels, 4 * unit, 8, term);
}

/** Where a term of a row is, in panels of so many rows. */
function inPanel(panels: usize, row: i32, panel: i32, term: i32): usize {
  return panels + (((row & -panel) * DEPTH + term * panel + (row & (panel - 1))) as usize) * 4;
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
