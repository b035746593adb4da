// What the server uses of WebAssembly: Node has it, but its types come with those of the DOM alone.
declare namespace WebAssembly {
  class RuntimeError extends Error {}

  interface ValueTypes {
    readonly i32: number;
  }
  class Global<Type extends keyof ValueTypes> {
    value: ValueTypes[Type];
  }
  class Memory {
    readonly buffer: ArrayBuffer;
  }

  type Module = object;
  const Module: new (bytes: Uint8Array) => Module;

  type Exports = Record<string, Memory | Global<keyof ValueTypes> | ((...args: never[]) => unknown)>;
  interface Instance {
    readonly exports: Exports;
  }
  const Instance: new (module: Module) => Instance;
}
