import { createPrivateKey, X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { generate } from "selfsigned";
import { DAY_MS } from "../../shared/calendar/dates.ts";
import { isLink, writePrivate } from "../storage/private.ts";
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

/** Reads a pair, and makes sure that they are one: an empty or half-written file would fail later with no name in it. */
function readPair(file: string, keyFile: string): Certificate {
  const [cert, key] = [readFileSync(file, "utf8"), readFileSync(keyFile, "utf8")];
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(cert);
  } catch {
    throw new Error(`${file} holds no certificate (PEM)`);
  }
  let fits: boolean;
  try {
    fits = certificate.checkPrivateKey(createPrivateKey(key));
  } catch {
    throw new Error(`${keyFile} holds no private key (PEM)`);
  }
  if (!fits) throw new Error(`the key in ${keyFile} is not that of the certificate in ${file}`);
  return { cert, key, file };
}

/** Our own pair in the data folder, where it is whole and good for a while yet. */
function ownPair(file: string, keyFile: string): Certificate | undefined {
  for (const name of [file, keyFile])
    if (isLink(name))
      throw new Error(`${name} is a link: delete it, or name the file it leads to by TLS_CERT and TLS_KEY`);
  if (!existsSync(file) || !existsSync(keyFile)) return undefined;
  try {
    const pair = readPair(file, keyFile);
    return expiresSoon(pair.cert) ? undefined : pair;
  } catch {
    // An interrupted start left it so. It is ours alone to make, and is made anew.
    return undefined;
  }
}

/**
 * The certificate to serve HTTPS with: the one the settings name, else one for localhost made at the first start and
 * kept in the data folder. It signs nothing but itself (it is no authority), so trusting it trusts only this server.
 */
export async function serverCertificate({ TLS_CERT, TLS_KEY, dataDir }: Config): Promise<Certificate> {
  if (TLS_CERT && TLS_KEY) return readPair(TLS_CERT, TLS_KEY);
  const folder = path.join(dataDir, "certificate");
  const file = path.join(folder, "localhost.crt");
  const keyFile = path.join(folder, "localhost.key");
  const own = ownPair(file, keyFile);
  if (own) return own;
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
  writePrivate(keyFile, made.private);
  writePrivate(file, made.cert);
  return { cert: made.cert, key: made.private, file };
}
