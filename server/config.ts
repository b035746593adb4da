import path from "node:path";
import { z } from "zod";
import { root } from "./paths.ts";

const port = z.coerce.number().int().min(0).max(65535);
const list = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  );

/** Bits that a text could hold by chance, by the characters it is made of. */
const bitsOf = (text: string): number =>
  text.length * Math.log2(/^\d+$/.test(text) ? 10 : /^[\da-f]+$/i.test(text) ? 16 : 64);
const TOKEN_BITS = 128;
/** Fewer different characters come from no generator. */
const DIFFERENT = 8;

/** A token by itself, or after a name for the log: name:token. */
function readToken(text: string, place: number): { readonly name: string; readonly token: string } {
  const [, name = `token ${place + 1}`, token = text] = /^([\w.-]{1,40}):(.+)$/.exec(text) ?? [];
  return { name, token };
}

const tokens = list
  .refine(
    (texts) =>
      texts.map(readToken).every(({ token }) => bitsOf(token) >= TOKEN_BITS && new Set(token).size >= DIFFERENT),
    `each token must hold at least ${TOKEN_BITS} bits drawn at random, such as 32 hexadecimal digits: npm run token makes one`,
  )
  .transform((texts) => texts.map(readToken));

/** Every setting the server reads from its environment, with its default. */
const environment = z.object({
  PORT: port.default(3000).describe("HTTP port of the workbook page and the API, on loopback only"),
  HTTPS_PORT: port.default(3443).describe("HTTPS port for Excel"),
  HOST: z
    .string()
    .default("127.0.0.1")
    .describe("address HTTPS listens on; anything but loopback asks for TLS_CERT, TLS_KEY and API_TOKENS"),
  PUBLIC_URL: z
    .url({ protocol: /^https$/ })
    .optional()
    .describe("https address users reach the server at"),
  DATA_DIR: z.string().default(".lotwise").describe("folder that holds all state"),
  DATABASE_URL: z.string().optional().describe("PostgreSQL to use instead of the embedded database"),
  API_TOKENS: tokens.describe(
    "comma-separated bearer tokens, each with a name for the log where wanted (name:token); required when not on loopback; npm run token makes one",
  ),
  TLS_CERT: z.string().optional().describe("certificate file (PEM); made for localhost if not given"),
  TLS_KEY: z.string().optional().describe("its key file (PEM)"),
  ALLOWED_ORIGINS: list.describe("further origins that may call the API, comma-separated"),
  FRAME_ANCESTORS: z
    .string()
    .default(
      "https://*.officeapps.live.com https://*.sharepoint.com https://onedrive.live.com https://excel.cloud.microsoft",
    )
    .describe("who may show the task pane in a frame, besides ourselves"),
  OFFICE_JS: z
    .string()
    .min(1)
    .default("cdn")
    .describe("where the task pane loads office.js from: cdn, self, or a folder that holds a copy of Microsoft's"),
  THREADS: z.coerce
    .number()
    .int()
    .min(1)
    .max(256)
    .optional()
    .describe("worker threads; the machine's cores unless given"),
  CALL_TIMEOUT: z.coerce.number().min(0.05).default(30).describe("seconds one call may take"),
  REQUEST_TIMEOUT: z.coerce
    .number()
    .min(0.1)
    .default(50)
    .describe("seconds one compute request may take; Excel on a Mac gives up after 60"),
  RETRAIN: z
    .string()
    .regex(/^(off|[\d*/,-]+( [\d*/,-]+){4})$/, 'must be a cron expression of five fields such as "0 3 * * *", or off')
    .default("0 3 * * *")
    .describe("when trained models learn from newer series: a cron expression, or off"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info").describe("how much to log"),
});

export const settingsDocumentation = Object.entries(environment.shape).map(([name, schema]) => ({
  name,
  description: schema.description ?? "",
}));

export type Config = Readonly<z.output<typeof environment>> & { readonly dataDir: string; readonly loopback: boolean };

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);

/** Reads the settings; throws an error that names the one that is wrong and what it must be. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const read = environment.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`the setting ${issue?.path.join(".")} is not valid: ${issue?.message}`);
  }
  const config = read.data;
  const loopback = LOOPBACK.has(config.HOST);
  if (!loopback && !(config.TLS_CERT && config.TLS_KEY && config.API_TOKENS.length))
    throw new Error(
      `HOST=${config.HOST} would open the server to others: set TLS_CERT, TLS_KEY and API_TOKENS too, or leave HOST at 127.0.0.1`,
    );
  return { ...config, dataDir: path.resolve(root, config.DATA_DIR), loopback };
}
