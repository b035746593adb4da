import { execFile, spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";

export interface TestPostgres {
  /** An empty database of its own. */
  url: string;
  /** Ends it as a crash does, and starts it again; not where the server is another's. */
  crash?(): Promise<void>;
  stop(): Promise<void>;
}

export const noPostgres = "needs PostgreSQL: set TEST_DATABASE_URL, or install its server (initdb and postgres)";

/**
 * An empty database on a real PostgreSQL: on the server of TEST_DATABASE_URL, else on a throwaway one started from the
 * installed programs on a loopback port; undefined where there is neither.
 */
export async function startPostgres(): Promise<TestPostgres | undefined> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given !== undefined && given !== "") {
    const name = `lotwise_test_${randomBytes(6).toString("hex")}`;
    await administer(given, `CREATE DATABASE ${name}`);
    const url = new URL(given);
    url.pathname = `/${name}`;
    return { url: url.href, stop: () => administer(given, `DROP DATABASE ${name} WITH (FORCE)`) };
  }
  const programs = findPrograms();
  return programs === undefined ? undefined : startCluster(programs);
}

async function startCluster(programs: string): Promise<TestPostgres | undefined> {
  const owner = ordinaryUser();
  if (owner === "none") return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), "lotwise-postgres-"));
  if (owner !== "self") chownSync(folder, owner.uid, owner.gid);
  const options = { cwd: folder, ...(owner !== "self" && owner) };
  const data = path.join(folder, "data");
  const initdb = ["-D", data, "-U", "lotwise", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  await promisify(execFile)(path.join(programs, "initdb"), initdb, options);
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "shared_buffers=16MB"];
  const args = ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  const start = (): ChildProcess => spawn(path.join(programs, "postgres"), args, { ...options, stdio: "ignore" });
  let server = start();
  const url = `postgres://lotwise@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    await end(server, "SIGINT");
    rmSync(folder, { recursive: true, force: true });
  };
  const crash = async () => {
    await end(server, "SIGQUIT");
    server = start();
  };
  for (let attempt = 0; attempt < 100; attempt++) {
    if (server.exitCode !== null) break;
    const answers = await administer(url, "SELECT 1").then(
      () => true,
      () => false,
    );
    if (answers) return { url, crash, stop };
    await sleep(100);
  }
  await stop();
  throw new Error("the throwaway PostgreSQL did not start");
}

/** SIGINT is PostgreSQL's fast shutdown: connections are ended. SIGQUIT is its immediate one: it recovers from its log. */
async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = once(server, "exit");
  server.kill(signal);
  await exit;
}

function findPrograms(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env["PATH"] ?? "").split(path.delimiter),
    ...versions.map((version) => path.join(debian, version, "bin")),
  ];
  return folders.find((folder) => ["initdb", "postgres"].every((name) => existsSync(path.join(folder, name))));
}

/** PostgreSQL refuses to run as root, so root lends it another user. */
function ordinaryUser(): { uid: number; gid: number } | "self" | "none" {
  if (process.getuid?.() !== 0) return "self";
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const user = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  return user === undefined ? "none" : { uid: Number(user[2]), gid: Number(user[3]) };
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
