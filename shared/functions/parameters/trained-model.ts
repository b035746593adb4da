import { basicValue, shown } from "../../define/cells.ts";
import type { Engines } from "../engines.ts";
import { notAvailable, UserError } from "../../define/errors.ts";
import { optional, type Parameter } from "../../define/parameters.ts";
import type { Network } from "../../demand/networks/sequence/network.ts";
import { namePattern, VERSION_PATTERN, versionParts } from "../../demand/networks/trained/version.ts";

const MUST = "a trained model's version, such as shop@3";
/** A version, or the model's name alone, which is answered with its newest version. */
const PATTERN = `^\\s*${namePattern("A-Za-z")}(${VERSION_PATTERN})?\\s*$`;

/** A model trained on the buyer's own table, by its version. */
export const trainedModel: Parameter<string | undefined> = optional({
  doc: "Version of a model trained on your own table, such as shop@3. A version never changes, so neither do the answers. MODELS lists them. The pretrained network when left out.",
  must: MUST,
  shape: "scalar",
  type: "string",
  optional: false,
  schema: { type: "string", pattern: PATTERN },
  read(raw) {
    const value = basicValue(raw);
    if (typeof value !== "string" || !new RegExp(PATTERN).test(value))
      throw new UserError(`must be ${MUST}; got ${shown(value)}`);
    return value.trim().toLowerCase();
  },
});

/** What finds a network by the version that a call names. */
export type NetworkSource = Pick<Engines, "network" | "trainedNetwork" | "trainedModels">;

/** The network a call names, the pretrained one where it names none. Throws a `UserError` that says which there are. */
export async function networkOf(model: string | undefined, engines: NetworkSource): Promise<Network> {
  if (model === undefined) return engines.network();
  const parts = versionParts(model);
  const found = parts && (await engines.trainedNetwork(model));
  if (found) return found;
  const models = await engines.trainedModels();
  const known = models.find(({ name }) => name === (parts?.name ?? model));
  if (known === undefined) {
    const names = models.flatMap(({ current }) => current ?? []);
    const there = names.length > 0 ? `there are ${names.slice(0, 5).join(", ")}` : "none is trained yet";
    throw notAvailable(`model: there is no model ${parts?.name ?? model}; ${there}. Train one in the task pane`);
  }
  if (known.current === null)
    throw notAvailable(`model: ${known.name} has no version yet: its training was not better than what there was`);
  if (parts === undefined)
    throw new UserError(
      `model: must name a version, so that answers never change by themselves: write ${known.current}, the newest of ${known.name}`,
    );
  throw notAvailable(`model: there is no version ${model}; the newest of ${known.name} is ${known.current}`);
}
