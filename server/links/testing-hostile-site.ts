import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createPlainServer, type Socket } from "node:net";
import type { LinkPolicy } from "@/server/links/link-policy";

export type TestSite = { port: number; asked: IncomingMessage[]; close: () => Promise<void> };

/** A server of this machine for one test file; it ends with its connections, however long their answers would have been. */
export async function testSite(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  host = "127.0.0.1",
): Promise<TestSite> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    response.on("error", () => undefined);
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, host, done));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    port,
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

/** A server that speaks no proper HTTP: what it says is given byte by byte. */
export async function rawSite(speak: (socket: Socket) => void): Promise<TestSite> {
  const sockets = new Set<Socket>();
  const server = createPlainServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    speak(socket);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    asked: [],
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

/** The product's own policy in small, with this machine's first address allowed and every name of a test leading to it. */
export function testPolicy(more: Partial<LinkPolicy> = {}): LinkPolicy {
  return {
    resolve: async () => [{ address: "127.0.0.1", family: 4 }],
    mayReach: (address) => address === "127.0.0.1",
    mayUsePort: () => true,
    limits: { bytes: 64 * 1024, headerBytes: 16 * 1024, redirects: 3, totalMs: 20_000, idleMs: 20_000 },
    ...more,
  };
}
