import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readSource } from "./data-folder";
import { fetchRegisters, LIVE_FILES, type LiveFile } from "./fetch-registers";
import { vintageOf } from "./fetched-files";

let folder: string;
let server: Server | undefined;
const said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fetch-"));
  said.length = 0;
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  server?.closeAllConnections();
  await new Promise((done) => (server ? server.close(done) : done(null)));
  server = undefined;
});

const ROW = `${Array.from({ length: 27 }, (_, at) => `"${({ 0: "Z99001", 12: "A" } as Record<number, string>)[at] ?? ""}"`).join(",")}\n`;

/** The register of practices, offered by a server of our own. */
async function offered(listener: RequestListener): Promise<LiveFile[]> {
  const own = createServer(listener);
  server = own;
  await new Promise<void>((done) => own.listen(0, "127.0.0.1", done));
  const { port } = own.address() as AddressInfo;
  return LIVE_FILES.filter(({ key }) => key === "gp-practices").map((file) => ({
    ...file,
    url: `http://127.0.0.1:${port}/`,
  }));
}

const LIMITS = { milliseconds: 5000, bytes: 10_000 };
const run = (files: LiveFile[], limits = LIMITS) =>
  fetchRegisters(folder, (line) => said.push(line), files, limits);
const present = () => readdirSync(folder, { recursive: true }).map(String).sort();

it("brings a register and remembers when: that is its edition", async () => {
  await run(await offered((_, answer) => answer.end(ROW)));
  const file = readSource(folder, "gp-practices");
  expect(file.text).toBe(ROW);
  const fetched = JSON.parse(readFileSync(join(folder, "registers/fetched.json"), "utf8"))["gp-practices"];
  expect(vintageOf(folder, file)).toBe(fetched.fetchedOn.slice(0, 7));
  expect(said).toEqual(["registers/ods-epraccur-2025-09.csv: 1 rows, 0 kB"]);
  expect(vintageOf(folder, { key: "gp-practices", sha256: "of another file" })).toBe("2025-09");
});

it.each([
  ["an error page", ((_, answer) => answer.writeHead(503).end()) as RequestListener, "answered 503"],
  ["a page of HTML", ((_, answer) => answer.end("<html></html>")) as RequestListener, "1 columns, not 27"],
  ["nothing", ((_, answer) => answer.end("")) as RequestListener, "no rows"],
  ["too much", ((_, answer) => answer.end(ROW.repeat(1000))) as RequestListener, "more than 0 MB"],
  [
    "too much, unannounced",
    ((_, answer) => {
      answer.write(ROW.repeat(500));
      answer.end(ROW.repeat(500));
    }) as RequestListener,
    "more than 0 MB",
  ],
  [
    "half a file",
    ((_, answer) =>
      answer
        .writeHead(200, { "content-length": "5000" })
        .write(ROW, () => answer.destroy())) as RequestListener,
    "could not be reached",
  ],
])("leaves the old file in place when it is sent %s", async (_, listener, message) => {
  await run(await offered((_request, answer) => answer.end(ROW)));
  const before = present();
  server?.close();
  await expect(run(await offered(listener))).rejects.toThrow(message);
  expect(present()).toEqual(before);
  expect(readFileSync(join(folder, "registers/ods-epraccur-2025-09.csv"), "utf8")).toBe(ROW);
});

it("gives up on a server that never answers", async () => {
  const files = await offered(() => undefined);
  await expect(run(files, { ...LIMITS, milliseconds: 100 })).rejects.toThrow("did not answer within 0.1 s");
});

it("says what to do without a network, and where the publisher's page is", async () => {
  const files = LIVE_FILES.map((file) => ({ ...file, url: "http://127.0.0.1:1/" }));
  await expect(run(files)).rejects.toThrow(
    /6 of 6 files were not fetched\n.*is there a network\?.*https:\/\/digital\.nhs\.uk/s,
  );
  expect(present()).toEqual([]);
});

it("asks publishers over https only", () => {
  expect(LIVE_FILES.map(({ url }) => new URL(url).protocol)).toEqual(Array(6).fill("https:"));
});
