import { count, features, first, joined, known, lanes, mask, steps, STRIDE, units, x, y } from "./layout";
import { transpose } from "./transpose";

/** Fills a step's mask and its joined inputs: features (zeros where masked, whatever the caller has there) and 1. */
export function loadStep(step: i32): void {
  loadMask(step);
  if (lanes > count) memory.fill(joined, 0, (features as usize) * STRIDE);
  transpose(joined, STRIDE, ofExample(x, step, steps, features), rowBytes(steps, features), count, features);
  const ones = joined + (features as usize) * STRIDE;
  for (let lane: usize = 0; lane < (lanes as usize) * 4; lane += 16) {
    const seen = v128.load(mask + lane);
    for (let at = joined + lane; at < ones; at += STRIDE) v128.store(at, v128.and(v128.load(at), seen));
    v128.store(ones + lane, f32x4.splat(1));
  }
}

function loadMask(step: i32): void {
  for (let lane: i32 = 0; lane < lanes; lane++) {
    const at = ofExample(known, step, steps, 1) + (lane as usize) * rowBytes(steps, 1);
    store<i32>(mask + (lane as usize) * 4, lane < count && load<f32>(at) !== 0 ? -1 : 0);
  }
}

/** Copies the state after a step to the output. */
export function storeState(step: i32, sequences: bool): void {
  const state = joined + ((features + 1) as usize) * STRIDE;
  const at = sequences ? step : 0;
  const kept = sequences ? steps : 1;
  transpose(ofExample(y, at, kept, units), rowBytes(kept, units), state, STRIDE, units, count);
}

/** Copies the output's gradient of a step. */
export function loadOutputGradient(to: usize, step: i32, sequences: bool): void {
  const at = sequences ? step : 0;
  const kept = sequences ? steps : 1;
  transpose(to, STRIDE, ofExample(y, at, kept, units), rowBytes(kept, units), count, units);
}

/** Copies the gradient of a step's features to the inputs' place. */
export function storeFeatures(from: usize, step: i32): void {
  transpose(ofExample(x, step, steps, features), rowBytes(steps, features), from, STRIDE, features, count);
}

/** Bytes from one example to the next in what the caller writes and reads. */
function rowBytes(steps: i32, width: i32): usize {
  return (steps as usize) * (width as usize) * 4;
}

/** Where a step of the group's first example lies there. */
function ofExample(base: usize, step: i32, steps: i32, width: i32): usize {
  return base + (first as usize) * rowBytes(steps, width) + (step as usize) * (width as usize) * 4;
}
