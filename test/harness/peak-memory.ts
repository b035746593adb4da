import { readFileSync } from "node:fs";

/**
 * The most megabytes that this process ever held. On Linux by the kernel's own account of this program: what Node tells
 * there counts the parent's memory too, which a child has for a moment before it becomes a program of its own.
 */
export function peakMegabytes(): number {
  if (process.platform === "linux") {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
    if (kilobytes !== undefined) return Number(kilobytes) / 1000;
  }
  return process.resourceUsage().maxRSS / 1000;
}
