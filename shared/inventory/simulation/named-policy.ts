import { UserError } from "../../define/errors.ts";
import { baseStockPolicy, fixedLotPolicy, idlePolicy, minMaxPolicy, periodicPolicy } from "./policies.ts";
import type { StockPolicy } from "./stock-policy.ts";

/** A policy by its name and levels, and the stock it starts from unless told otherwise. */
export interface NamedPolicy {
  readonly policy: StockPolicy;
  readonly opening: number;
}

interface Kind {
  /** What follows the name. */
  readonly levels: readonly string[];
  make(levels: readonly number[]): NamedPolicy;
}

const KINDS: Readonly<Record<string, Kind>> = {
  "s,S": {
    levels: ["s", "S"],
    make([s = 0, S = 0]) {
      if (S < s) throw new UserError(`S must be at least s; got s ${s} and S ${S}`);
      return { policy: minMaxPolicy(s, S), opening: Math.max(0, S) };
    },
  },
  "r,Q": {
    levels: ["r", "Q"],
    make([r = 0, Q = 0]) {
      if (!(Q > 0)) throw new UserError(`Q must be greater than 0; got ${Q}`);
      return { policy: fixedLotPolicy(r, Q), opening: Math.max(0, r + Q) };
    },
  },
  "base-stock": {
    levels: ["S"],
    make: ([S = 0]) => ({ policy: baseStockPolicy(S), opening: Math.max(0, S) }),
  },
  periodic: {
    levels: ["periods between orders", "S"],
    make([every = 1, S = 0]) {
      if (!(Number.isInteger(every) && every >= 1))
        throw new UserError(`the periods between orders must be a whole number of at least 1; got ${every}`);
      return { policy: periodicPolicy(every, S), opening: Math.max(0, S) };
    },
  },
  nothing: { levels: [], make: () => ({ policy: idlePolicy, opening: 0 }) },
};

/** The names that SIMULATE knows. */
export const POLICY_NAMES: readonly string[] = Object.keys(KINDS);

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, "");

/** Reads a policy from its cells: the name, then its levels. Throws a `UserError` that completes "policy: …". */
export function namedPolicy(cells: readonly unknown[]): NamedPolicy {
  const [name, ...levels] = cells.filter((cell) => cell !== null);
  const kind = Object.keys(KINDS).find((known) => plain(known) === plain(typeof name === "string" ? name : ""));
  if (kind === undefined)
    throw new UserError(`must start with one of ${POLICY_NAMES.map((known) => `"${known}"`).join(", ")}`);
  const { levels: wanted, make } = KINDS[kind]!;
  if (levels.length !== wanted.length || !levels.every((x) => typeof x === "number" && Number.isFinite(x)))
    throw new UserError(
      `"${kind}" takes ${wanted.length === 0 ? "no levels" : `${wanted.length === 1 ? "a number" : "two numbers"}: ${wanted.join(" and ")}`}`,
    );
  return make(levels as number[]);
}
