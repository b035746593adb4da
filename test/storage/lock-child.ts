import { holdFolder } from "../../server/storage/lock.ts";

/** A process that tries to hold each folder it is sent, and says whether it does. */
process.on("message", (dataDir) => {
  void holdFolder(String(dataDir)).then(
    () => process.send?.("held"),
    (error: unknown) =>
      process.send?.(error instanceof Error && error.name === "FolderInUseError" ? "refused" : String(error)),
  );
});
process.send?.("ready");
