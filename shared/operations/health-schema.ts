import { z } from "zod";

export const healthSchema = z.object({
  status: z.literal("ok"),
  version: z.string().describe("The server's version."),
  tensorflow: z.enum(["native", "wasm"]).describe("What trains networks here."),
});

export const readySchema = z.object({ status: z.literal("ready") });
