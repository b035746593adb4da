/** What a cell shows while the server works on it; Excel shows the same. */
export const BUSY = "#BUSY!";
