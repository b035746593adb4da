import { compute as operation } from "../../shared/operations/compute.ts";
import { readComputeRequest } from "../compute/calls.ts";
import { evaluateCalls } from "../compute/evaluate-calls.ts";
import { parsed } from "../compute/packed.ts";
import { faultReference } from "../faults.ts";
import { JsonText } from "../json-text.ts";
import type { OwnWork } from "./work.ts";

/** Bytes up to which a request is read where it arrived, in a millisecond or two; a thread takes longer to be asked. */
const SMALL = 256 * 1024;

export const compute: OwnWork = {
  operation,
  async answer({ body, signal, note, requestId }, { pool, config, log }) {
    const limit = signal(config.REQUEST_TIMEOUT * 1000);
    const onFault = (error: unknown): string => {
      const { reference, text } = faultReference(error);
      log.error({ reference, requestId, fault: text }, "fault");
      return reference;
    };
    const results =
      body.length > SMALL
        ? await pool.computeBody(body, limit)
        : await evaluateCalls(readComputeRequest(parsed(body)), pool, limit, onFault);
    note({ calls: results.length });
    return JsonText.of(Buffer.from(`{"results":[${results.join(",")}]}`));
  },
};
