import { UserError } from "../../../shared/define/errors.ts";
import type { ModelSource } from "../../engines/trained.ts";
import type { Jobs } from "../../jobs/jobs.ts";
import type { Database } from "../../storage/database.ts";
import { StorageError } from "../../storage/errors.ts";
import { readModels, readNetwork } from "./store.ts";

/** Trained models out of the server's database; none where nothing was ever stored. */
export function storedModels(jobs: () => Jobs): ModelSource {
  /** A cell shows what it is told, so our insides stay out of it. */
  const asked = async <T>(ask: (database: Database | undefined) => Promise<T> | T): Promise<T> => {
    try {
      return await ask(await jobs().database());
    } catch (error) {
      throw error instanceof StorageError ? new UserError(error.told, error.code) : error;
    }
  };
  return {
    network: (version) => asked((database) => database && readNetwork(database, version)),
    models: () => asked((database) => (database ? readModels(database) : [])),
  };
}
