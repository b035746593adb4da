import { Problem } from "../problem.ts";

/** Bytes of bodies that one client may have under way, and all clients together. */
const A_CLIENT = 96 * 2 ** 20;
const IN_ALL = 160 * 2 ** 20;
/** Bodies that may be arriving at once; slow ones end by themselves. */
const ARRIVING = 4000;

/** A request's part in the budget, until it is freed. */
export interface Hold {
  /** Counts bytes that came; throws a `Problem` where there is no room for them. */
  add(bytes: number): void;
  /** The body is there: it arrives no longer. */
  arrived(): void;
  /** Gives all of it back; again does nothing. */
  free(): void;
}

/**
 * The memory that bodies may take, counted as their bytes come until they are answered. What goes beyond it is refused,
 * so that no crowd of large requests can fill the memory.
 */
export class Budget {
  readonly #limits: { readonly aClient: number; readonly inAll: number; readonly arriving: number };
  readonly #held = new Map<string, number>();
  #total = 0;
  #arriving = 0;

  constructor(limits = { aClient: A_CLIENT, inAll: IN_ALL, arriving: ARRIVING }) {
    this.#limits = limits;
  }

  /** Bytes held now. */
  get total(): number {
    return this.#total;
  }

  /** Throws a `Problem` where a body of this length, as far as it is known, would find no room. */
  hold(client: string, length: number): Hold {
    if (this.#arriving >= this.#limits.arriving) throw busy();
    this.#needsRoom(client, length);
    this.#arriving++;
    let arriving = true;
    let mine = 0;
    const arrived = (): void => {
      if (arriving) this.#arriving--;
      arriving = false;
    };
    return {
      add: (bytes) => {
        this.#needsRoom(client, bytes);
        mine += bytes;
        this.#count(client, bytes);
      },
      arrived,
      free: () => {
        arrived();
        this.#count(client, -mine);
        mine = 0;
      },
    };
  }

  #needsRoom(client: string, bytes: number): void {
    const { aClient, inAll } = this.#limits;
    if (this.#total + bytes > inAll) throw busy();
    if ((this.#held.get(client) ?? 0) + bytes > aClient)
      throw new Problem(429, `more than ${aClient / 2 ** 20} MB of requests at once: send one after the other`, {
        "Retry-After": "5",
      });
  }

  #count(client: string, bytes: number): void {
    this.#total += bytes;
    const now = (this.#held.get(client) ?? 0) + bytes;
    if (now > 0) this.#held.set(client, now);
    else this.#held.delete(client);
  }
}

const busy = (): Problem =>
  new Problem(503, "the server holds as many large requests as it can: try again shortly", { "Retry-After": "5" });
