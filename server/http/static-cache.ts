import path from "node:path";

/** Names that the build gives with a hash of what is in the file. */
const HASHED = /-[A-Z0-9]{8}\.(js|css)(\.map)?$/;

/**
 * How long a file of the built add-in may be kept. What has a hash in its name never changes; other scripts name those,
 * so that a kept one would ask for files that an update has taken away, and Excel's functions would not be those of
 * functions.json. Pictures may be kept for an hour: Office shows none that may not.
 */
export function cacheControl(file: string): string {
  if (HASHED.test(file)) return "public, max-age=31536000, immutable";
  return /^\.(png|svg|ico)$/.test(path.extname(file)) ? "public, max-age=3600" : "no-cache";
}
