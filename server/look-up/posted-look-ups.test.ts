import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { FoundUnit } from "@/domain/look-up/found-unit";
import type { LookUpAnswer } from "@/domain/look-up/look-up";
import { log } from "@/server/log";
import { readAlternatives, readUnit } from "./alternatives-headers";
import { postedLookUps } from "./posted-look-ups";

const area = (kind: "constituency" | "council", slug: string, nameEn: string) => ({
  kind,
  code: slug,
  slug,
  nameEn,
  nameCy: null,
});
/** With a name that no header may hold as it is. */
const unit: FoundUnit = {
  outcode: "CA2",
  lon: -2.94,
  lat: 54.88,
  precision: "100m",
  near: null,
  healthBody: null,
  constituency: area("constituency", "carlisle", "Carlisle"),
  council: area("council", "ynys-mon", "Ynys Môn"),
};

/** What the page behind it was asked, and what it says. */
const seen: {
  method: string;
  url: string;
  alternatives: ReturnType<typeof readAlternatives>;
  unit: FoundUnit | null;
}[] = [];
const answers: Record<string, LookUpAnswer> = {
  "CA2 7HY": { kind: "unit", unit },
  "CA2 7": { kind: "page", path: "/look-up?problem=partial&near=CA2#sector-7" },
  Carlisle: { kind: "name", query: "Carlisle" },
  "CA2 7ZZ": { kind: "problem", problem: "unknown", near: "CA2", nearest: ["CA2 7XA", "CA2 7XB"] },
  "CA2 7ZY": { kind: "problem", problem: "ended", near: "CA2", nearest: ["CA2 7XA"], ended: "2019-06" },
  "CA99 1AA": { kind: "problem", problem: "unknown", near: "CA99", nearest: [] },
};

function next(request: IncomingMessage): string {
  const headers = { get: (name: string) => (request.headers[name] as string | undefined) ?? null };
  seen.push({
    method: request.method ?? "",
    url: request.url ?? "",
    alternatives: readAlternatives(headers),
    unit: readUnit(headers),
  });
  return "the page";
}

let server: Server;
let origin: string;
beforeAll(async () => {
  const posted = postedLookUps({
    next: async (request, response) => void response.end(next(request)),
    find: async (typed) => {
      const found = answers[typed];
      if (!found) throw new Error("the database is silent");
      return found;
    },
  });
  server = createServer((request, response) => {
    const pathname = request.url?.split("?")[0] ?? "";
    if (!posted(request, response, pathname)) response.end(next(request));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((done) => server.close(done)));
beforeEach(() => void seen.splice(0));
afterEach(() => void vi.restoreAllMocks());

function post(q: string, more: Record<string, string> = {}, headers: Record<string, string> = {}) {
  const body = new URLSearchParams({ q, ...more });
  return fetch(`${origin}/api/look-up`, { method: "POST", body, headers, redirect: "manual" });
}

describe("a form", () => {
  it.each([
    ["CA2 7", {}, "/look-up?problem=partial&near=CA2#sector-7"],
    ["Carlisle", { locale: "xx" }, "/search?q=Carlisle"],
    [
      "CA99 1AA",
      { counting: "companies-by-type" },
      "/counting/companies-by-type/look-up?problem=unknown&near=CA99",
    ],
  ])("with %j %j is sent on to %s", async (q, more, location) => {
    const answer = await post(q, more);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(location);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(seen).toEqual([]);
  });

  it("with a postcode that nobody has is answered by the page, which is told the nearest and is not sent them", async () => {
    const answer = await post("CA2 7ZZ", { locale: "cy" });
    expect([answer.status, await answer.text()]).toEqual([200, "the page"]);
    const url = "/cy/look-up?problem=unknown&near=CA2";
    expect(seen).toEqual([
      { method: "GET", url, unit: null, alternatives: { nearest: ["CA2 7XA", "CA2 7XB"] } },
    ]);
    await post("CA2 7ZY");
    expect(seen[1]?.alternatives).toEqual({ nearest: ["CA2 7XA"], ended: "2019-06" });
  });

  it.each([
    [{}, "/look-up"],
    [{ locale: "cy" }, "/cy/look-up"],
    [{ counting: "companies-by-type" }, "/counting/companies-by-type/look-up"],
  ])("with a postcode and %j is answered by the page, which is told where it is", async (more, url) => {
    const answer = await post("CA2 7HY", more);
    expect([answer.status, await answer.text()]).toEqual([200, "the page"]);
    expect(seen).toEqual([{ method: "GET", url, alternatives: { nearest: [] }, unit }]);
  });

  it("that is far too long says nothing", async () => {
    answers[""] = { kind: "problem", problem: "empty", near: null };
    expect((await post("x".repeat(2_000))).headers.get("location")).toBe("/look-up?problem=empty");
  });
});

describe("a script", () => {
  const json = async (q: string) => (await post(q, {}, { accept: "application/json" })).json();

  it("is told where to go, or the problem with the nearest", async () => {
    expect(await json("CA2 7HY")).toEqual({ path: "/areas/constituency/carlisle", unit });
    expect(await json("CA2 7")).toEqual({ path: "/look-up?problem=partial&near=CA2#sector-7" });
    expect(await json("CA2 7ZY")).toEqual({
      problem: "ended",
      near: "CA2",
      nearest: ["CA2 7XA"],
      ended: "2019-06",
    });
  });
});

it("a failure is an answer, and nothing that was typed is logged", async () => {
  const logged = vi.spyOn(log, "error").mockImplementation(() => undefined);
  expect((await post("LA23 1ZZ")).status).toBe(500);
  expect(logged).toHaveBeenCalledOnce();
  expect(JSON.stringify(logged.mock.calls[0])).not.toContain("1ZZ");
});

it("the address by itself leads to the box", async () => {
  const answer = await fetch(`${origin}/api/look-up`, { redirect: "manual" });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/look-up"]);
});

it("leaves other addresses alone, and takes from nobody what only it may say", async () => {
  const headers = { "x-look-up-nearest": "AA1 1AA", "x-look-up-unit": "%7B%7D" };
  await fetch(`${origin}/look-up?problem=unknown`, { headers });
  expect(seen).toEqual([
    { method: "GET", url: "/look-up?problem=unknown", alternatives: { nearest: [] }, unit: null },
  ]);
});
