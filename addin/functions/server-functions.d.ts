/** Made at build time from shared/functions/server.ts, so that the add-in knows the names without the mathematics. */
declare module "lotwise:server-functions" {
  export interface ServerFunctionEntry {
    /** Excel's id: the name without underscores. */
    readonly id: string;
    readonly name: string;
    /** How many leading parameters must be given. */
    readonly required: number;
    /** Whether functions.json promises Excel a matrix. */
    readonly spills: boolean;
    /** What the numbers of its columns are. */
    readonly shows: readonly ("money" | "percent" | null)[];
  }
  export const serverFunctions: readonly ServerFunctionEntry[];
}
