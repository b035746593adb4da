/** How far work is. */
export interface Progress {
  /** 0 to 1. */
  readonly share: number;
  readonly says: string;
}

/** What work is handed: what stops it, and where it tells how far it is. */
export interface WorkOptions {
  readonly signal: AbortSignal;
  /** No more is told once the signal has stopped it. */
  onProgress(progress: Progress): void;
}

export const NO_PROGRESS: Progress = { share: 0, says: "" };
