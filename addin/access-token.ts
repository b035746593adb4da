const KEY = "lotwise.access-token";

interface Kept {
  getItem(key: string): string | null | Promise<string | null>;
  setItem(key: string, text: string): void | Promise<void>;
  removeItem(key: string): void | Promise<void>;
}

declare const OfficeRuntime: { readonly storage?: Kept } | undefined;

/** Excel's own storage, which all parts of the add-in share, else the browser's. Never the workbook, which travels. */
function storage(): Kept | undefined {
  const office = typeof OfficeRuntime === "undefined" ? undefined : OfficeRuntime.storage;
  return office ?? (typeof localStorage === "undefined" ? undefined : localStorage);
}

/** Where the host stores nothing (private windows, storage blocked), the token lasts as long as the page. */
let unstored: string | undefined;

async function accessToken(): Promise<string | undefined> {
  try {
    return (await storage()?.getItem(KEY)) || unstored;
  } catch {
    return unstored;
  }
}

/** Keeps the token on this computer; undefined forgets it. */
export async function keepToken(token: string | undefined): Promise<void> {
  unstored = token;
  try {
    if (token === undefined) await storage()?.removeItem(KEY);
    else await storage()?.setItem(KEY, token);
  } catch {
    // It lasts as long as the page.
  }
}

/** What a request to Lotwise's server carries to be let in; nothing where no token was given. */
export async function tokenHeader(): Promise<Record<string, string>> {
  const token = await accessToken();
  return token === undefined ? {} : { Authorization: `Bearer ${token}` };
}
