import { keepToken, tokenHeader } from "../../access-token.ts";
import { initOf, type Fetch } from "./call.ts";
import { operations } from "./operations.ts";
import { createStore, type Store } from "../view/store.ts";
import { NoServer } from "../work/trouble.ts";

export interface AccessState {
  /** The server wants a token that it was not given. */
  readonly asked: boolean;
  /** What was wrong with the last one; "" where nothing was. */
  readonly fault: string;
}

/** The buyer's way into a server that asks for a token. */
export interface Access {
  readonly store: Store<AccessState>;
  /** `fetch` with the token; where the server refuses it, the pane asks for one. */
  readonly fetch: Fetch;
  /** Looks whether the server lets us in. A server that does not answer is no reason to ask. */
  check(): Promise<void>;
  /** Tries a token and keeps it where the server takes it; answers whether it did. Throws `NoServer`. */
  give(token: string): Promise<boolean>;
}

const NOTHING = initOf(operations.compute, { calls: [] });

/** As HTTP carries it: visible characters without spaces. */
const isToken = (text: string): boolean => /^[\x21-\x7e]+$/.test(text);

/** Headers as this pane writes them: a plain record. */
const headersOf = ({ headers }: RequestInit): Record<string, string> => headers as Record<string, string>;

export function createAccess(plain: Fetch): Access {
  const store = createStore<AccessState>({ asked: false, fault: "" });
  const fetch: Fetch = async (url, init = {}) => {
    const response = await plain(url, { ...init, headers: { ...headersOf(init), ...(await tokenHeader()) } });
    if (response.status === 401 && !store.get().asked) store.set({ asked: true, fault: "" });
    return response;
  };
  return {
    store,
    fetch,
    async check() {
      await fetch(operations.compute.path, NOTHING).catch(() => undefined);
    },
    async give(text) {
      const token = text.trim();
      const headers = { ...headersOf(NOTHING), Authorization: `Bearer ${token}` };
      const response = isToken(token)
        ? await plain(operations.compute.path, { ...NOTHING, headers }).catch(() => {
            throw new NoServer();
          })
        : undefined;
      const taken = response !== undefined && response.status !== 401;
      if (taken) await keepToken(token);
      store.set(taken ? { asked: false, fault: "" } : { fault: "The server does not take this token." });
      return taken;
    },
  };
}
