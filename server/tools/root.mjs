import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder, for tools that run before anything is installed. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");
