import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request as httpRequest, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packedFiles } from "@/server/http/packed-files";
import { packFiles } from "./pack-files";

const root = mkdtempSync(join(tmpdir(), "packed-"));
const script = `export const words = "${"gnu ".repeat(1000)}";`;
const land = `{"land":"${"okapi ".repeat(1000)}"}`;
const FILES = {
  ".next/static/chunks/a.js": script,
  ".next/static/media/maplibre-gl-dev.2i4yz2.mjs": script,
  ".next/static/chunks/short.js": "1",
  ".next/server/secret.js": script,
  "public/map/base/land.json": land,
  "public/fonts/letters.woff2": script,
};
const server = createServer();

beforeAll(async () => {
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  expect(await packFiles(root)).toBe(2);
  const packed = packedFiles(root);
  server.on("request", (request, response) => {
    if (!packed(request, response, request.url ?? "")) response.writeHead(299).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

function ask(path: string, headers: Record<string, string> = { "accept-encoding": "gzip, br" }) {
  return new Promise<{ answer: IncomingMessage; body: Buffer }>((done) => {
    const { port } = server.address() as AddressInfo;
    httpRequest({ port, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => done({ answer, body: Buffer.concat(chunks) }));
    }).end();
  });
}

it.each([
  ["/_next/static/chunks/a.js", script, "text/javascript", "public, max-age=31536000, immutable"],
  ["/map/base/land.json", land, "application/json", undefined],
])("sends %s in brotli, with what it is and how long it may be kept", async (path, text, type, caching) => {
  const { answer, body } = await ask(path);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({ "content-encoding": "br", vary: "Accept-Encoding" });
  expect(answer.headers["content-type"]).toBe(type);
  expect(answer.headers["cache-control"]).toBe(caching);
  expect(brotliDecompressSync(body).toString()).toBe(text);
  const again = await ask(path, { "accept-encoding": "br", "if-none-match": answer.headers.etag ?? "" });
  expect(again.answer.statusCode).toBe(304);
});

it.each([
  ["/_next/static/chunks/a.js", { "accept-encoding": "gzip" }],
  ["/_next/static/chunks/a.js", { "accept-encoding": "gzip, br;q=0" }],
  ["/_next/static/chunks/a.js", { "accept-encoding": "br", range: "bytes=0-1" }],
  ["/_next/static/chunks/a.js.br", { "accept-encoding": "br" }],
  ["/_next/static/chunks/short.js", { "accept-encoding": "br" }],
  ["/../server/secret.js", { "accept-encoding": "br" }],
  ["/_next/static/%2e%2e/server/secret.js", { "accept-encoding": "br" }],
  ["/fonts/letters.woff2", { "accept-encoding": "br" }],
  ["/", { "accept-encoding": "br" }],
])("leaves %s, asked for with %o, to Next", async (path, headers) => {
  const { answer } = await ask(path, headers as Record<string, string>);
  expect(answer.statusCode).toBe(299);
});
