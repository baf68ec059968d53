import { createServer, request, type Server } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lineSquares } from "@/db/reference/lines";
import { decodeOutlines } from "@/db/reference/outline-file";
import { areaIndex } from "@/db/reference/outlines";
import { findInShard } from "@/domain/postcodes/shard";
import { referenceAreas } from "@/server/reference/reference-areas";
import { fastLookUps } from "./fast-look-ups";

let server: Server;
beforeAll(async () => {
  const fast = fastLookUps({ siteOrigin: "https://map.example" });
  server = createServer((incoming, response) => {
    if (!fast(incoming, response)) response.writeHead(418).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => new Promise((done) => server.close(done)));

type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; bytes: Buffer };

function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return new Promise((done, failed) => {
    const outgoing = request({ port, host: "127.0.0.1", path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts) }),
      );
    });
    outgoing.on("error", failed).end();
  });
}
const json = ({ bytes }: Answer) => JSON.parse(bytes.toString("utf8"));
const postcode = (text: string) => ask(`/api/v1/postcodes/${text}`);

describe("/api/v1/postcodes", () => {
  it.each(["CA27HY", "ca2%207hy", "CA2+7HY", "%C2%A0CA2-7HY/"])("answers %s in full", async (text) => {
    const answer = await postcode(text);
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(json(answer)).toMatchObject({
      status: "found",
      postcode: "CA2 7HY",
      precision: "100m",
      position: { lon: expect.closeTo(-2.958, 2), lat: expect.closeTo(54.896, 2) },
      areas: {
        constituency: {
          kind: "constituency",
          code: "E14001152",
          name: { en: "Carlisle", cy: null },
          page: {
            en: "https://map.example/areas/constituency/carlisle",
            cy: "https://map.example/cy/areas/constituency/carlisle",
          },
        },
        council: { code: "E06000063" },
        healthBody: { kind: "icb", code: "E54000050", odsCode: "QHM" },
      },
      near: null,
      data: { attribution: expect.stringContaining("Royal Mail") },
    });
    expect(json(answer).data.datasets).toContainEqual(
      expect.objectContaining({ key: "code-point-open", vintage: expect.stringMatching(/^\d{4}-\d\d$/) }),
    );
  });

  it("says the same sentence of a licence once", async () => {
    const { attribution } = json(await postcode("CA27HY")).data;
    expect(attribution.match(/Source: Office for National Statistics/g)).toHaveLength(1);
  });

  it("gives Welsh names", async () => {
    expect(json(await postcode("LL572PW")).areas.constituency.name).toEqual({
      en: "Bangor Aberconwy",
      cy: "Bangor Aberconwy",
    });
  });

  it.each([
    ["BT388GF", { status: "no-position", precision: "none" }],
    ["JE23AB", { status: "crown-dependency", territory: "jersey" }],
    ["BFPO57", { status: "bfpo" }],
    ["BX11LT", { status: "non-geographic" }],
  ])("answers %s in words of its own", async (text, expected) => {
    const answer = await postcode(text);
    expect(answer.status).toBe(200);
    expect(json(answer)).toMatchObject({ ...expected, detail: expect.any(String), data: expect.any(Object) });
  });

  it("shares a part of a postcode out", async () => {
    const { status, scope, text, areas } = json(await postcode("CA2%207"));
    expect([status, scope, text]).toEqual(["partial", "sector", "CA2 7"]);
    const shares = areas.constituencies.map(({ share }: { share: number }) => share);
    expect(shares.reduce((sum: number, share: number) => sum + share, 0)).toBeCloseTo(1, 2);
    expect(areas.constituencies[0]).toMatchObject({ slug: "carlisle", units: expect.any(Number) });
  });

  it("takes W1 for the districts that begin with it", async () => {
    const answer = await postcode("W1");
    expect(answer.status).toBe(200);
    const { status, scope, text, districts } = json(answer);
    expect([status, scope, text]).toEqual(["partial", "outcode", "W1"]);
    expect(districts).toContain("W1A");
  });

  it.each([
    ["", "empty"],
    ["Carlisle", "not-the-shape"],
    ["QQ11AA", "unknown-area"],
    ["SW1A%20OAA", "letter-for-digit"],
    ["FIQQ1ZZ", "overseas-territory"],
    ["CA27HY".repeat(500), "too-long"],
    ["%zz", "not-the-shape"],
    ["%00", "not-the-shape"],
  ])("refuses %j with a reason", async (text, reason) => {
    const answer = await postcode(text);
    expect(answer.status).toBe(400);
    expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(json(answer)).toMatchObject({
      status: 400,
      reason,
      title: expect.any(String),
      detail: expect.any(String),
    });
  });

  it("offers the nearest live ones for one that is not", async () => {
    const answer = await postcode("CA27ZZ");
    expect(answer.status).toBe(404);
    const { nearest, reason } = json(answer);
    expect(reason).toBe("unknown");
    expect(nearest).toHaveLength(5);
    expect((await postcode(encodeURIComponent(nearest[0]))).status).toBe(200);
  });

  it("never fails, whatever stands in the address", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (text) => {
        const { status } = await postcode(encodeURIComponent(Buffer.from(text).toString()));
        expect([200, 400, 404]).toContain(status);
      }),
      { numRuns: 60 },
    );
  });
});

