import { ready as operation } from "../../shared/operations/ready.ts";
import { Problem } from "../problem.ts";
import type { OwnWork } from "./work.ts";

export const ready: OwnWork = {
  operation,
  async answer(_asked, { jobs }) {
    if (!(await jobs.ready()))
      throw new Problem(503, "the database is out of reach just now: the log says why", { "Retry-After": "10" });
    return { status: "ready" };
  },
};
