import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readCqcBytes } from "@/ingest/cqc/read-sent";
import { activeOds, directoryCsv, type MadeUpLocation } from "@/ingest/cqc/testing-cqc";
import { fetchCqc } from "./fetch-cqc";
import { fetchRegisters } from "./fetch-registers";

let folder: string;
let server: Server | undefined;
const said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fetch-cqc-"));
  said.length = 0;
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  server?.closeAllConnections();
  await new Promise((done) => (server ? server.close(done) : done(null)));
  server = undefined;
});

const PARTNERS: MadeUpLocation = {
  id: "1-101",
  code: "Z99002",
  since: "2013-04-01",
  ownership: "Partnership",
  providerId: "1-201",
  provider: "Drs Xqalder",
};
const PAGE = `<a href="/system/files/2026-10/07_October_2026_CQC_directory.csv">Directory</a>
  <a href="/system/files/2026-10/01_October_2026_HSCA_Active_Locations.ods">Active</a>`;
const LOCATION = {
  locationId: "1-100",
  providerId: "1-200",
  odsCode: "Z99001",
  name: "A Surgery",
  registrationStatus: "Registered",
  registrationDate: "2017-09-20",
  regulatedActivities: [{ contacts: [{ personFamilyName: "Xqmanager" }] }],
};
const ANSWERS: Record<string, unknown> = {
  "/api/locations": { totalPages: 1, locations: [{ locationId: "1-100" }, { locationId: "1-101" }] },
  "/api/locations/1-100": LOCATION,
  "/api/locations/1-101": { ...LOCATION, locationId: "1-101", providerId: "1-201", odsCode: "Z99002" },
  "/api/providers/1-200": { providerId: "1-200", name: "Care Limited", ownershipType: "Organisation" },
  "/api/providers/1-201": { providerId: "1-201", name: "Drs Xqalder", ownershipType: "Partnership" },
};
const asked: string[] = [];

/** The regulator's page, lists and API, offered by a server of our own. */
const offered: RequestListener = (request, answer) => {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
  if (pathname === "/page") return answer.end(PAGE);
  if (pathname.endsWith(".csv")) return answer.end(directoryCsv([PARTNERS]));
  if (pathname.endsWith(".ods")) return answer.end(activeOds([PARTNERS]));
  if (request.headers["ocp-apim-subscription-key"] !== "a key") return answer.writeHead(401).end();
  asked.push(`${pathname} ${searchParams.get("primaryInspectionCategoryName") ?? ""}`.trim());
  return answer.end(JSON.stringify(ANSWERS[pathname] ?? {}));
};

async function offer(listener: RequestListener = offered) {
  const own = createServer(listener);
  server = own;
  await new Promise<void>((done) => own.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(own.address() as AddressInfo).port}`;
  return { page: `${origin}/page`, api: `${origin}/api` };
}
const LIMITS = { milliseconds: 5000, bytes: 1_000_000 };
const run = async (given: { page: string; api: string; apiKey?: string }, limits = LIMITS) =>
  fetchCqc(folder, (line) => said.push(line), given, limits);
const present = () =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.includes("cqc"));

it("brings the two lists by the links of the regulator's page, and says how to bring each in; the API without a key is left out", async () => {
  expect(await run(await offer())).toEqual([]);
  expect(present().sort()).toEqual(["registers/cqc-active-locations.ods", "registers/cqc-directory.csv"]);
  expect(said.join("\n")).toContain("registers/cqc-directory.csv --published 2026-10-07");
  expect(said.join("\n")).toContain("registers/cqc-active-locations.ods --published 2026-10-01");
  expect(said.join("\n")).toContain("CQC_API_KEY");
  expect(asked).toEqual([]);
});

it("asks the API with a key, and keeps of partnerships and persons the form alone", async () => {
  expect(await run({ ...(await offer()), apiKey: "a key" })).toEqual([]);
  const text = readFileSync(join(folder, "registers/cqc-api.json"), "utf8");
  expect(text).not.toMatch(/Xqalder|Xqmanager/);
  const { locations } = await readCqcBytes("cqc-api.json", Buffer.from(text));
  expect(locations.map(({ holder }) => holder?.form)).toEqual(["organisation", "partnership"]);
  expect(asked[0]).toBe("/api/locations GP Practices");
});

it.each<[string, RequestListener, string]>([
  ["whose page has no links any more", (_, answer) => answer.end("<html></html>"), "no link to it any more"],
  [
    "whose page links to another site",
    (_, answer) => answer.end(PAGE.replaceAll("/system", "https://elsewhere.example/system")),
    "another site, elsewhere.example",
  ],
  ["that answers with an error", (_, answer) => answer.writeHead(503).end(), "answered 503"],
  [
    "whose lists are pages",
    (request, answer) => answer.end(request.url === "/page" ? PAGE : "<html></html>"),
    "registers/cqc-directory.csv",
  ],
])("leaves what was there in place with a regulator %s", async (_, listener, message) => {
  await run(await offer());
  const before = readFileSync(join(folder, "registers/cqc-directory.csv"), "utf8");
  server?.close();
  const failed = await run(await offer(listener));
  expect(failed).toHaveLength(2);
  expect(failed.join("\n")).toContain(message);
  expect(readFileSync(join(folder, "registers/cqc-directory.csv"), "utf8")).toBe(before);
});

it("gives up on a server that never answers, and on an API that refuses the key", async () => {
  const failed = await run(await offer(() => undefined), { ...LIMITS, milliseconds: 100 });
  expect(failed.every((line) => line.includes("did not answer within 0.1 s"))).toBe(true);
  server?.closeAllConnections();
  const refused = await run({ ...(await offer()), apiKey: "another" });
  expect(refused).toEqual([expect.stringContaining("answered 401")]);
});

it("sends the key nowhere else: a redirect is no answer", async () => {
  const failed = await run({
    ...(await offer((request, answer) => {
      if (request.url?.startsWith("/api")) return answer.writeHead(302, { location: "/elsewhere" }).end();
      expect(request.headers["ocp-apim-subscription-key"]).toBeUndefined();
      return offered(request, answer);
    })),
    apiKey: "a key",
  });
  expect(failed).toHaveLength(1);
});

it("is a part of `registers fetch`, which names what was not fetched", async () => {
  const { page, api } = await offer((_, answer) => answer.writeHead(503).end());
  await expect(fetchRegisters(folder, (line) => said.push(line), [], LIMITS, { page, api })).rejects.toThrow(
    /2 files were not fetched\nCare Quality Commission/,
  );
});