describe("/api/v1/areas", () => {
  it("finds an integrated care board by either code, in any case", async () => {
    const [ods, gss] = [json(await ask("/api/v1/areas/qhm")), json(await ask("/api/v1/areas/E54000050"))];
    expect(ods.areas).toEqual(gss.areas);
    expect(ods.areas).toMatchObject([{ kind: "icb", code: "E54000050", odsCode: "QHM" }]);
  });

  it("finds an area that ended, with where it went", async () => {
    const ended = referenceAreas().successors.keys().next().value ?? "";
    const { areas } = json(await ask(`/api/v1/areas/${ended}`));
    expect(areas).toHaveLength(1);
    expect(areas[0].validTo).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(areas[0].successors[0]).toMatchObject({ kind: areas[0].kind, share: expect.any(Number) });
    const total = areas[0].successors.reduce((sum: number, { share }: { share: number }) => sum + share, 0);
    expect(total).toBeCloseTo(1, 1);
    expect(json(await ask("/api/v1/areas/QHM")).areas[0].successors).toEqual([]);
  });

  it("gives both areas of a code that two have", async () => {
    const { areas } = json(await ask("/api/v1/areas/S92000003"));
    expect(areas.map(({ kind }: { kind: string }) => kind).sort()).toEqual(["nation", "region"]);
  });

  it.each([
    ["E14999999", 404, "unknown"],
    ["", 400, "not-a-code"],
    ["car-lisle", 400, "not-a-code"],
    ["__proto__", 400, "not-a-code"],
  ])("answers %j with %d", async (code, status, reason) => {
    const answer = await ask(`/api/v1/areas/${code}`);
    expect(answer.status).toBe(status);
    expect(json(answer)).toMatchObject({ status, reason });
  });
});

describe("an address of these of another form", () => {
  it.each([
    ["/api/v1/postcodes", "/api/v1/postcodes/CA27HY"],
    ["/api/v1/postcodes?q=CA27HY", "/api/v1/postcodes/CA27HY"],
    ["/api/v1/postcodes/CA2/7HY", "/api/v1/postcodes/CA27HY"],
    ["/api/v1/postcodes//CA27HY", "/api/v1/postcodes/CA27HY"],
    ["/api/v1/areas", "/api/v1/areas/E14001152"],
    ["/api/v1/areas/icb/QHM", "/api/v1/areas/E14001152"],
    ["/api/v1/names/carlisle", "/api/v1/names?q=carlisle"],
    ["/api/v1/names/a/b?q=c", "/api/v1/names?q=carlisle"],
  ])("%s is told the right one", async (path, right) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.headers).toMatchObject({
      "content-type": "application/problem+json; charset=utf-8",
      "access-control-allow-origin": "*",
      "cache-control": "public, max-age=3600, must-revalidate",
    });
    expect(json(answer)).toMatchObject({ status: 404, reason: "no-such-address", title: expect.any(String) });
    expect(json(answer).detail).toContain(right);
    expect((await ask(path, {}, "POST")).status).toBe(405);
  });
});

describe("how answers are kept", () => {
  it("costs no body while nothing has changed", async () => {
    const first = await postcode("CA27HY");
    const etag = String(first.headers.etag);
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    expect(first.headers["cache-control"]).toBe("public, max-age=86400, must-revalidate");
    for (const header of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = await ask("/api/v1/postcodes/CA27HY", { "if-none-match": header });
      expect(again).toMatchObject({ status: 304, headers: { etag } });
      expect(again.bytes).toHaveLength(0);
    }
    expect((await ask("/api/v1/postcodes/CA27HY", { "if-none-match": '"other"' })).status).toBe(200);
    expect((await postcode("CA27HZ")).headers.etag).not.toBe(etag);
  });

  it("can be read by any page, and only read", async () => {
    const head = await ask("/api/v1/postcodes/CA27HY", {}, "HEAD");
    const body = await postcode("CA27HY");
    expect(head.bytes).toHaveLength(0);
    expect(head.headers["content-length"]).toBe(String(body.bytes.length));
    expect(body.headers["access-control-allow-origin"]).toBe("*");
    const post = await ask("/api/v1/postcodes/CA27HY", {}, "POST");
    expect(post).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
    expect((await ask("/api/v1/postcodes/CA27HY", {}, "OPTIONS")).status).toBe(204);
  });
});

