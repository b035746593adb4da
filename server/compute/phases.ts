import { engines } from "../engines/index.ts";
import { works } from "../operations/index.ts";
import { thenOf, type ItemWork, type Prepared, type Then } from "../operations/work.ts";
import { batches } from "./batches.ts";
import { reporter, task, type Message } from "./messages.ts";
import { handedOver, pack, parsed, unpack } from "./packed.ts";
import { open, seal, type Sealed } from "./sealed.ts";

/** A request cut by item, as the main thread passes it on. */
export interface PreparedParts {
  readonly count: number;
  /** Some items each, packed. */
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
  /** What is to be learned first, some lessons each, packed. */
  readonly lessons: readonly Uint8Array<ArrayBuffer>[];
  readonly shared: Sealed;
  readonly rest: Uint8Array<ArrayBuffer>;
}

export interface MadePart {
  /** Of what was shared. */
  readonly hash: string;
  /** What was made of the items, packed. */
  readonly made: Uint8Array<ArrayBuffer>;
}

interface BodyTask {
  readonly operation: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

const byId = new Map(works.map((work) => [work.operation.id, work]));

/** The main thread sends only work it found; the list is the same on both sides. */
const itemWorkOf = (operation: string): ItemWork => byId.get(operation) as ItemWork;

const followers = new Map(
  works.flatMap((work) => ("perItem" in work && work.then ? [[thenOf(work.operation.id), work.then] as const] : [])),
);

/** The same of work that goes on from an operation's. */
const anyWorkOf = (operation: string): Then => followers.get(operation) ?? itemWorkOf(operation);

/** Finds out what is wrong with a request as a whole, and gives its body back. */
export const checkBody = task(({ operation, body }: BodyTask) => {
  const work = byId.get(operation)!;
  if ("perItem" in work) work.prepare(parsed(body));
  else if ("check" in work) work.check(parsed(body));
  return { answer: body, gives: [body] };
});

/** Reads a body for work that goes on in the main thread. */
export const readBody = task(({ operation, body, facts }: BodyTask & { readonly facts: unknown }) => {
  const work = byId.get(operation)!;
  return { answer: "read" in work ? work.read?.(parsed(body), facts) : undefined, gives: [] };
});

/** Reads a body and cuts it by item. */
export const prepareWork = task(({ operation, body, threads }: BodyTask & { readonly threads: number }) => {
  const { prepare, learning } = itemWorkOf(operation);
  const { items, shared, rest } = prepare(parsed(body));
  const cut = (list: readonly unknown[]): Uint8Array<ArrayBuffer>[] =>
    batches([...list.keys()], threads).map((part) => pack(part.map((i) => list[i])));
  const answer: PreparedParts = {
    count: items.length,
    parts: cut(items),
    lessons: cut(learning?.lessons(items, shared) ?? []),
    shared: seal(shared),
    rest: pack(rest),
  };
  return { answer, gives: [...answer.parts, ...answer.lessons, answer.rest] };
});

interface LessonsTask {
  readonly operation: string;
  readonly lessons: Uint8Array;
}

/** Learns some lessons of a request's items; one in which something of ours went wrong teaches nothing. */
export const learnPart = task(({ operation, lessons }: LessonsTask, port) => {
  const { learning } = itemWorkOf(operation);
  const onFault = reporter(port);
  const learned = (unpack(lessons) as readonly unknown[]).map((lesson) => {
    try {
      return learning?.learn(lesson);
    } catch (error) {
      onFault(error);
      return undefined;
    }
  });
  const answer = pack(learned);
  return { answer, gives: [answer] };
});

interface TeachTask {
  readonly operation: string;
  readonly learned: readonly Uint8Array[];
  readonly shared: Sealed;
}

/** Adds what was learned to what all items share. */
export const teach = task(({ operation, learned, shared: before }: TeachTask) => {
  const all = learned.flatMap((part) => unpack(part) as readonly unknown[]);
  const shared = open(before);
  return { answer: seal(itemWorkOf(operation).learning?.taught(shared, all) ?? shared), gives: [] };
});

interface PartTask {
  readonly operation: string;
  readonly shared: Sealed;
  readonly items: Uint8Array;
}

/** Works on some of a request's items, counting them as they are done; a fault in one is that item's alone. */
export const workPart = task(async ({ operation, shared: sealed, items }: PartTask, port) => {
  const work = anyWorkOf(operation);
  const onFault = reporter(port);
  const shared = open(sealed);
  const tools = await work.tools(engines);
  const made = (unpack(items) as readonly unknown[]).map((item) => {
    try {
      return work.perItem(item, shared, tools);
    } catch (error) {
      return work.lost(item, onFault(error));
    } finally {
      port.postMessage({ item: 1 } satisfies Message);
    }
  });
  const answer: MadePart = { hash: sealed.hash, made: pack(made) };
  return { answer, gives: [answer.made] };
});

interface FinishTask {
  readonly operation: string;
  readonly made: readonly Uint8Array[];
  readonly shared: Sealed;
  readonly rest: Uint8Array;
}

/** Puts the answer together, as JSON. */
export const finishWork = task(({ operation, made, shared, rest }: FinishTask) => {
  const all = made.flatMap((part) => unpack(part) as readonly unknown[]);
  const whole = anyWorkOf(operation).whole(all, open(shared), unpack(rest));
  const answer = handedOver(Buffer.from(JSON.stringify(whole)));
  return { answer, gives: [answer] };
});

/** Cuts what was made into what is worked on next. */
export const followWork = task(
  ({ operation, made, shared, rest, threads }: FinishTask & { readonly threads: number }) => {
    const all = made.flatMap((part) => unpack(part) as readonly unknown[]);
    const next = itemWorkOf(operation).whole(all, open(shared), unpack(rest)) as Prepared;
    const answer: PreparedParts = {
      count: next.items.length,
      parts: batches([...next.items.keys()], threads).map((part) => pack(part.map((i) => next.items[i]))),
      lessons: [],
      shared: seal(next.shared),
      rest: pack(next.rest),
    };
    return { answer, gives: [...answer.parts, answer.rest] };
  },
);
