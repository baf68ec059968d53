import { expect, test } from "./test";

test("a postcode is answered as JSON that any page may read, with a validator", async ({
  request,
  baseURL,
}) => {
  const answer = await request.get("/api/v1/postcodes/ca2%207hy");
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({
    "access-control-allow-origin": "*",
    "cache-control": "public, max-age=86400, must-revalidate",
    "x-content-type-options": "nosniff",
  });
  const body = await answer.json();
  expect(body.areas.constituency.page.en).toBe(`${baseURL}/areas/constituency/carlisle`);
  const etag = answer.headers().etag ?? "";
  const again = await request.get("/api/v1/postcodes/ca2%207hy", { headers: { "if-none-match": etag } });
  expect(again.status()).toBe(304);
});

test("the page an answer names is there", async ({ request }) => {
  for (const path of ["/api/v1/areas/QHM", "/api/v1/areas/S92000003", "/api/v1/areas/E06000063"]) {
    const { areas } = await (await request.get(path)).json();
    for (const area of areas) {
      for (const page of [area.page.en, area.page.cy])
        expect((await request.get(page)).status(), page).toBe(200);
    }
  }
});

test("what is no postcode, and what nobody has, are told apart", async ({ request }) => {
  const wrong = await request.get("/api/v1/postcodes/Carlisle");
  expect(wrong.status()).toBe(400);
  expect(wrong.headers()["content-type"]).toContain("application/problem+json");
  expect(await wrong.json()).toMatchObject({ reason: "not-the-shape" });
  const unknown = await request.get("/api/v1/postcodes/CA27ZZ");
  expect(unknown.status()).toBe(404);
  expect((await unknown.json()).nearest).toHaveLength(5);
});

test("odd addresses are refused, and the server goes on", async ({ request }) => {
  for (const path of ["%E0%A4%A", "%00", "%2e%2e%2f%2e%2e%2fetc", "a".repeat(5_000), "%F0%9F%8F%A5"]) {
    expect((await request.get(`/api/v1/postcodes/${path}`)).status(), path.slice(0, 20)).toBe(400);
  }
  expect((await request.get("/api/v1/postcodes/CA27HY")).status()).toBe(200);
});

test("a shard is kept for ever under its hash", async ({ request }) => {
  const { hash } = await (await request.get("/postcodes/index.json")).json();
  const shard = await request.get(`/postcodes/${hash}/CA2.json`, { headers: { "accept-encoding": "br" } });
  expect(shard.headers()).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "content-encoding": "br",
  });
  const old = await request.get("/postcodes/0000000000000000/CA2.json");
  expect(old.status()).toBe(404);
  expect(old.headers()["cache-control"]).toBe("private, no-store");
});

test("the data page leads to the API", async ({ page }) => {
  await page.goto("/data");
  await page.getByRole("link", { name: "An answer for a postcode" }).click();
  await expect(page.locator("body")).toContainText('"postcode":"CA2 7HY"');
});
