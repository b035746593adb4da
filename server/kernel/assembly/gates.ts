import { sigmoidOfTwice4, tanh4 } from "./activations";
import {
  before,
  CELL,
  dCells,
  dOutput,
  dPassed,
  features,
  joined,
  lanes,
  mask,
  OUTPUT,
  squashed,
  steps,
  STRIDE,
  UNIT,
  units,
  weighted,
} from "./layout";
import { packedGates } from "./panels";
import { storeColumns } from "./transpose";

/** One step of a layer, unit by unit: from the weighted inputs to the trace and the state after it. */
export function openGates(step: i32): void {
  const next = (units as usize) * UNIT;
  for (let unit: usize = 0; unit < (units as usize); unit++) {
    let from = weighted + 4 * unit * STRIDE;
    let last = before(step) + unit * UNIT;
    let state = joined + ((features + 1) as usize) * STRIDE + unit * STRIDE;
    for (let lane: usize = 0; lane < (lanes as usize) * 4; lane += 16) {
      const i = sigmoidOfTwice4(v128.load(from));
      const f = sigmoidOfTwice4(v128.load(from, STRIDE));
      const a = tanh4(v128.load(from, 2 * STRIDE));
      const known = v128.load(mask + lane);
      const o = v128.bitselect(sigmoidOfTwice4(v128.load(from, 3 * STRIDE)), v128.load(last, OUTPUT), known);
      const kept = v128.load(last, CELL);
      const c = v128.bitselect(f32x4.add(f32x4.mul(f, kept), f32x4.mul(i, a)), kept, known);
      const to = last + next;
      v128.store(to, i);
      v128.store(to, f, STRIDE);
      v128.store(to, a, 2 * STRIDE);
      v128.store(to, o, OUTPUT);
      v128.store(to, c, CELL);
      v128.store(state, f32x4.mul(o, tanh4(c)));
      from += 16;
      last += 16;
      state += 16;
    }
  }
}

/** Before the last step is taken backwards: the tangents of the cells after it. */
export function squashCells(): void {
  for (let unit: usize = 0; unit < (units as usize); unit++)
    for (let lane: usize = 0; lane < (lanes as usize) * 4; lane += 16)
      v128.store(squashed + unit * STRIDE + lane, tanh4(v128.load(before(steps) + unit * UNIT + lane, CELL)));
}

/**
 * The same step backwards. Takes the gradient of the state and the cells after it; leaves that of the weighted inputs,
 * that of the cells before it, what of the state's passes over a masked step, and the state before it.
 */
export function closeGates(step: i32, dState: usize, term: i32): void {
  const one = f32x4.splat(1);
  const next = (units as usize) * UNIT;
  for (let unit: usize = 0; unit < (units as usize); unit++) {
    let last = before(step) + unit * UNIT;
    let to = weighted + 4 * unit * STRIDE;
    let packed = packedGates(unit as i32, term);
    const state = joined + ((features + 1) as usize) * STRIDE + unit * STRIDE;
    for (let lane: usize = 0; lane < (lanes as usize) * 4; lane += 16) {
      const at = unit * STRIDE + lane;
      const now = last + next;
      const i = v128.load(now);
      const f = v128.load(now, STRIDE);
      const a = v128.load(now, 2 * STRIDE);
      const o = v128.load(now, OUTPUT);
      const c = v128.load(last, CELL);
      const known = v128.load(mask + lane);
      const dh = f32x4.add(f32x4.add(v128.load(dState + at), v128.load(dPassed + at)), v128.load(dOutput + at));
      const after = v128.load(dCells + at);
      const tangent = v128.load(squashed + at);
      const dOut = f32x4.mul(dh, o);
      const d = f32x4.add(after, f32x4.mul(dOut, f32x4.sub(one, f32x4.mul(tangent, tangent))));
      const di = v128.and(f32x4.mul(f32x4.mul(f32x4.mul(d, a), i), f32x4.sub(one, i)), known);
      const df = v128.and(f32x4.mul(f32x4.mul(f32x4.mul(d, c), f), f32x4.sub(one, f)), known);
      const da = v128.and(f32x4.mul(f32x4.mul(d, i), f32x4.sub(one, f32x4.mul(a, a))), known);
      const dO = v128.and(f32x4.mul(f32x4.mul(dOut, tangent), f32x4.sub(one, o)), known);
      v128.store(to, di);
      v128.store(to, df, STRIDE);
      v128.store(to, da, 2 * STRIDE);
      v128.store(to, dO, 3 * STRIDE);
      storeColumns(packed, 32, di, df, da, dO);
      v128.store(dCells + at, v128.bitselect(f32x4.mul(d, f), after, known));
      v128.store(dPassed + at, v128.andnot(dh, known));
      const earlier = tanh4(c);
      v128.store(squashed + at, earlier);
      v128.store(state + lane, f32x4.mul(v128.load(last, OUTPUT), earlier));
      last += 16;
      to += 16;
      packed += 128;
    }
  }
}
