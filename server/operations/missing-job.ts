import { Problem } from "../problem.ts";

export const missingJob = (): Problem =>
  new Problem(404, "there is no job of that id; finished ones are kept for a week");
