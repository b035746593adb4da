let faults = 0;

/** Logs a fault of ours and answers the reference under which the console shows it. */
export function logFault(error: unknown): string {
  const reference = `addin-${++faults}`;
  // eslint-disable-next-line no-console -- the console is the only log an add-in has
  console.error(`Lotwise ${reference}`, error);
  return reference;
}
