import { randomBytes } from "node:crypto";

/** npm run token: a new bearer token for the setting API_TOKENS. */
console.log(randomBytes(24).toString("base64url"));
