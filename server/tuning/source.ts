import type { ModelSource } from "../engines/trained.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { readModels, readNetwork } from "./store.ts";

/** Trained models out of the server's database; none where nothing was ever stored. */
export function storedModels(jobs: () => Jobs): ModelSource {
  return {
    async network(version) {
      const database = await jobs().database();
      return database && readNetwork(database, version);
    },
    async models() {
      const database = await jobs().database();
      return database ? readModels(database) : [];
    },
  };
}
