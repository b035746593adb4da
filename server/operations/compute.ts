import { computeRequestSchema, MOST_CALLS } from "../../shared/operations/compute-schema.ts";
import { compute as operation } from "../../shared/operations/compute.ts";
import { evaluateCalls } from "../compute/evaluate-calls.ts";
import { faultReference } from "../faults.ts";
import { Problem } from "../problem.ts";
import type { OwnWork } from "./work.ts";

export const compute: OwnWork = {
  operation,
  async answer({ body, signal, note, requestId }, { pool, config, log }) {
    const read = computeRequestSchema.safeParse(body);
    if (!read.success)
      throw new Problem(400, 'the body must be {"calls": [{"function": "EOQ", "args": [10000, 50, 2]}]}');
    const { calls } = read.data;
    if (calls.length > MOST_CALLS)
      throw new Problem(413, `a request takes at most ${MOST_CALLS} calls; got ${calls.length}: send them in parts`);
    note({ calls: calls.length });
    const results = await evaluateCalls(calls, pool, signal(config.REQUEST_TIMEOUT * 1000), (error) => {
      const { reference, text } = faultReference(error);
      log.error({ reference, requestId, fault: text }, "fault");
      return reference;
    });
    return { results };
  },
};
