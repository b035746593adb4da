import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { engines } from "../server/engines/index.ts";
import { works } from "../server/operations/index.ts";
import { root } from "../server/paths.ts";
import { evaluate } from "../shared/define/evaluate.ts";
import { findFunction } from "../shared/functions/index.ts";
import { noFaults } from "./harness/faults.ts";
import { startServer } from "./harness/server.ts";

const textOf = (file: string): string => readFileSync(path.join(root, file), "utf8");
const readme = textOf("README.md");
const guides = ["README.md", "CONTRIBUTING.md", "SECURITY.md"];

/** The lines of a text's blocks of code, in order, without what is said of them. */
const blocks = (text: string): string[] =>
  [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)]
    .filter(([, language]) => language === "" || language === "sh")
    .map(([, , code]) => code!);
const commandsIn = (code: string): string[] => code.split("\n").flatMap((line) => line.split("#")[0]!.trim() || []);

/** What a text sets as code, on one line or in a block of commands. */
const codes = (text: string): string[] => [
  ...[...text.replaceAll(/^```[^]*?^```$/gm, "").matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!),
  ...blocks(text).flatMap(commandsIn),
];

const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };

/** The program of the project that a command of npm runs, and its arguments. */
function programOf(command: string): { readonly program: string; readonly args: readonly string[] } {
  const [, name = "", rest = ""] = /^npm run (\S+)(?: -- (.*))?$/.exec(command) ?? [];
  const program = scripts[name]?.split(" ").at(-1);
  assert.ok(program, `${command}: there is no such script`);
  return { program, args: rest.split(" ").filter(Boolean) };
}

const run = promisify(execFile);
const tsx = pathToFileURL(path.join(root, "node_modules", "tsx", "dist", "loader.mjs")).href;

describe("the README", () => {
  for (const formula of new Set(codes(readme).filter((code) => /^=[A-Z]/.test(code) && !code.includes("..."))))
    it(`shows ${formula}, which answers`, async () => {
      const [, name, args] = /^=([A-Z_]+)\((.*)\)$/.exec(formula) ?? [];
      const outcome = await evaluate(findFunction(name!)!, JSON.parse(`[${args}]`) as unknown[], engines, noFaults);
      assert.ok("value" in outcome, JSON.stringify(outcome));
    });

  it("shows requests that are answered as it says", async () => {
    const shown = [...readme.matchAll(/`POST (\S+)` takes `(\{.*?\})` and answers `(\{.*?\})`/g)];
    assert.ok(shown.length > 0);
    const server = await startServer();
    try {
      for (const [, to, body, says] of shown) {
        const response = await server.post(to!, body);
        assert.equal(response.status, 200);
        // What is shown is rounded.
        const answer = JSON.stringify(await response.json(), (_, value: unknown) =>
          typeof value === "number" ? Math.round(10 * value) / 10 : value,
        );
        assert.deepEqual(JSON.parse(answer), JSON.parse(says!));
      }
    } finally {
      await server.close();
    }
  });

  it("gives commands that do what it says", async () => {
    const commands = blocks(readme)
      .flatMap(commandsIn)
      .filter((command) => command.startsWith("npm run "));
    const folder = mkdtempSync(path.join(os.tmpdir(), "lotwise-readme-"));
    const written = (command: string): string => /--out (\S+)/.exec(command)?.[1] ?? "toy-shop.xlsx";
    const execute = async (command: string): Promise<void> => {
      const { program, args } = programOf(command);
      await run(process.execPath, ["--import", tsx, path.join(root, program), ...args], {
        cwd: folder,
        env: { ...process.env, INIT_CWD: folder },
      });
      assert.ok(existsSync(path.join(folder, written(command))), command);
    };
    try {
      const [first, ...rest] = commands;
      await execute(first!);
      await Promise.all(rest.map(execute));
      const plan = JSON.parse(readFileSync(path.join(folder, "plan.json"), "utf8")) as { lines: unknown[] };
      assert.equal(plan.lines.length, 300);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("the guides at the root", () => {
  const all = guides.flatMap((file) => codes(textOf(file)).map((code) => ({ file, code })));

  it("name scripts, benchmarks and long tests that there are", () => {
    for (const { file, code } of all) {
      const [, name, argument] = /^npm run (\S+)(?: -- (\S+))?/.exec(code) ?? [];
      if (name === undefined) continue;
      assert.ok(scripts[name], `${file}: ${code}`);
      if (name === "bench" && argument && argument !== "NAME")
        assert.ok(existsSync(path.join(root, "test", "bench", `${argument}.ts`)), `${file}: ${code}`);
    }
  });

  it("name files and folders that there are", () => {
    for (const { file, code } of all)
      if (/^(addin|server|shared|test)\/[\w./-]*$/.test(code))
        assert.ok(existsSync(path.join(root, code)), `${file}: ${code}`);
  });

  it("name operations that there are", () => {
    const known = works.map(({ operation: { method, path } }) => ({
      method: method.toUpperCase(),
      path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
    }));
    for (const { file, code } of all) {
      const [, method, at] = /^(GET|POST|PUT|DELETE) (\/v1\/\S+)$/.exec(code) ?? [];
      if (method === undefined) continue;
      assert.ok(
        known.some((one) => one.method === method && one.path.test(at!)),
        `${file}: ${code}`,
      );
    }
  });

  it("link to files that there are", () => {
    for (const file of guides)
      for (const [, to] of textOf(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g))
        assert.ok(existsSync(path.join(root, to!)), `${file}: ${to}`);
  });
});
