import type { System } from "./system.ts";

/** Every system whose exports are known. */
export const SYSTEMS: readonly System[] = [];
