import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

/**
 * Compiles AssemblyScript to a WebAssembly module of its own: no runtime, no garbage collection, 128-bit vectors. Plain
 * products and sums only, so that the same numbers come out on every machine; fused ones (relaxed vectors) would not, and
 * Node 20 lacks them. In a process of its own, since the compiler takes 250 MB.
 */
export async function compileAssembly({ root, entry, outfile }) {
  await mkdir(path.dirname(outfile), { recursive: true });
  const compiler = path.join(root, "node_modules", "assemblyscript", "bin", "asc.js");
  const options = [
    "-O3",
    "--runtime",
    "stub",
    "--enable",
    "simd",
    "--noAssert",
    "--zeroFilledMemory",
    "--use",
    "abort=",
  ];
  const files = [entry, "--outFile", path.relative(root, outfile)];
  await promisify(execFile)(process.execPath, [compiler, ...files, ...options], { cwd: root });
}
