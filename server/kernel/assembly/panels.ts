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

/**
 * Weights for the forward product: panels of a unit's four gates, a term a joined input. Halved for the gates that a
 * logistic function opens, which is the tangent of half its argument.
 */
export function packForward(): void {
  for (let input: i32 = 0; input < inputs; input++) {
    let from = ofInput(weights, input);
    let to = forwardPanels + (input as usize) * 16;
    for (let unit: i32 = 0; unit < units; unit++) {
      for (let gate: i32 = 0; gate < 4; gate++) {
        const scale: f32 = gate === 2 ? 1 : 0.5;
        store<f32>(to + (gate as usize) * 4, scale * load<f32>(from + ofGate(gate)));
      }
      from += 4;
      to += (inputs as usize) * 16;
    }
  }
}

/**
 * Weights for the backward product: panels of four features or units, a term a gate. The bias is left out, and without
 * `ofInputs` so are the features.
 */
export function packBackward(ofInputs: bool): void {
  let row = 0;
  for (let input = ofInputs ? 0 : features + 1; input < inputs; input++) {
    if (input === features) continue;
    let from = ofInput(weights, input);
    let to = backwardPanels + ((row & ~3) as usize) * (units as usize) * 16 + ((row & 3) as usize) * 4;
    for (let unit: i32 = 0; unit < units; unit++) {
      for (let gate: i32 = 0; gate < 4; gate++) store<f32>(to + (gate as usize) * 16, load<f32>(from + ofGate(gate)));
      from += 4;
      to += 64;
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
  const tilesOfPanel = (whole(inputs, 4) as usize) >> 2;
  for (let input: i32 = 0; input < inputs; input++) {
    let to = ofInput(slopes, input);
    const tile = slopePanels + ((input as usize) >> 2) * TILE + ((input & 3) as usize) * 32;
    for (let unit: usize = 0; unit < (units as usize); unit++) {
      const from = tile + (unit >> 1) * tilesOfPanel * TILE + (unit & 1) * 16;
      for (let gate: i32 = 0; gate < 4; gate++) store<f32>(to + ofGate(gate), load<f32>(from + (gate as usize) * 4));
      to += 4;
    }
  }
}

/** Where the caller has an input's weights, or their gradients. */
function ofInput(base: usize, input: i32): usize {
  return base + (input as usize) * (units as usize) * 16;
}

/** Where among them those of a gate begin. */
function ofGate(gate: i32): usize {
  return (gate as usize) * (units as usize) * 4;
}
