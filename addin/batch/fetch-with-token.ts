import { tokenHeader } from "../access-token.ts";
import type { Fetch } from "./post.ts";

/** The host's `fetch` with the access token that was given in the pane, if any. */
export const fetchWithToken: Fetch = async (url, init) =>
  fetch(url, { ...init, headers: { ...init.headers, ...(await tokenHeader()) } });
