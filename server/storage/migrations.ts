/** Every change of the database's shape, oldest first. A shipped one is never edited: append another. */
export const migrations: readonly string[] = [
  // JSON is kept as text, because jsonb refuses the NUL characters that text from cells may hold.
  `CREATE TABLE lotwise.jobs (
     id uuid PRIMARY KEY,
     kind text NOT NULL,
     status text NOT NULL CHECK (status IN ('queued', 'running', 'done', 'failed', 'cancelled')),
     progress double precision NOT NULL DEFAULT 0,
     message text NOT NULL DEFAULT '',
     input text NOT NULL,
     result text,
     error text,
     tries integer NOT NULL DEFAULT 0,
     worker text,
     beat timestamptz,
     created_at timestamptz NOT NULL DEFAULT now(),
     started_at timestamptz,
     finished_at timestamptz
   );
   CREATE INDEX jobs_open ON lotwise.jobs (status, created_at) WHERE status IN ('queued', 'running');
   CREATE INDEX jobs_finished ON lotwise.jobs (finished_at) WHERE finished_at IS NOT NULL;`,
  // Beside progress and message: what a running job shows of itself, such as a training its loss curve (JSON).
  `ALTER TABLE lotwise.jobs ADD COLUMN details text;`,
  // A trained model keeps the table it learns from (JSON); `learnt` is the content of the table last trained on.
  `CREATE TABLE lotwise.models (
     name text PRIMARY KEY,
     season integer,
     horizon integer,
     series text NOT NULL,
     content bigint NOT NULL,
     learnt bigint,
     card text,
     changed_at timestamptz NOT NULL DEFAULT now()
   );
   CREATE TABLE lotwise.model_versions (
     name text NOT NULL REFERENCES lotwise.models (name),
     version integer NOT NULL CHECK (version > 0),
     network text NOT NULL,
     card text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (name, version)
   );
   CREATE FUNCTION lotwise.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       RAISE EXCEPTION 'a model''s version never changes';
     END $$;
   CREATE TRIGGER model_versions_fixed BEFORE UPDATE OR DELETE ON lotwise.model_versions
     FOR EACH ROW EXECUTE FUNCTION lotwise.refuse_change();`,
  // Results are compressed JSON in rows of at most 256 kB; jobs kept before have theirs in their own row still.
  `CREATE TABLE lotwise.job_results (
     job uuid NOT NULL REFERENCES lotwise.jobs (id) ON DELETE CASCADE,
     part integer NOT NULL CHECK (part >= 0),
     bytes bytea NOT NULL,
     PRIMARY KEY (job, part)
   );
   ALTER TABLE lotwise.job_results ALTER COLUMN bytes SET STORAGE EXTERNAL;`,
  // A model can be erased. Its numbers are never given again, since a version's name stands for the same weights for ever.
  `CREATE TABLE lotwise.model_numbers (name text PRIMARY KEY, last integer NOT NULL);
   INSERT INTO lotwise.model_numbers (name, last)
     SELECT name, max(version) FROM lotwise.model_versions GROUP BY name;
   DROP TRIGGER model_versions_fixed ON lotwise.model_versions;
   CREATE TRIGGER model_versions_fixed BEFORE UPDATE ON lotwise.model_versions
     FOR EACH ROW EXECUTE FUNCTION lotwise.refuse_change();`,
  // What a job is given is kept as its result is; jobs that waited already have theirs in their own row still.
  `CREATE TABLE lotwise.job_inputs (
     job uuid NOT NULL REFERENCES lotwise.jobs (id) ON DELETE CASCADE,
     part integer NOT NULL CHECK (part >= 0),
     bytes bytea NOT NULL,
     PRIMARY KEY (job, part)
   );
   ALTER TABLE lotwise.job_inputs ALTER COLUMN bytes SET STORAGE EXTERNAL;
   ALTER TABLE lotwise.jobs ALTER COLUMN input DROP NOT NULL;`,
];
