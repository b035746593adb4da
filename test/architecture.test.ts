import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../server/paths.ts";

const files = ["addin", "server", "shared"].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .map((name) => path.join(folder, name)),
);

const importsOf = (file: string): string[] =>
  [...readFileSync(path.join(root, file), "utf8").matchAll(/(?:\bfrom |^import |\bimport\()"([^"$]+)"/gm)].map(
    ([, to]) => (to!.startsWith(".") ? path.join(path.dirname(file), to!) : to!),
  );

const topOf = (file: string): string => file.split(path.sep)[0]!;

describe("the house", () => {
  it("has its arrows one way: addin -> shared <- server", () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((to) => {
          const [from, target] = [topOf(file), topOf(to)];
          if (from === "shared") return ["addin", "server"].includes(target);
          if (from === "addin") return target === "server";
          return from === "server" && target === "addin";
        })
        .map((to) => `${file} -> ${to}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("keeps shared free of Node, Express, Office and the DOM", () => {
    const ALLOWED = new Set(["zod"]);
    const wrong = files
      .filter((file) => topOf(file) === "shared")
      .flatMap((file) =>
        importsOf(file)
          .filter((to) => topOf(to) !== "shared" && !ALLOWED.has(to))
          .map((to) => `${file} -> ${to}`),
      );
    assert.deepEqual(wrong, []);
    const impure = files.filter(
      (file) =>
        topOf(file) === "shared" &&
        /\b(Math\.random|Date\.now|process\.[a-z]|document\.[a-z]|window\.(location|document|navigator|addEventListener))/.test(
          readFileSync(path.join(root, file), "utf8"),
        ),
    );
    assert.deepEqual(impure, []);
  });

  it("has one file a worksheet function, named like it", () => {
    const inFolder = readdirSync(path.join(root, "shared", "functions")).filter((name) => name.endsWith(".ts"));
    const others = new Set(["index.ts", "cell.ts", "cell.list.ts", "server.ts", "server.list.ts", "engines.ts"]);
    const defined = inFolder.filter((name) => !others.has(name));
    for (const name of defined) {
      const text = readFileSync(path.join(root, "shared", "functions", name), "utf8");
      assert.deepEqual(
        [...text.matchAll(/\bname: "([A-Z_]+)"/g)].map(([, n]) => `${n!.toLowerCase().replaceAll("_", "-")}.ts`),
        [name],
      );
    }
  });

  it("has small files", () => {
    // Lists of words are data: as long as the languages have words.
    const code = files.filter((file) => !file.includes("synonyms"));
    const sizes = code.map((file) => ({
      file,
      lines: readFileSync(path.join(root, file), "utf8").split("\n").length,
    }));
    assert.deepEqual(
      sizes.filter(({ lines }) => lines > 300),
      [],
    );
  });
});
