import { expect, test } from "./test";

const REGION = "/areas/region/south-east";
const rowsOf = (html: string) =>
  [...html.matchAll(/<tr data-kind="[^"]*"[^>]*>.*?<a [^>]*href="([^"]*)"/gs)].map(([, href = ""]) => href);

test("every row of a long list is on one of its pages, which are reached by links alone", async ({
  request,
}) => {
  const read = async (path: string) => (await request.get(path, { headers: { accept: "text/html" } })).text();
  const first = await read(REGION);
  const links = new Set(
    [...first.matchAll(/href="(\/areas\/region\/south-east\/page\/\d+)"/g)].map(([, href = ""]) => href),
  );
  expect(links.size).toBeGreaterThan(1);
  const pages = [first, ...(await Promise.all([...links].map(read)))];
  const rows = pages.flatMap(rowsOf);
  for (const page of pages) expect(rowsOf(page).length).toBeLessThanOrEqual(25);
  expect(new Set(rows).size).toBe(rows.length);
  expect(rowsOf(await read(`${REGION}/page/all`))).toEqual(rows);
  const csv = await (await request.get(`/api/v1/lists${REGION}`)).text();
  expect(csv.trim().split("\r\n").length - 1).toBe(rows.length);
});

test("an address of a page that is not there is not found, and the first has one address", async ({
  request,
}) => {
  for (const [path, status] of [
    [`${REGION}/page/99`, 404],
    [`${REGION}/page/02`, 404],
    ["/areas/constituency/carlisle/page/all", 404],
    [`${REGION}/page/1`, 308],
  ] as const) {
    const answer = await request.get(path, { headers: { accept: "text/html" }, maxRedirects: 0 });
    expect(answer.status(), path).toBe(status);
  }
});

test("a list is sorted and filtered where it stands, over all of its rows", async ({ page }) => {
  await page.goto(REGION);
  const list = page.getByRole("region", { name: "The services" });
  const rows = list.locator("tr[data-kind]:visible");
  await expect(rows).toHaveCount(25);
  await list.getByLabel("Search in this list").fill("brighton");
  await expect(list.getByRole("status")).toContainText(/^\d+ of \d+$/);
  const found = await rows.count();
  expect(found).toBeGreaterThan(0);
  for (const row of await rows.all()) await expect(row).toContainText(/brighton/i);
  await list.getByLabel("Search in this list").fill("");
  await expect(rows).toHaveCount(25);
  await list.getByLabel("Sort by").selectOption({ label: "Name" });
  await expect(rows).not.toHaveCount(25);
  const names = await rows.locator("th a").allTextContents();
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "en")));
  await list.getByLabel("Kind of care").first().selectOption("eye-care");
  for (const row of await rows.all()) await expect(row).toHaveAttribute("data-kind", "eye-care");
});

test("without scripts there is a link to the same services, sorted and filtered by the server", async ({
  browser,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(REGION);
  await expect(page.getByLabel("Search in this list")).toHaveCount(0);
  await page.getByRole("link", { name: "Sort and filter this list" }).click();
  await expect(page).toHaveURL(/\/map\?area=region\/south-east&view=list$/);
  await page.close();
});

test("a phone has the longest pages within some screens, what is folded opens for a link without scripts, and all is printed", async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  for (const [path, most] of [
    ["/areas/constituency/luton-north", 5_500],
    ["/areas/nation/england", 7_000],
    ["/providers/circle-health-group", 7_500],
    [REGION, 7_600],
  ] as const) {
    await page.goto(path);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height, path).toBeLessThan(most);
  }
  // A name has its line; what is said of it begins on the next.
  const overlaps = await page.locator("tr[data-kind] th").evaluateAll((cells) =>
    cells.flatMap((cell) => {
      const [name, where] = [cell.querySelector("a"), cell.querySelector("[data-where]:not(:empty)")];
      if (!name || !where) return [];
      const isBelow = (where.getClientRects()[0]?.top ?? 0) >= name.getBoundingClientRect().bottom - 4;
      return isBelow ? [] : [cell.textContent];
    }),
  );
  expect(overlaps).toEqual([]);
  const coverage = page.locator("#coverage");
  await expect(coverage).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(coverage).toBeVisible();
  // The live map was never drawn: its place on paper is the server's picture.
  await expect(page.locator(".service-map-frame")).toBeHidden();
  const picture = page.getByRole("img", { name: "Map of services in South East region" });
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await page.emulateMedia({ media: "screen" });
  await page
    .getByRole("navigation", { name: "On this page" })
    .getByRole("link", { name: "What we have checked so far" })
    .click();
  await expect(coverage.getByRole("table").first()).toBeInViewport();
  await context.close();
});
