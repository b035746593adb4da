// npm run native-tensorflow: builds tfjs-node's binding against the library inside the Python package of TensorFlow, for
// networks where tfjs-node's own download is blocked but a Python package index is reached. Linux on x64; elsewhere, and
// where a tool is missing, it says so and changes nothing.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { install, npm, orExplain, runOrThrow } from "./install.mjs";
import { root } from "./root.mjs";

/** The newest release whose wheel keeps the C API that tfjs-node 4.22 is written for; pinned by its contents. */
const WHEEL = {
  requirement: "tensorflow-cpu==2.12.1",
  hash: "sha256:7ffb595707a8fb376deaddc768784c7a0242b16cbc6e06393b1733b2ce19f855",
  python: "3.11",
  platform: "manylinux2014_x86_64",
};

const headers = path.join(path.dirname(process.execPath), "..", "include", "node");
const runs = (command, ...args) => spawnSync(command, args, { stdio: "ignore" }).status === 0;

/** What is missing to build here, or nothing. */
function missing() {
  if (process.platform !== "linux" || process.arch !== "x64") return "the wheel's library is for Linux on x64";
  if (!runs("python3", "-m", "pip", "--version")) return "python3 with pip is not installed";
  if (!runs("g++", "--version")) return "g++ is not installed";
  if (!existsSync(path.join(headers, "node_api.h"))) return `Node's headers are not in ${headers}`;
  return undefined;
}

/** Downloads the wheel and unpacks it; answers the folder of TensorFlow in it. */
function unpackWheel(folder) {
  const requirements = path.join(folder, "requirements.txt");
  writeFileSync(requirements, `${WHEEL.requirement} --hash=${WHEEL.hash}\n`);
  const pip = ["-m", "pip", "download", "--no-deps", "--quiet", "--only-binary=:all:", "--dest", folder];
  pip.push("--python-version", WHEEL.python, "--platform", WHEEL.platform, "--require-hashes", "-r", requirements);
  runOrThrow("python3", pip);
  const wheel = execFileSync("python3", ["-c", "import glob,sys; print(glob.glob(sys.argv[1] + '/*.whl')[0])", folder]);
  runOrThrow("python3", ["-m", "zipfile", "-e", wheel.toString().trim(), folder]);
  return path.join(folder, "tensorflow");
}

/** Puts the library and the binding compiled against it where tfjs-node looks for them. */
function buildBinding(tfjsNode, tensorflow) {
  const library = path.join(tfjsNode, "deps", "lib");
  const binding = path.join(tfjsNode, "lib", "napi-v8");
  for (const folder of [library, binding]) mkdirSync(folder, { recursive: true });
  for (const [file, alias] of [
    ["libtensorflow_cc.so.2", "libtensorflow.so"],
    ["libtensorflow_framework.so.2", "libtensorflow_framework.so"],
  ]) {
    cpSync(path.join(tensorflow, file), path.join(library, file));
    rmSync(path.join(library, alias), { force: true });
    symlinkSync(file, path.join(library, alias));
  }
  const sources = ["tfjs_backend.cc", "tfjs_binding.cc"].map((file) => path.join(tfjsNode, "binding", file));
  const includes = [headers, tfjsNode, path.join(tensorflow, "include")].map((folder) => `-I${folder}`);
  runOrThrow("g++", [
    ...["-O2", "-std=c++17", "-fPIC", "-shared", "-w", "-DNAPI_VERSION=8", ...includes, ...sources],
    ...["-o", path.join(binding, "tfjs_binding.node"), `-L${library}`, "-Wl,-rpath,$ORIGIN/../../deps/lib"],
    ...["-ltensorflow", "-ltensorflow_framework"],
  ]);
}

orExplain(async () => {
  const reason = missing();
  if (reason !== undefined)
    return console.log(`Native TensorFlow is not built: ${reason}. WebAssembly computes instead.`);
  const { version } = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")).packages[
    "node_modules/@tensorflow/tfjs-node"
  ];
  install({ everything: false });
  // Without its install script, which would download what this script builds.
  npm(["install", "--no-save", "--ignore-scripts", "--loglevel=error", `@tensorflow/tfjs-node@${version}`]);
  const folder = mkdtempSync(path.join(os.tmpdir(), "lotwise-tensorflow-"));
  try {
    buildBinding(path.join(root, "node_modules", "@tensorflow", "tfjs-node"), unpackWheel(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log("Native TensorFlow is built; /health will say so once it has multiplied a matrix.");
});
