import { spawnSync } from "node:child_process";
import { homedir } from "node:os";
import path from "node:path";
import { readConfig } from "../config.ts";
import { serverCertificate } from "../http/certificate.ts";

/** npm run trust: makes this user's machine trust the certificate that Lotwise made for localhost, so that Excel loads it. */
const keychain = (): string => path.join(homedir(), "Library", "Keychains", "login.keychain-db");

const COMMANDS: Readonly<Partial<Record<NodeJS.Platform, (file: string) => readonly string[]>>> = {
  win32: (file) => ["certutil", "-user", "-addstore", "Root", file],
  darwin: (file) => [
    "security",
    "add-trusted-cert",
    "-r",
    "trustRoot",
    "-p",
    "basic",
    "-p",
    "ssl",
    "-k",
    keychain(),
    file,
  ],
};

const { file } = await serverCertificate(readConfig(process.env));
const command = COMMANDS[process.platform]?.(file);
if (!command) {
  console.log(
    `Add ${file} to your browser's or system's trusted certificates by its own means; there is no common command here.`,
  );
} else {
  console.log(`Running: ${command.join(" ")}`);
  const [program, ...args] = command;
  const { status } = spawnSync(program!, args, { stdio: "inherit" });
  console.log(
    status === 0 ? "Done: restart Excel, then load the add-in." : "This did not work: see the message above.",
  );
  process.exitCode = status ?? 1;
}
