export interface BuildAddinOptions {
  /** The project's root folder. */
  readonly root: string;
  readonly outdir: string;
  /** The address functions.json is made for; the one in manifest.xml unless given. */
  readonly base?: string;
}
export function buildAddin(options: BuildAddinOptions): Promise<void>;