describe("shards", () => {
  const index = async () => json(await ask("/postcodes/index.json"));

  it("are found through the index, kept for ever, and sent compressed", async () => {
    const { hash, outcodes } = await index();
    expect(outcodes.split(" ")).toContain("CA2");
    const path = `/postcodes/${hash}/CA2.json`;
    const [plain, gzip, brotli] = [
      await ask(path),
      await ask(path, { "accept-encoding": "gzip" }),
      await ask(path, { "accept-encoding": "gzip, deflate, br" }),
    ];
    expect(plain.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect([gzip.headers["content-encoding"], brotli.headers["content-encoding"]]).toEqual(["gzip", "br"]);
    expect(gunzipSync(gzip.bytes)).toEqual(plain.bytes);
    expect(brotliDecompressSync(brotli.bytes)).toEqual(plain.bytes);
    expect(brotli.headers.vary).toBe("Accept-Encoding");
    expect(findInShard(json(plain), "7HY")?.constituency?.slug).toBe("carlisle");
  });

  it("an encoding that is refused is not used", async () => {
    const answer = await ask("/postcodes/index.json", { "accept-encoding": "br;q=0, gzip;q=0.5" });
    expect(answer.headers["content-encoding"]).toBe("gzip");
  });

  it("of another content, or of no outward code, are not there", async () => {
    const { hash } = await index();
    for (const path of [
      "/postcodes/0123456789abcdef/CA2.json",
      `/postcodes/${hash}/CA99.json`,
      "/outlines/999-1.json",
    ]) {
      expect(await ask(path)).toMatchObject({ status: 404, headers: { "cache-control": "no-store" } });
    }
  });

  it("leaves every other address alone", async () => {
    for (const path of [
      "/",
      "/postcodes",
      "/postcodes/x/../y.json",
      "/api/v1/map",
      "/api/v1/postcodesx",
      "/api/v2/names/carlisle",
    ]) {
      expect((await ask(path)).status, path).toBe(418);
    }
  });
});

describe("/ground", () => {
  const path = "/ground/251-163.pbf"; // Carlisle

  it("sends a square as it lies in the clone, or in what the browser can read", async () => {
    const plain = await ask(path);
    expect(plain.headers).toMatchObject({
      "content-type": "application/vnd.mapbox-vector-tile",
      "cache-control": "public, max-age=86400, must-revalidate",
      vary: "Accept-Encoding",
    });
    expect(plain.bytes.length).toBeGreaterThan(1_000);
    const inBrotli = await ask(path, { "Accept-Encoding": "br" });
    expect(inBrotli.headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(inBrotli.bytes)).toEqual(plain.bytes);
    expect(gunzipSync((await ask(path, { "Accept-Encoding": "gzip" })).bytes)).toEqual(plain.bytes);
    const again = await ask(path, { "If-None-Match": String(plain.headers.etag) });
    expect(again.status).toBe(304);
  });

  it("is empty at sea, and nowhere else than in this country", async () => {
    const sea = await ask("/ground/245-160.pbf", { "Accept-Encoding": "br" });
    expect([sea.status, sea.bytes.length, sea.headers["content-encoding"]]).toEqual([200, 0, undefined]);
    for (const none of ["/ground/0-0.pbf", "/ground/511-163.pbf"]) expect((await ask(none)).status).toBe(404);
  });
});

describe("/lines", () => {
  const path = `/lines/${lineSquares().hash}/251-162.json`; // Carlisle

  it("sends a square as it lies in the clone, or in what the browser can read, to keep for ever", async () => {
    const [plain, brotli] = [await ask(path), await ask(path, { "Accept-Encoding": "br" })];
    expect(plain.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(brotli.headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(brotli.bytes)).toEqual(plain.bytes);
    expect(Object.keys(json(plain).objects).sort()).toEqual(["coast", "constituency", "council", "land"]);
    expect((await ask(path, { "If-None-Match": String(plain.headers.etag) })).status).toBe(304);
  });

  it("has none at sea, and is not there in another country, of other outlines, or for no area", async () => {
    const hash = lineSquares().hash;
    expect(json(await ask(`/lines/${hash}/245-160.json`))).toMatchObject({ objects: {}, arcs: [] });
    for (const none of [
      `/lines/${hash}/0-0.json`,
      `/lines/${hash}/E99.json`,
      "/lines/0123456789abcdef/251-162.json",
      "/lines/0123456789abcdef/E14001152.json",
    ])
      expect(await ask(none)).toMatchObject({ status: 404, headers: { "cache-control": "no-store" } });
    expect((await ask(path, {}, "POST")).status).toBe(405);
  });

  it("sends the whole outline of one area", async () => {
    const answer = await ask(`/lines/${lineSquares().hash}/E14001152.json`, { "Accept-Encoding": "gzip" });
    const [outline] = decodeOutlines(JSON.parse(gunzipSync(answer.bytes).toString("utf8")));
    expect(answer.headers["cache-control"]).toContain("immutable");
    expect(outline).toEqual(areaIndex("constituency").outlineOf("E14001152"));
  });
});
