import type { Module } from "./graph.ts";

/** Circles of files that import each other when the program runs, each from where it was entered (Tarjan, 1972). */
export function cycles(modules: readonly Module[]): string[][] {
  const to = new Map(
    modules.map(({ file, imports }) => [
      file,
      [...new Set(imports.filter(({ typeOnly }) => !typeOnly).map(({ from }) => from))],
    ]),
  );
  const found: string[][] = [];
  const order = new Map<string, number>();
  const open: string[] = [];
  const visit = (file: string): number => {
    const at = order.size;
    order.set(file, at);
    open.push(file);
    let low = at;
    for (const next of to.get(file) ?? []) {
      if (!to.has(next)) continue;
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, order.get(next)!);
    }
    if (low === at) {
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1 || to.get(file)!.includes(file)) found.push(circle);
    }
    return low;
  };
  for (const file of to.keys()) if (!order.has(file)) visit(file);
  return found;
}
