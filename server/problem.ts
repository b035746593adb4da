export const TITLES: Readonly<Record<number, string>> = {
  400: "The request cannot be read",
  401: "A token is needed",
  403: "Not allowed from here",
  404: "Not found",
  405: "Method not allowed",
  408: "The request came too slowly",
  413: "The request is too large",
  415: "The content type must be application/json",
  421: "This server does not answer to that name",
  429: "Too many requests at once",
  500: "Something went wrong on our side",
  503: "The server cannot do this just now",
};

/** A fault of the whole request, answered as problem+json (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
  }
}
