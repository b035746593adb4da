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
];
