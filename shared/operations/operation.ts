import type { z } from "zod";
import type { Immutable } from "../define/immutable.ts";

/** Who is meant to call: a viewer looks, a buyer plans, trains and stops. Without roles set up, any token may do all. */
export const ROLES = ["viewer", "buyer"] as const;
export type Role = (typeof ROLES)[number];

/** What an operation reads. */
export interface OperationBody<S extends z.ZodType = z.ZodType> {
  readonly schema: S;
  /** The largest body, unpacked. */
  readonly megabytes: number;
}

/** How an operation runs as a job. */
export interface OperationJob {
  /** What jobs of it are stored as; never changes, since jobs outlive the server that took them. */
  readonly kind: string;
  /** "asked": where the caller prefers not to wait (RFC 7240), else it is answered when done; "always": only as a job. */
  readonly when: "asked" | "always";
  /** What the items of which so many are done are: "items planned". */
  readonly counted?: string;
  /** What it does, for those who watch it, until it says so itself. */
  readonly working: string;
}

/** One operation of the HTTP interface: all that is said of it besides its work. */
export interface Operation<Request extends z.ZodType = z.ZodType, Answer extends z.ZodType = z.ZodType> {
  /** Its published name; its file is called so too, in kebab case. */
  readonly id: string;
  /** "json": one answer; "events": a stream of server-sent events; "empty": its status alone says that it is done. */
  readonly kind: "json" | "events" | "empty";
  readonly method: "get" | "post" | "put" | "delete";
  /** As OpenAPI writes it: /v1/jobs/{id}. */
  readonly path: `/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** What the parts of the path in braces mean. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly request?: OperationBody<Request>;
  /** What it answers, or the data of each event, in the words of its description. */
  readonly answer: { readonly schema: Answer; readonly description: string };
  /** Statuses of problems that are its own, beside those that its path, its body and the server bring. */
  readonly problems?: readonly number[];
  readonly job?: OperationJob;
  /** Whether an agent may be given it as a tool. */
  readonly tool: boolean;
  /** Who is meant to call it; none: anybody, without a token. */
  readonly roles: readonly Role[];
}

/** Defines an operation, with the types of what it reads and answers. */
export const defineOperation = <const O extends Operation>(operation: O): O => operation;

export type RequestOf<O extends Operation> = O extends { readonly request: { readonly schema: infer S } }
  ? Immutable<z.infer<S>>
  : undefined;
export type AnswerOf<O extends Operation> = Immutable<z.infer<O["answer"]["schema"]>>;

/** The names of a path's parts in braces. */
export const partsOf = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
