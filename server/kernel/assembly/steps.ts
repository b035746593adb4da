import { count, features, first, inputs, joined, known, lanes, masks, steps, stride, units, x, y } from "./layout";
import { transpose } from "./transpose";

/** Fills a group's joined inputs of every step: features (zeros where masked, whatever the caller has there) and 1. */
export function loadSteps(): void {
  for (let step: i32 = 0; step < steps; step++) {
    const rows = joined + (step as usize) * (inputs as usize) * stride;
    loadMask(step);
    if (lanes > count) memory.fill(rows, 0, (features as usize) * stride);
    transpose(rows, stride, ofExample(x, step, steps, features), rowBytes(steps, features), count, features);
    const mask = masks + (step as usize) * stride;
    for (let feature: i32 = 0; feature < features; feature++) {
      const row = rows + (feature as usize) * stride;
      for (let at: usize = 0; at < (lanes as usize) * 4; at += 16)
        v128.store(row + at, v128.and(v128.load(row + at), v128.load(mask + at)));
    }
    const ones = rows + (features as usize) * stride;
    for (let at: usize = 0; at < (lanes as usize) * 4; at += 16) v128.store(ones + at, f32x4.splat(1));
  }
}

function loadMask(step: i32): void {
  const mask = masks + (step as usize) * stride;
  for (let lane: i32 = 0; lane < lanes; lane++) {
    const at = ofExample(known, step, steps, 1) + (lane as usize) * rowBytes(steps, 1);
    store<i32>(mask + (lane as usize) * 4, lane < count && load<f32>(at) !== 0 ? -1 : 0);
  }
}

/** Copies the state after a step to the output. */
export function storeState(step: i32, sequences: bool): void {
  const state = joined + (((step + 1) * inputs + features + 1) as usize) * stride;
  const at = sequences ? step : 0;
  const kept = sequences ? steps : 1;
  transpose(ofExample(y, at, kept, units), rowBytes(kept, units), state, stride, units, count);
}

/** Copies the output's gradient of a step. */
export function loadOutputGradient(to: usize, step: i32, sequences: bool): void {
  const at = sequences ? step : 0;
  const kept = sequences ? steps : 1;
  transpose(to, stride, ofExample(y, at, kept, units), rowBytes(kept, units), count, units);
}

/** Copies the gradient of a step's features to the inputs' place. */
export function storeFeatures(from: usize, step: i32): void {
  transpose(ofExample(x, step, steps, features), rowBytes(steps, features), from, stride, features, count);
}

/** Bytes from one example to the next in what the caller writes and reads. */
function rowBytes(steps: i32, width: i32): usize {
  return (steps as usize) * (width as usize) * 4;
}

/** Where a step of the group's first example lies there. */
function ofExample(base: usize, step: i32, steps: i32, width: i32): usize {
  return base + (first as usize) * rowBytes(steps, width) + (step as usize) * (width as usize) * 4;
}
