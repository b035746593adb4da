/**
 * A plan's reason with what follows from it first: "Short 168; packs of 12 make 168. Expect 312 in the 7 weeks to 11 Jan;
 * 95% needs 388. You have 120 and 100 arriving 2 Dec." A line of a sheet is one row high, and ends where its column does.
 * Reasons that do not begin with the forecast say first what matters already.
 */
export function conclusionFirst(why: string): string {
  const sentences = why.split(/(?<=[.!?]) (?=[A-Z])/);
  if (!why.startsWith("Expect ") || sentences.length < 2) return why;
  return [sentences.at(-1), ...sentences.slice(0, -1)].join(" ");
}
