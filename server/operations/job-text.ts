import type { JobStream } from "../jobs/job.ts";
import { JsonText } from "../json-text.ts";

async function* piecesOf({ view, result }: JobStream): AsyncGenerator<string | Buffer> {
  const head = JSON.stringify(view);
  if (!result) {
    yield head;
    return;
  }
  yield `${head.slice(0, -1)},"result":`;
  yield* result;
  yield "}";
}

/** The job as JSON: its result, which may be large, is sent as it is read. */
export const jobText = (job: JobStream): JsonText => new JsonText(piecesOf(job));
