import { createServer, type Server } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { PublicName } from "@/db/queries/public-names";
import { frontListener } from "@/server/http/front";
import { CodeIndex } from "@/server/search/code-index";
import { indexOf } from "@/server/search/record-index";
import { fastLookUps } from "./fast-look-ups";
import type { NamesOptions } from "./fast-names";

/** No database is there: areas and towns are found all the same. */
let server: Server;
let origin = "";
const unreachable: NonNullable<NamesOptions["records"]> = () => Promise.reject(new Error("no database"));
let records = unreachable;
const now = Date.parse("2026-11-22T12:00:00Z");
afterEach(() => {
  records = unreachable;
});
beforeAll(async () => {
  server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  server.on(
    "request",
    frontListener({
      next: async (_request, response) => {
        response.writeHead(418).end();
      },
      fast: [fastLookUps({ siteOrigin: "https://map.example", records: () => records(), now: () => now })],
      siteOrigin: origin,
      localMode: false,
      trustProxy: false,
      policy: { mapbox: false, dev: false, https: false },
      databaseIsSilent: () => false,
      words: {
        title: "",
        text: "",
        brokenTitle: "",
        brokenText: "",
        care: "",
        home: "",
        forbidden: "",
        badRequest: "Bad",
        badForm: "",
        method: "",
        tooLarge: "",
      },
    }),
  );
});
afterAll(() => new Promise((done) => server.close(done)));

const ask = (query: string, init?: RequestInit) => fetch(`${origin}/api/v1/names?${query}`, init);

describe("/api/v1/names", () => {
  it("gives towns with their constituencies, and says that records are missing", async () => {
    const answer = await ask("q=dalston+cumberland");
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "access-control-allow-origin": "*",
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
    });
    expect(await answer.json()).toMatchObject({
      query: "dalston cumberland",
      complete: false,
      names: [
        {
          kind: "settlement",
          name: { en: "Dalston", cy: null },
          page: {
            en: "https://map.example/areas/constituency/penrith-and-solway",
            cy: "https://map.example/cy/areas/constituency/penrith-and-solway",
          },
          outcode: "CA5",
          council: { code: "E06000063" },
          constituencyCount: 1,
          constituencies: [{ name: { en: "Penrith and Solway" } }],
        },
      ],
      data: { attribution: expect.stringContaining("GeoNames") },
    });
  });

  it("gives areas with their codes, of today and ended, and as many as asked for", async () => {
    const { names } = await (await ask("q=frimley+icb")).json();
    expect(names[0]).toMatchObject({ kind: "icb", code: "E54000034", validTo: "2026-03-31" });
    expect((await (await ask("q=leeds&limit=2")).json()).names).toHaveLength(2);
  });

  it.each([
    ["carlisle", true, "Carlisle"],
    ["birmigham", false, "Birmingham"],
    ["zzzzqqq", false, undefined],
  ])("%s: says whether names are called that, or only a little like it", async (query, exact, name) => {
    const answer = await (await ask(`q=${query}`)).json();
    expect({ exact: answer.exact, name: answer.names[0]?.name.en }).toEqual({ exact, name });
  });

  it.each([
    ["", "too-short"],
    ["q=a", "too-short"],
    ["q=!!", "too-short"],
    [`q=${"x".repeat(101)}`, "too-long"],
    ["q=CA2", "postcode"],
    ["q=Carlisle+ca2+7", "postcode"],
    ["q=leeds&limit=0", "limit"],
    ["q=leeds&limit=2.5", "limit"],
    ["q=leeds&limit=x", "limit"],
  ])("%s: a problem, %s", async (query, reason) => {
    const answer = await ask(query);
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(await answer.json()).toMatchObject({ status: 400, reason, detail: expect.any(String) });
  });

  it("answers the whole of a register's code, which no postcode begins with", async () => {
    const row: PublicName = {
      kind: "place",
      slug: "fusehill",
      name: "Fusehill Medical Practice",
      nameCy: null,
      town: "Carlisle",
      placeKind: "gp-practice",
      codes: ["A82019"],
    };
    records = async () => ({ index: new CodeIndex([row]), isComplete: true, asOf: now });
    const { names, exact } = await (await ask("q=a82019")).json();
    expect(exact).toBe(true);
    expect(names).toMatchObject([{ kind: "place", name: { en: "Fusehill Medical Practice" } }]);
    expect((await ask("q=A8201")).status).toBe(400);
  });

  it("is complete while the database tells what is published, and says since when it does not", async () => {
    const names = indexOf([
      {
        kind: "place",
        slug: "quokka-clinic",
        name: "Quokka Clinic",
        nameCy: null,
        town: null,
        placeKind: "hospital",
        codes: [],
      },
    ]);
    const known = async (secondsAgo: number, isComplete = true) => {
      records = async () => ({ index: names, isComplete, asOf: now - secondsAgo * 1_000 });
      const answer = await ask("q=quokka");
      const { complete, recordsAsOf, names: found } = await answer.json();
      return { complete, recordsAsOf, found: found.length, caching: answer.headers.get("cache-control") };
    };
    const whole = { complete: true, found: 1, caching: "public, max-age=30, must-revalidate" };
    expect(await known(0)).toEqual(whole);
    expect(await known(30)).toEqual(whole);
    const partial = { complete: false, found: 1, caching: "no-store" };
    expect(await known(31)).toEqual({ ...partial, recordsAsOf: "2026-11-22T11:59:29.000Z" });
    expect(await known(86_400)).toEqual({ ...partial, recordsAsOf: "2026-11-21T12:00:00.000Z" });
    // After a large import, while it is indexed.
    expect(await known(0, false)).toEqual({ ...partial, recordsAsOf: "2026-11-22T12:00:00.000Z" });
  });

  it("survives a stray %, here and in every address of the API", async () => {
    expect((await ask("q=leeds%")).status).toBe(200);
    for (const path of ["/api/v1/postcodes/CA2%", "/api/v1/areas/%E0%A4%A", "/api/v1/names%"]) {
      const answer = await fetch(`${origin}${path}`);
      expect([path, answer.status]).toEqual([path, 400]);
    }
    const answer = await fetch(`${origin}/api/v1/postcodes/CA2%`);
    expect(await answer.json()).toMatchObject({ status: 400, reason: "not-the-shape" });
    expect(await (await fetch(`${origin}/about%`)).text()).toBe("Bad\n");
  });

  it("answers GET and HEAD only", async () => {
    expect((await ask("q=leeds", { method: "HEAD" })).status).toBe(200);
    expect((await ask("q=leeds", { method: "OPTIONS" })).headers.get("access-control-allow-methods")).toBe(
      "GET, HEAD",
    );
  });
});
