import { X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generate } from "selfsigned";
import { DAY_MS } from "../../shared/calendar/dates.ts";
import type { Config } from "../config.ts";

export interface Certificate {
  readonly cert: string;
  readonly key: string;
  /** The certificate's file, for the command that makes this machine trust it. */
  readonly file: string;
}

/** Apple and browsers refuse server certificates of more than 825 days. */
const DAYS = 800;
const RENEW_BEFORE_MS = 30 * DAY_MS;

const expiresSoon = (cert: string): boolean =>
  Date.parse(new X509Certificate(cert).validTo) - Date.now() < RENEW_BEFORE_MS;

/**
 * The certificate to serve HTTPS with: the one the settings name, else one for localhost made at the first start and
 * kept in the data folder. It signs nothing but itself (it is no authority), so trusting it trusts only this server.
 */
export async function serverCertificate({ TLS_CERT, TLS_KEY, dataDir }: Config): Promise<Certificate> {
  if (TLS_CERT && TLS_KEY)
    return { cert: readFileSync(TLS_CERT, "utf8"), key: readFileSync(TLS_KEY, "utf8"), file: TLS_CERT };
  const folder = path.join(dataDir, "certificate");
  const file = path.join(folder, "localhost.crt");
  const keyFile = path.join(folder, "localhost.key");
  if (existsSync(file) && existsSync(keyFile)) {
    const cert = readFileSync(file, "utf8");
    if (!expiresSoon(cert)) return { cert, key: readFileSync(keyFile, "utf8"), file };
  }
  const made = await generate([{ name: "commonName", value: "localhost" }], {
    keySize: 2048,
    algorithm: "sha256",
    notAfterDate: new Date(Date.now() + DAYS * DAY_MS),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, keyEncipherment: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
          { type: 7, ip: "::1" },
        ],
      },
    ],
  });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(keyFile, made.private, { mode: 0o600 });
  writeFileSync(file, made.cert);
  return { cert: made.cert, key: made.private, file };
}
