import { parentPort, workerData } from "node:worker_threads";

// A training thread that ends at once as the model's name wants it: for the tests of what happens around a training.
const { request, networks } = workerData;
const { pretrained, current } = networks;
const moved = {
  ...pretrained.weights,
  outputBias: pretrained.weights.outputBias.map((x, i) => (i === 8 ? x + 0.5 : x)),
};
const errors = { mase: 0.9, pinball: 0.2 };
const better = !request.name.startsWith("worse") && !(current && request.name.startsWith("once"));
const card = {
  season: 12,
  horizon: 6,
  series: Object.keys(request.series).length,
  used: 1,
  scored: 1,
  steps: 40,
  kept: 20,
  trained: errors,
  rivals: ["best", "pretrained", "naive", ...(current ? ["current"] : [])].map((rival) => ({
    rival,
    mase: 1,
    pinball: 0.25,
  })),
  better,
};
const ENDS = {
  dies: () => process.exit(1),
  throws: () => {
    throw new Error("out of the blue");
  },
  waits: () => setTimeout(() => undefined, 600_000),
};
const curve = [{ step: 0, validation: 2 }];
parentPort.postMessage({ progress: { share: 0.5, says: "half way", curve } });
const end = ENDS[request.name];
if (end) end();
else parentPort.postMessage({ tuned: { network: { ...pretrained, weights: moved }, card, curve } });
