/** What Excel on the web carries in one sync, each way. */
export const PAYLOAD_LIMIT = 5_000_000;

export function refusal(code: string, message: string): Error {
  return Object.assign(new Error(message), { code, name: "RichApi.Error" });
}

/** A queue of requests that a sync carries out. */
export interface Queue {
  /** Asks for something to be done on the next sync; `sent` is what travels with it. */
  push(action: () => void, sent?: unknown): void;
  /** Counts what travels back. */
  answer(value: unknown): void;
}

export interface Property {
  get(): unknown;
  set?(value: never): void;
}

export interface Members {
  readonly properties?: Readonly<Record<string, Property>>;
  /** Methods, and objects that hang on this one. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** Of collections: the objects that `items` answers after a load. */
  readonly items?: () => unknown[];
  /** Whether there is such an object, for those that may not exist. */
  readonly exists?: () => boolean;
}

export type Remote = Record<string, unknown> & { load(what?: string | string[]): Remote };

const LOAD = Symbol("load one property");

/**
 * An object of Office.js: what is asked of it happens on sync, its properties can be read after a load and a sync only,
 * and asking for what it does not have throws.
 */
export function remote(queue: Queue, name: string, { properties = {}, members = {}, items, exists }: Members): Remote {
  const loaded = new Map<string, unknown>();
  let isNull: boolean | undefined;
  if (exists)
    queue.push(() => {
      isNull = !exists();
    });
  const loadItems = (paths: readonly string[]): void =>
    queue.push(() => {
      const made = items!() as Record<symbol, (path: string) => void>[];
      loaded.set("items", made);
      for (const item of made) for (const path of paths) item[LOAD]!(path.slice("items/".length));
    });
  const loadOne = (path: string): void => {
    const [head = "", ...rest] = path.split("/");
    if (rest.length > 0) {
      const child = members[head] as Record<symbol, (path: string) => void> | undefined;
      if (!child?.[LOAD]) throw refusal("InvalidArgument", `${name} has no "${head}".`);
      child[LOAD]!(rest.join("/"));
    } else {
      const property = properties[head];
      if (!property) throw refusal("InvalidArgument", `${name} has no property "${head}".`);
      queue.push(() => {
        if (exists && !exists()) return;
        const value = property.get();
        queue.answer(value);
        loaded.set(head, value);
      });
    }
  };
  const object: Remote = new Proxy(Object.create(null) as Remote, {
    get(_, key) {
      if (key === LOAD) return loadOne;
      if (key === "load")
        return (what: string | string[] = Object.keys(properties)) => {
          const paths = (Array.isArray(what) ? what : what.split(",")).map((path) => path.trim());
          const ofItems = items ? paths.filter((path) => path.startsWith("items/")) : [];
          if (ofItems.length > 0) loadItems(ofItems);
          paths.filter((path) => !ofItems.includes(path)).forEach(loadOne);
          return object;
        };
      if (typeof key === "symbol" || key === "then") return undefined;
      if (key === "isNullObject") {
        if (isNull === undefined) throw refusal("PropertyNotLoaded", `${name}.isNullObject is read before a sync.`);
        return isNull;
      }
      if (loaded.has(key)) return loaded.get(key);
      if (key in members) return members[key];
      if (key in properties || key === "items")
        throw refusal("PropertyNotLoaded", `The property "${name}.${key}" is not available: load it and sync first.`);
      throw new Error(`The workbook in memory has no ${name}.${key}.`);
    },
    set(_, key, value) {
      const set = properties[String(key)]?.set as ((value: unknown) => void) | undefined;
      if (!set) throw new Error(`${name}.${String(key)} cannot be set.`);
      queue.push(() => set(value), value);
      return true;
    },
  });
  return object;
}
