import { ENVELOPE_BYTES, type EncodedCall } from "./call.ts";
import type { Limits } from "./limits.ts";

/** The longest run of calls, from the first, that fits one request. At least one call, where there is any. */
export function firstRequest<C extends EncodedCall>(calls: Iterable<C>, limits: Pick<Limits, "bytes" | "calls">): C[] {
  const taken: C[] = [];
  let bytes = ENVELOPE_BYTES;
  for (const call of calls) {
    bytes += call.bytes + 1;
    if (taken.length > 0 && (bytes > limits.bytes || taken.length >= limits.calls)) break;
    taken.push(call);
  }
  return taken;
}
