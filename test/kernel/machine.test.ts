import assert from "node:assert/strict";
import { LstmMachine, type LstmShape } from "../../server/kernel/machine.ts";
import { normalDraw, randomStream } from "../../server/training/pretrained/random.ts";
import { distance, numericGradient, referenceStates } from "./reference.ts";

const draws = (count: number, seed: number, size = 1): Float32Array => {
  const random = randomStream(seed);
  return Float32Array.from({ length: count }, () => size * normalDraw(random));
};

interface Case {
  readonly shape: LstmShape;
  readonly x: Float32Array;
  readonly weights: Float32Array;
  readonly known?: Float32Array;
  readonly dy: Float32Array;
}

function made(
  [batch, steps, features, units]: readonly [number, number, number, number],
  sequences: boolean,
  masked: boolean,
): Case {
  const random = randomStream(batch + steps);
  return {
    shape: { batch, steps, features, units, sequences },
    x: draws(batch * steps * features, 1),
    weights: draws((features + 1 + units) * 4 * units, 2, 0.5),
    ...(masked && { known: Float32Array.from({ length: batch * steps }, () => (random() < 0.3 ? 0 : 1)) }),
    dy: draws(batch * (sequences ? steps : 1) * units, 3),
  };
}

/** Shapes off the sizes of vectors, tiles, groups and blocks of steps, on them, and the smallest. */
const SHAPES = [
  [1, 1, 1, 1],
  [3, 4, 2, 3],
  [8, 3, 4, 4],
  [37, 2, 3, 5],
  [9, 5, 1, 2],
  [17, 19, 1, 2],
] as const;
const CASES = SHAPES.flatMap((shape) =>
  [false, true].flatMap((sequences) => [false, true].map((masked) => made(shape, sequences, masked))),
);
/** Gradients that outlive the machine's next pass. */
const copied = ({ weights, x }: ReturnType<LstmMachine["backward"]>): { weights: Float32Array; x: Float32Array } => ({
  weights: weights.slice(),
  x: x!.slice(),
});
const nameOf = ({ shape, known }: Case): string => JSON.stringify({ ...shape, masked: known !== undefined });

describe("the fused LSTM kernel", () => {
  const machine = new LstmMachine();

  it("answers the states that the equations give in double precision", () => {
    for (const one of CASES) {
      const { shape, x, weights, known } = one;
      const off = distance(machine.forward(shape, one), referenceStates(shape, x, weights, known));
      assert.ok(off < 2e-6, `${nameOf(one)}: ${off}`);
    }
  });

  it("has the gradients that differences of the equations give, in its inputs and its weights", () => {
    for (const one of CASES.filter(({ shape }) => shape.batch < 30)) {
      const { shape, x, weights, known, dy } = one;
      machine.forward(shape, one);
      const gradients = machine.backward(dy, true);
      const loss = (inputs: ArrayLike<number>, matrix: ArrayLike<number>): number =>
        referenceStates(shape, inputs, matrix, known).reduce((sum, y, i) => sum + y * dy[i]!, 0);
      const ofX = distance(
        gradients.x!,
        numericGradient((values) => loss(values, weights), x),
      );
      const ofWeights = distance(
        gradients.weights,
        numericGradient((values) => loss(x, values), weights),
      );
      assert.ok(ofX < 2e-5 && ofWeights < 5e-5, `${nameOf(one)}: ${ofX} in x, ${ofWeights} in the weights`);
    }
  });

  it("adds up over groups of the batch: the gradient of a batch is the sum of its examples'", () => {
    const { shape, x, weights, dy } = made([70, 6, 3, 5], true, false);
    machine.forward(shape, { x, weights });
    const whole = copied(machine.backward(dy, true));
    const sum = new Float64Array(weights.length);
    for (let b = 0; b < shape.batch; b++) {
      const part = <T extends Float32Array>(all: T): Float32Array =>
        all.subarray((b * all.length) / shape.batch, ((b + 1) * all.length) / shape.batch);
      machine.forward({ ...shape, batch: 1 }, { x: part(x), weights });
      const single = machine.backward(part(dy), true);
      assert.ok(distance(single.x!, part(whole.x!)) < 1e-6);
      single.weights.forEach((slope, i) => (sum[i]! += slope));
    }
    assert.ok(distance(whole.weights, sum) < 1e-4);
  });

  it("gives the same bits whatever the machine computed before", () => {
    const one = made([5, 4, 2, 3], true, true);
    const compute = (on: LstmMachine): object => ({
      y: on.forward(one.shape, one).slice(),
      ...copied(on.backward(one.dy, true)),
    });
    const fresh = compute(new LstmMachine());
    const used = new LstmMachine();
    const { shape, x, weights, dy } = made([40, 9, 4, 6], true, false);
    used.forward(shape, { x: x.fill(NaN), weights });
    used.backward(dy, true);
    assert.deepEqual(compute(used), fresh);
  });

  it("keeps what is not a number to the example that has it, and does not see it where masked", () => {
    const one = made([10, 4, 2, 3], false, false);
    const clean = machine.forward(one.shape, one).slice();
    const spoilt = one.x.slice();
    spoilt[3 * 4 * 2] = NaN;
    const states = machine.forward(one.shape, { ...one, x: spoilt });
    for (let b = 0; b < 10; b++) {
      const row = states.subarray(3 * b, 3 * b + 3);
      if (b === 3) assert.ok(row.every(Number.isNaN), String(row));
      else assert.deepEqual(row, clean.subarray(3 * b, 3 * b + 3));
    }
    const known = new Float32Array(40).fill(1);
    known[3 * 4] = 0;
    assert.ok(machine.forward(one.shape, { ...one, x: spoilt, known }).every(Number.isFinite));
    assert.ok(machine.backward(one.dy, true).weights.every(Number.isFinite));
  });

  it("saturates where gates are far open or shut", () => {
    const shape = { batch: 1, steps: 1, features: 1, units: 1, sequences: false };
    for (const z of [-1e30, -100, -20, 20, 100, 1e30]) {
      // Input and output gates at z, the cell's input at 1.
      const weights = Float32Array.from([z, 0, 0, z, 0, 0, 1, 0, 0, 0, 0, 0]);
      const [y] = machine.forward(shape, { x: Float32Array.of(1), weights });
      const expected = z > 0 ? Math.tanh(Math.tanh(1)) : 0;
      assert.ok(Math.abs(y! - expected) < 1e-6, `${z}: ${y}`);
    }
  });

  it("says so when a batch does not fit into memory, and when a gradient has no forward pass", () => {
    const big = { batch: 60_000, steps: 400, features: 1, units: 64, sequences: false };
    for (const shape of [big, { ...big, batch: 1_000_000 }, { ...big, batch: 1, steps: 10_000_000 }])
      assert.throws(() => machine.forward(shape, made([1, 1, 1, 64], false, false)), /take a smaller batch/);
    assert.throws(() => new LstmMachine().backward(Float32Array.of(1), false), /needs a forward pass/);
  });
});
