import type http from "node:http";
import type { Socket } from "node:net";

/** How long requests under way may take to end when the server is told to stop. */
const GRACE_MS = 5000;

/**
 * Answers how to close the server: at once where nothing is under way. Connections that stand by (kept alive, or opened
 * and never used) are ended, the others as soon as what was asked on them is answered.
 */
export function closing(server: http.Server): () => Promise<void> {
  const underWay = new Map<Socket, number>();
  let stopping = false;
  const end = (socket: Socket): void => {
    if (stopping && underWay.get(socket) === 0) socket.destroy();
  };
  const opened = (socket: Socket): void => {
    underWay.set(socket, 0);
    socket.once("close", () => underWay.delete(socket));
  };
  server.on("connection", opened);
  server.on("secureConnection", opened);
  server.on("request", ({ socket }: http.IncomingMessage, res: http.ServerResponse) => {
    underWay.set(socket, (underWay.get(socket) ?? 0) + 1);
    res.once("close", () => {
      const left = underWay.get(socket);
      if (left !== undefined) underWay.set(socket, left - 1);
      // What was written goes out first.
      if (stopping && left === 1) socket.end();
    });
  });
  return () =>
    new Promise((resolve) => {
      stopping = true;
      server.close(() => resolve());
      for (const socket of [...underWay.keys()]) end(socket);
      setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
    });
}
