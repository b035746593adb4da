import { createHash, timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";
import type { Config } from "../config.ts";
import { Problem } from "../problem.ts";
import { Slowdown } from "./slowdown.ts";

const LOCAL = ["localhost", "127.0.0.1", "[::1]"];

/** "[::1]:3000" is host "[::1]". */
const hostOf = (header: string): string => header.replace(/:\d+$/, "").toLowerCase();

/** Answers only to our own names, so that no foreign page can reach us by pointing its own name here (DNS rebinding). */
export function knownHosts({ PUBLIC_URL, HOST }: Config): RequestHandler {
  const names = new Set([...LOCAL, HOST.toLowerCase(), ...(PUBLIC_URL ? [new URL(PUBLIC_URL).hostname] : [])]);
  return (req, _res, next) => {
    const host = hostOf(req.get("host") ?? "");
    if (!names.has(host))
      throw new Problem(421, "this server answers only to its own names: set PUBLIC_URL to the address you use");
    next();
  };
}

/** Refuses calls that a page of another origin makes. Programs send no Origin and pass. */
export function knownOrigins({ PUBLIC_URL, ALLOWED_ORIGINS, PORT, HTTPS_PORT }: Config): RequestHandler {
  const allowed = new Set([...ALLOWED_ORIGINS, ...(PUBLIC_URL ? [new URL(PUBLIC_URL).origin] : [])]);
  const ports = new Set([String(PORT), String(HTTPS_PORT)]);
  return (req, res, next) => {
    const origin = req.get("origin");
    if (origin === undefined) {
      next();
      return;
    }
    // Any of our own addresses may call any other: Excel uses https, the workbook page http.
    const own =
      URL.canParse(origin) &&
      LOCAL.includes(new URL(origin).hostname) &&
      (ports.has(new URL(origin).port) || origin === `${req.protocol}://${req.get("host")}`);
    if (!own && !allowed.has(origin))
      throw new Problem(403, "pages of this origin may not call: add it to ALLOWED_ORIGINS if you trust it");
    res.set({ "Access-Control-Allow-Origin": origin, Vary: "Origin" });
    if (req.method === "OPTIONS") {
      res.set({
        "Access-Control-Allow-Methods": "GET, POST, PUT, DELETE",
        "Access-Control-Allow-Headers": "Authorization, Content-Type, Prefer",
      });
      res.status(204).end();
      return;
    }
    next();
  };
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/**
 * Asks for a bearer token where tokens are set; they must be whenever the server listens beyond loopback. A wrong one is
 * answered later the more of them an address sends; a right one is never kept waiting.
 */
export function authenticated({ API_TOKENS }: Pick<Config, "API_TOKENS">): RequestHandler {
  const tokens = API_TOKENS.map(({ name, token }) => ({ name, known: digest(token) }));
  const slowed = new Slowdown();
  return async (req, res, next) => {
    if (tokens.length === 0) {
      next();
      return;
    }
    const [, token] = /^Bearer (.+)$/.exec(req.get("authorization") ?? "") ?? [];
    const given = token === undefined ? undefined : digest(token);
    const owner = given && tokens.find(({ known }) => timingSafeEqual(known, given));
    if (owner) {
      res.locals["logged"] = { ...res.locals["logged"], client: owner.name };
      next();
      return;
    }
    if (given) await slowed.wait(req.ip ?? "");
    throw new Problem(401, "send a valid token as Authorization: Bearer TOKEN", { "WWW-Authenticate": "Bearer" });
  };
}

/** Only JSON is read: a form of another page cannot send that without asking first. */
export const jsonOnly: RequestHandler = (req, _res, next) => {
  if (!req.is("application/json")) throw new Problem(415, "send the body as application/json");
  next();
};

/**
 * Headers for every answer. No X-Frame-Options, COOP or COEP: Excel shows the pane in a frame of its own; who else may is
 * said by frame-ancestors.
 */
export function headers({ FRAME_ANCESTORS, OFFICE_JS }: Config): RequestHandler {
  const office = OFFICE_JS === "cdn" ? ["https://appsforoffice.microsoft.com"] : [];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...office],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        connectSrc: ["'self'", ...office],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'", ...FRAME_ANCESTORS.split(/\s+/).filter(Boolean)],
      },
    },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: { policy: "cross-origin" },
    frameguard: false,
    // Our own pages' requests keep their origin, which is checked; no one else is told where a link came from.
    referrerPolicy: { policy: "same-origin" },
    // On a loopback address this would pin every other local program to https too.
    strictTransportSecurity: false,
  });
}
