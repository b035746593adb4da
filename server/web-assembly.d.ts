// What the server uses of WebAssembly: Node has it, but its types come with those of the DOM alone.
declare namespace WebAssembly {
  class RuntimeError extends Error {}
  class Memory {
    readonly buffer: ArrayBuffer;
  }
  class Global<_Type extends "i32"> {
    value: number;
  }
  type Exports = Record<string, Memory | Global<"i32"> | ((...args: never[]) => unknown)>;
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module);
    readonly exports: Exports;
  }
}
