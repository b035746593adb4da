import path from "node:path";
import type { Module } from "./graph.ts";

const inTests = (file: string): boolean => file.split(path.sep)[0] === "test";

/** Values that sources export and of which, beside their own file, tests alone make use, as "file: name". */
export function exportsForTests(modules: readonly Module[]): string[] {
  const takers = new Map<string, string[]>();
  for (const { file, imports } of modules)
    for (const { from, name } of imports) {
      const key = `${from}: ${name}`;
      takers.set(key, [...(takers.get(key) ?? []), file]);
    }
  return modules
    .filter(({ file }) => !inTests(file))
    .flatMap(({ file, exports }) =>
      exports
        .filter((name) => {
          const by = [name, "*"].flatMap((one) => takers.get(`${file}: ${one}`) ?? []);
          return by.length > 0 && by.every(inTests);
        })
        .map((name) => `${file.split(path.sep).join("/")}: ${name}`),
    );
}
