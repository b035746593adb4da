import { health as operation } from "../../shared/operations/health.ts";
import type { OwnWork } from "./work.ts";

export const health: OwnWork = {
  operation,
  answer: async (_asked, { version, tensorflow }) => ({ status: "ok", version, tensorflow: await tensorflow }),
};
