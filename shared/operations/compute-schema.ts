import { z } from "zod";
import type { Outcome } from "../define/cells.ts";

/** Calls a request takes at most. */
export const MOST_CALLS = 20_000;

/** Calls are read one by one, by the functions' own definitions: a bad one costs itself alone. */
export const computeRequestSchema = z
  .object({ calls: z.array(z.unknown()).describe("Up to thousands of calls; each is answered for itself.") })
  .meta({ id: "ComputeRequest" });

const cell = z.union([z.number(), z.string(), z.boolean()]);

const outcomeSchema = z
  .xor([
    z.strictObject({
      value: z.union([cell, z.array(z.array(cell))]).describe("One cell, or rows of cells that spill."),
    }),
    z.strictObject({
      error: z.object({
        code: z.enum(["#VALUE!", "#N/A", "#NUM!"]),
        message: z.string().describe("A sentence that says what is wrong and what it must be."),
      }),
    }),
  ])
  .meta({ id: "Outcome" }) satisfies z.ZodType<Outcome>;

export const computeResponseSchema = z
  .object({ results: z.array(outcomeSchema).describe("One result a call, in the calls' order.") })
  .meta({ id: "ComputeResponse" });
