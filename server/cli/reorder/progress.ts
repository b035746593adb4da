/** Shows how far a task is: a bar on a terminal, a plain line every tenth elsewhere. */
export function progressReporter(
  label: string,
  stream: NodeJS.WriteStream,
): { update(done: number, total: number): void; end(): void } {
  const width = 30;
  let shown = stream.isTTY ? -1 : 0;
  return {
    update(done, total) {
      const share = total === 0 ? 1 : done / total;
      const step = Math.floor(share * (stream.isTTY ? 100 : 10));
      if (step === shown) return;
      shown = step;
      if (stream.isTTY) {
        const filled = Math.round(share * width);
        stream.write(`\r${label} [${"#".repeat(filled)}${".".repeat(width - filled)}] ${done}/${total}`);
      } else if (total >= 500) stream.write(`${label} ${done}/${total}\n`);
    },
    end() {
      if (stream.isTTY && shown >= 0) stream.write("\n");
    },
  };
}
