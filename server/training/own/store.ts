import type { StoredNetwork } from "../../../shared/demand/networks/sequence/codec.ts";
import type { TrainingCard } from "../../../shared/demand/networks/trained/card.ts";
import { versionParts, type ModelVersion, type TrainedModel } from "../../../shared/demand/networks/trained/version.ts";
import type { Database, Queries } from "../../storage/database.ts";
import { contentOf, type SeriesTable, type TrainingRequest } from "./table.ts";

const versionName = (name: string, version: number): string => `${name}@${version}`;

interface VersionRow {
  name: string;
  version: number;
  card: string;
  created: Date;
}

const viewOf = ({ name, version, card, created }: VersionRow): ModelVersion => ({
  version: versionName(name, version),
  card: JSON.parse(card) as TrainingCard,
  created: created.toISOString(),
});

/** Every model by name, or the one named. */
export async function readModels(db: Queries, only?: string): Promise<TrainedModel[]> {
  const { rows } = await db.query<{ name: string; card: string | null; stale: boolean }>(
    `SELECT name, card, learnt IS DISTINCT FROM content AS stale FROM lotwise.models
     WHERE $1::text IS NULL OR name = $1::text ORDER BY name`,
    [only ?? null],
  );
  const versions = await db.query<VersionRow>(
    `SELECT name, version, card, created_at AS created FROM lotwise.model_versions
     WHERE $1::text IS NULL OR name = $1::text ORDER BY name, version`,
    [only ?? null],
  );
  return rows.map(({ name, card, stale }) => {
    const own = versions.rows.filter((row) => row.name === name).map(viewOf);
    return {
      name,
      current: own.at(-1)?.version ?? null,
      stale,
      card: card === null ? null : (JSON.parse(card) as TrainingCard),
      versions: own,
    };
  });
}

/** The weights of a version, or undefined where there is none. */
export async function readNetwork(db: Queries, version: string): Promise<StoredNetwork | undefined> {
  const parts = versionParts(version);
  if (parts === undefined) return undefined;
  const { rows } = await db.query<{ network: string }>(
    "SELECT network FROM lotwise.model_versions WHERE name = $1::text AND version = $2::int",
    [parts.name, parts.version],
  );
  return rows[0] && (JSON.parse(rows[0].network) as StoredNetwork);
}

/** The newest version's weights. */
export async function readCurrent(db: Queries, name: string): Promise<StoredNetwork | undefined> {
  const { rows } = await db.query<{ network: string }>(
    "SELECT network FROM lotwise.model_versions WHERE name = $1::text ORDER BY version DESC LIMIT 1",
    [name],
  );
  return rows[0] && (JSON.parse(rows[0].network) as StoredNetwork);
}

/** What the model learns from, as it was last given. */
export async function readTable(db: Queries, name: string): Promise<TrainingRequest | undefined> {
  const { rows } = await db.query<{ season: number | null; horizon: number | null; series: string }>(
    "SELECT season, horizon, series FROM lotwise.models WHERE name = $1::text",
    [name],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    name,
    ...(row.season !== null && { season: row.season }),
    ...(row.horizon !== null && { horizon: row.horizon }),
    series: JSON.parse(row.series) as SeriesTable,
  };
}

/** Gives a model newer histories; false where there is no model of that name. */
export async function replaceSeries(db: Queries, name: string, series: SeriesTable): Promise<boolean> {
  const known = await readTable(db, name);
  if (known === undefined) return false;
  await db.query(
    "UPDATE lotwise.models SET series = $2::text, content = $3::bigint, changed_at = now() WHERE name = $1::text",
    [name, JSON.stringify(series), contentOf({ ...known, series })],
  );
  return true;
}

/** Names of the models whose table has changed since they were last trained. */
export async function staleModels(db: Queries): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    "SELECT name FROM lotwise.models WHERE learnt IS DISTINCT FROM content ORDER BY name",
  );
  return rows.map(({ name }) => name);
}

export interface Kept {
  readonly request: TrainingRequest;
  readonly card: TrainingCard;
  /** The weights under their version's name, where they are to become one. */
  readonly network: ((version: string) => StoredNetwork) | undefined;
  /** Whether the table trained on becomes the model's; a retraining leaves the one that may have come since. */
  readonly replaces: boolean;
}

/** Keeps how a training ended, and its weights as the next version; answers that version's name. */
export async function keepTraining(
  tx: Queries,
  { request, card, network, replaces }: Kept,
): Promise<string | undefined> {
  const { name, season, horizon, series } = request;
  const table =
    "season = excluded.season, horizon = excluded.horizon, series = excluded.series, content = excluded.content";
  const known = [name, contentOf(request), JSON.stringify(card)];
  if (replaces)
    await tx.query(
      `INSERT INTO lotwise.models (name, content, learnt, card, season, horizon, series)
       VALUES ($1::text, $2::bigint, $2::bigint, $3::text, $4::int, $5::int, $6::text)
       ON CONFLICT (name) DO UPDATE SET learnt = excluded.learnt, card = excluded.card, changed_at = now(), ${table}`,
      [...known, season ?? null, horizon ?? null, JSON.stringify(series)],
    );
  else {
    const { rowCount } = await tx.query(
      `UPDATE lotwise.models SET learnt = $2::bigint, card = $3::text, changed_at = now() WHERE name = $1::text`,
      known,
    );
    // Erased while it was trained: what was asked to be forgotten does not come back.
    if (rowCount === 0) return undefined;
  }
  if (network === undefined) return undefined;
  // A number once given is never given again, also where its version was erased.
  const { rows } = await tx.query<{ next: number }>(
    `INSERT INTO lotwise.model_numbers AS numbers (name, last) VALUES ($1::text, 1)
     ON CONFLICT (name) DO UPDATE SET last = numbers.last + 1 RETURNING last AS next`,
    [name],
  );
  const next = rows[0]!.next;
  const version = versionName(name, next);
  await tx.query(
    "INSERT INTO lotwise.model_versions (name, version, network, card) VALUES ($1::text, $2::int, $3::text, $4::text)",
    [name, next, JSON.stringify(network(version)), JSON.stringify(card)],
  );
  return version;
}

/** Erases a model with the table it learns from and all its versions; false where there is none of that name. */
export async function eraseModel(db: Database, name: string): Promise<boolean> {
  const erased = await db.transaction(async (tx) => {
    await tx.query("DELETE FROM lotwise.model_versions WHERE name = $1::text", [name]);
    return (await tx.query("DELETE FROM lotwise.models WHERE name = $1::text", [name])).rowCount > 0;
  });
  // Deleted rows lie in the files until they are swept.
  if (erased) await db.query("VACUUM lotwise.models, lotwise.model_versions, lotwise.jobs, lotwise.job_inputs");
  return erased;
}

/** Erases one version; false where there is none of that name. */
export async function eraseVersion(db: Queries, version: string): Promise<boolean> {
  const parts = versionParts(version);
  if (parts === undefined) return false;
  const { rowCount } = await db.query(
    "DELETE FROM lotwise.model_versions WHERE name = $1::text AND version = $2::int",
    [parts.name, parts.version],
  );
  return rowCount > 0;
}
