import { sigmoid4, tanh4 } from "./activations";
import {
  cells,
  dCells,
  dOutput,
  dPassed,
  dState,
  features,
  gates,
  inputs,
  joined,
  lanes,
  masks,
  stride,
  units,
} from "./layout";

/** One step of a layer, gate by gate: from the weighted inputs to the cells and the state after it. */
export function openGates(step: i32): void {
  const block = (units as usize) * stride;
  const mask = masks + (step as usize) * stride;
  for (let unit: i32 = 0; unit < units; unit++) {
    const row = (unit as usize) * stride;
    let gate = gates + (step as usize) * 4 * block + row;
    let cell = cells + (step as usize) * block + row;
    let state = joined + ((step as usize) * (inputs as usize) + ((features + 1) as usize)) * stride + row;
    const next = (inputs as usize) * stride;
    for (let lane: i32 = 0; lane < lanes; lane += 4) {
      const i = sigmoid4(v128.load(gate));
      const f = sigmoid4(v128.load(gate + block));
      const a = tanh4(v128.load(gate + 2 * block));
      const o = sigmoid4(v128.load(gate + 3 * block));
      v128.store(gate, i);
      v128.store(gate + block, f);
      v128.store(gate + 2 * block, a);
      v128.store(gate + 3 * block, o);
      const before = v128.load(cell);
      const c = f32x4.add(f32x4.mul(f, before), f32x4.mul(i, a));
      const known = v128.load(mask + (lane as usize) * 4);
      v128.store(cell + block, v128.bitselect(c, before, known));
      v128.store(state + next, v128.bitselect(f32x4.mul(o, tanh4(c)), v128.load(state), known));
      gate += 16;
      cell += 16;
      state += 16;
    }
  }
}

/**
 * The same step backwards. Takes the gradient of the state and the cells after it; leaves that of the weighted inputs in
 * place of the gates, that of the cells before it, and what of the state's passes over a masked step.
 */
export function closeGates(step: i32): void {
  const block = (units as usize) * stride;
  const one = f32x4.splat(1);
  const mask = masks + (step as usize) * stride;
  for (let unit: i32 = 0; unit < units; unit++) {
    const row = (unit as usize) * stride;
    let gate = gates + (step as usize) * 4 * block + row;
    let cell = cells + (step as usize) * block + row;
    for (let lane: i32 = 0; lane < lanes; lane += 4) {
      const at = row + (lane as usize) * 4;
      const i = v128.load(gate);
      const f = v128.load(gate + block);
      const a = v128.load(gate + 2 * block);
      const o = v128.load(gate + 3 * block);
      const known = v128.load(mask + (lane as usize) * 4);
      const dh = f32x4.add(f32x4.add(v128.load(dState + at), v128.load(dPassed + at)), v128.load(dOutput + at));
      const after = v128.load(dCells + at);
      const squashed = tanh4(v128.load(cell + block));
      const dOut = f32x4.mul(dh, o);
      const d = f32x4.add(after, f32x4.mul(dOut, f32x4.sub(one, f32x4.mul(squashed, squashed))));
      const di = f32x4.mul(f32x4.mul(f32x4.mul(d, a), i), f32x4.sub(one, i));
      const df = f32x4.mul(f32x4.mul(f32x4.mul(d, v128.load(cell)), f), f32x4.sub(one, f));
      const da = f32x4.mul(f32x4.mul(d, i), f32x4.sub(one, f32x4.mul(a, a)));
      const dO = f32x4.mul(f32x4.mul(dOut, squashed), f32x4.sub(one, o));
      v128.store(gate, v128.and(di, known));
      v128.store(gate + block, v128.and(df, known));
      v128.store(gate + 2 * block, v128.and(da, known));
      v128.store(gate + 3 * block, v128.and(dO, known));
      v128.store(dCells + at, v128.bitselect(f32x4.mul(d, f), after, known));
      v128.store(dPassed + at, v128.andnot(dh, known));
      gate += 16;
      cell += 16;
    }
  }
}
