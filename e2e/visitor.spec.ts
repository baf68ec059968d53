import { expect, test } from "./test";

test("a visitor looks up CA2 7HY and reads the four as reported and today's", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Postcode, or the name").fill("CA2 7HY");
  await page.getByRole("button", { name: "Look up" }).click();
  await expect(page).toHaveURL(/\/near\/CA2$/);
  await page.getByRole("link", { name: "Carlisle", exact: true }).click();
  await expect(page).toHaveURL(/\/areas\/constituency\/carlisle$/);
  await expect(page.getByRole("heading", { level: 1, name: "Carlisle" })).toBeVisible();

  // Five come with the site, one of them over and not counted; volunteers' journeys publish one more each meanwhile, at a place and by a provider of its own.
  const list = page.getByRole("region", { name: "The services" });
  const services = list.getByRole("rowheader");
  const reported = await services.filter({ hasText: /SpaMedica Carlisle [\da-f]{8}/ }).count();
  await expect(services).toHaveCount(5 + reported);
  await expect(page.locator("#answer")).toContainText(
    `we knew of ${4 + reported} NHS services in Carlisle constituency run by ${4 + reported} organisations outside the NHS.`,
  );
  await expect(page.locator("#answer")).toContainText(
    "Fusehill Medical Practice is no longer listed separately and is not counted; care there may continue.",
  );
  await expect(page.locator("#answer")).toContainText("Sources date from April 2024 to April 2026.");
  const before = page.getByRole("region", { name: "What others have counted" });
  await expect(before).toContainText(/^.*4 places/);
  await expect(before).toContainText("as reported in April 2024 by News & Star, which quotes EveryDoctor");

  for (const [service, provider, checked] of [
    ["GP practice at Fusehill Medical Practice", "SSP Health GPMS Ltd", "October 2024"],
    ["GP practice at Warwick Road Surgery", "SSP Health GPMS Ltd", "October 2024"],
    ["PET-CT scanning at Cumberland Infirmary", "Alliance Medical", "April 2024"],
    ["Prosthetics at Carlisle NHS Clinic", "Blatchford", "April 2024"],
    ["Eye care at SpaMedica Carlisle", "SpaMedica", "April 2026"],
  ] as const) {
    const link = page.getByRole("link", { name: service, exact: true });
    const row = list.getByRole("row").filter({ has: link });
    await expect(row).toContainText(provider);
    await expect(row).toContainText(checked);
  }
  const mp = page.getByRole("link", { name: /Julie Minns at TheyWorkForYou/ });
  await expect(mp).toBeHidden();
  await page
    .getByRole("navigation", { name: "On this page" })
    .getByRole("link", { name: "Write to your MP" })
    .click();
  await expect(mp).toBeVisible();
  await expect(page.getByLabel("A letter you can change")).toHaveValue(/Dear .*Julie Minns/);
});

test("every claim of a service shows what its source says, and the one that ended says why it is not counted", async ({
  page,
}) => {
  await page.goto("/areas/constituency/carlisle");
  await page.getByRole("link", { name: "GP practice at Fusehill Medical Practice" }).click();
  await expect(page.getByText("No longer listed separately", { exact: true })).toBeVisible();
  const claims = page.getByRole("region", { name: "Every fact, and how we know" });
  await expect(claims).toContainText("ended on 30 April 2025");
  await expect(
    claims
      .getByRole("link", { name: "Carlisle’s NHS privatisation mapped" })
      .or(claims.getByRole("link", { name: "Carlisle's NHS privatisation mapped" }))
      .first(),
  ).toHaveAttribute("rel", /nofollow/);
  await expect(page.getByRole("link", { name: "Report a problem with this entry" })).toBeVisible();
});

test("what was typed stays in the box when it cannot be answered", async ({ page }) => {
  await page.goto("/");
  const box = page.getByLabel("Postcode, or the name");
  await box.fill("CA2 7ZZ");
  await box.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "We do not have this postcode" })).toBeVisible();
  await expect(box).toHaveValue("CA2 7ZZ");
  await expect(box).toBeFocused();
  await expect(page).toHaveURL(/\/$/);
});

test("the keyboard reaches the text first, then the box, and every stop can be seen", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the main text" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  const box = page.getByLabel("Postcode, or the name");
  await expect(box).toBeFocused();
  const outline = await box.evaluate((element) => getComputedStyle(element).outlineWidth);
  expect(Number.parseFloat(outline)).toBeGreaterThanOrEqual(2);
});

test("a page knows its twin in the other language, and the switch keeps the page", async ({ page }) => {
  await page.goto("/areas/constituency/ynys-mon");
  await expect(page.locator('link[rel=alternate][hreflang="cy"]')).toHaveAttribute(
    "href",
    /\/cy\/areas\/constituency\/ynys-mon$/,
  );
  await page.getByRole("link", { name: "Cymraeg" }).click();
  await expect(page).toHaveURL(/\/cy\/areas\/constituency\/ynys-mon$/);
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/\/areas\/constituency\/ynys-mon$/);
  await expect(page.locator("#answer")).toContainText(/have an answer for none of the \d+ GP practices/);
});

