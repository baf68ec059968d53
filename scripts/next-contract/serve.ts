import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import next from "next";
import { frontListener } from "@/server/http/front";
import { knownPublication, notePublication } from "@/server/http/publication";
import { responseCache } from "@/server/http/response-cache";

/**
 * For next-contract.test.ts: the application in this folder, behind the front server and as Next alone answers. A process of its own,
 * since Next wants to be in production. Tells its two addresses; each message is a publication.
 */
async function listen(listener: (origin: string) => RequestListener): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on("request", listener(origin));
  return origin;
}

const app = next({ dev: false, dir: fileURLToPath(new URL(".", import.meta.url)) });
await app.prepare();
const handle = app.getRequestHandler();
const words = {
  title: "Silent",
  text: "Silent",
  brokenTitle: "Broken, says the front server",
  brokenText: "Ours",
  care: "Care",
  home: "Home",
  forbidden: "Forbidden",
  badRequest: "Bad",
  badForm: "No form of ours",
  method: "Method",
  tooLarge: "Large",
};
const front = await listen((siteOrigin) =>
  frontListener({
    siteOrigin,
    localMode: false,
    trustProxy: false,
    words,
    databaseIsSilent: () => false,
    next: handle,
    fast: [responseCache({ bytes: 1_000_000 })],
    policy: { mapbox: false, dev: false, https: false },
  }),
);
const alone = await listen(() => (request, response) => void handle(request, response));
process.on("message", () => {
  notePublication(knownPublication() + 1);
  process.send?.("published");
});
process.on("disconnect", () => process.exit());
process.send?.({ front, alone });
