/** Checks a public address and answers its origin. Throws an `Error` that says what it must be. */
export function publicOrigin(publicUrl: string): string {
  const refuse = (why: string): Error =>
    new Error(`public URL ${JSON.stringify(publicUrl)}: ${why}; it must be like https://lotwise.example.com`);
  if (!URL.canParse(publicUrl)) throw refuse("is not an address");
  const url = new URL(publicUrl);
  if (url.protocol !== "https:") throw refuse("must start with https://, because Excel loads nothing else");
  if (url.username || url.password) throw refuse("must not carry a user name or password");
  // The text itself is checked too: the parser folds away "..", backslashes and a lone "?" or "#".
  if (url.pathname !== "/" || !/^\s*https:\/\/[^/\\?#]+\/?\s*$/i.test(publicUrl))
    throw refuse("must end after the host and port");
  return url.origin;
}