test("where we have no official list the answer is that we cannot say, never nought", async ({ page }) => {
  await page.goto("/areas/health-board/shetland");
  await expect(page.locator("#answer")).toContainText("We cannot say whether there are any");
});

test("a search for a place in Scotland says that we have no official list there; a register's code finds its place", async ({
  page,
}) => {
  await page.goto("/search?q=royal+infirmary+of+edinburgh");
  await expect(
    page.getByText(
      "We have no official lists yet of GP practices, hospitals and diagnostic centres in Scotland.",
    ),
  ).toBeVisible();
  await page.goto("/search?q=A82019");
  const found = page.getByRole("listitem").filter({ hasText: "Fusehill Medical Practice" });
  await expect(found).toContainText("No longer listed separately, and not counted");
});

test("the map's pins are those of the list, and are not sent twice", async ({ request }) => {
  const first = await request.get("/api/v1/map/services.geojson?area=constituency/carlisle");
  const { features } = await first.json();
  expect(features.length).toBeGreaterThanOrEqual(5);
  const etag = first.headers().etag ?? "";
  const again = await request.get("/api/v1/map/services.geojson?area=constituency/carlisle", {
    headers: { "if-none-match": etag },
  });
  expect(again.status()).toBe(304);
  expect((await request.get("/api/v1/map/services.geojson?area=constituency/nowhere")).status()).toBe(404);
});

test("the front page is under 60 kB before it is compressed, and its picture under 60", async ({
  request,
}) => {
  for (const path of ["/", "/api/v1/map/picture.svg"]) {
    const response = await request.get(path);
    expect(response.status()).toBe(200);
    expect((await response.body()).length, path).toBeLessThan(60_000);
  }
});

test("the picture optimiser is closed", async ({ request }) => {
  const shrunk = await request.get("/_next/image?url=%2Ficon.svg&w=640&q=75");
  expect(shrunk.status()).toBe(404);
});

test("robots and the sitemap know the site, and each page is called what people search for", async ({
  request,
}) => {
  expect(await (await request.get("/robots.txt")).text()).toContain("/sitemap.xml");
  const sitemap = await (await request.get("/sitemap.xml")).text();
  expect(sitemap).toContain("/areas/constituency/carlisle</loc>");
  expect(sitemap).toContain("/providers/ssp-health</loc>");
  for (const [path, called] of [
    ["/providers/spamedica", "NHS services run by SpaMedica"],
    // It runs none that we know of.
    ["/providers/ssp-health", "SSP Health"],
    ["/places/fusehill-medical-practice", "Who runs Fusehill Medical Practice?"],
    [
      "/services/gp-practice-at-fusehill-medical-practice",
      "GP practice at Fusehill Medical Practice: who runs it, and since when",
    ],
    ["/areas", "NHS services run by organisations outside the NHS, by area"],
  ] as const) {
    const [, title] = /<title>([^<]*) –/.exec(await (await request.get(path)).text()) ?? [];
    expect(title).toBe(called);
  }
  // The order was by all kinds of place once.
  const older = await request.get("/areas/compare/services/icb-in-england-by-places", { maxRedirects: 0 });
  expect(older.status()).toBe(308);
  expect(older.headers().location).toBe("/areas/compare/services/icb-in-england-by-practices");
});

test("a reporter has words to quote and the very rows behind it", async ({ page, request }) => {
  await page.goto("/areas/constituency/carlisle");
  const answer = (await page.locator("#answer").textContent()) ?? "";
  await expect(page.getByLabel("Words to quote")).toHaveValue(
    /^On .* we knew of .*\(.*, http.*\/areas\/constituency\/carlisle\)$/s,
  );
  expect(await page.getByLabel("Words to quote").inputValue()).toContain(answer);
  await page.getByRole("heading", { name: "Quote or share this page" }).click();
  await expect(page.getByRole("button", { name: "Copy these words" })).toBeVisible();
  const link = page.getByRole("link", { name: "Download the list (CSV)" });
  const file = await request.get((await link.getAttribute("href")) ?? "");
  expect(file.headers()["content-disposition"]).toMatch(
    /filename="nhs-services-constituency-carlisle-2\d{3}-/,
  );
  const [head = "", ...rows] = (await file.text()).trim().split("\r\n");
  expect(head).toContain(
    "source web address,date the source is about,date the source was published,date we last read the source,last confirmed,page,counted",
  );
  expect(rows).toHaveLength(await page.locator("#services tbody tr").count());
  for (const row of rows) expect(row).toMatch(/\/services\//);
});

test("a page that is come back to, or loaded again, still has its looks and its scripts", async ({
  page,
}) => {
  const paths = ["/", "/areas/constituency/carlisle", "/providers/ssp-health", "/about/how-we-count"];
  for (const path of [...paths, ...paths.toReversed()]) {
    await page.goto(path);
    await page.reload();
    // The browser asks whether the page it holds has changed; the answer's policy replaces the page's own.
    await expect(page.locator("body")).toHaveCSS("background-color", "rgb(253, 250, 243)");
  }
});
