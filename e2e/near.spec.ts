import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { accessibilityFaults } from "./axe";
import { SERVER_LOG } from "./site";
import { expect, test } from "./test";

/** A real postcode of Bromley, as OS Code-Point Open has it, at 51.40155, 0.01575. */
const BROMLEY = "BR1 1AA";
const SECRET = /BR1\W*1\W*AA|51\.40|0\.0157/i;

const box = (page: Page) => page.getByLabel("Postcode, or the name");
const nearest = (page: Page) => page.locator("#nearest").getByRole("listitem");
const heading = (page: Page) =>
  page.getByRole("heading", { name: "The 10 nearest services to your postcode" });

/** How far each is, in the order of the list. */
async function miles(page: Page): Promise<number[]> {
  const texts = await nearest(page).allInnerTexts();
  return texts.map((text) => Number(/([\d.]+) miles?/.exec(text)?.[1]));
}

async function lookUp(page: Page, typed: string): Promise<void> {
  await page.goto("/");
  await box(page).fill(typed);
  await page.getByRole("button", { name: "Look up" }).click();
}

/** Ten, the nearest first, each with who, how we know and how far; then the areas, each with its sentence. */
async function expectTheAnswer(page: Page): Promise<void> {
  await expect(heading(page)).toBeVisible();
  await expect(nearest(page)).toHaveCount(10);
  const far = await miles(page);
  expect(far).toEqual(far.toSorted((a, b) => a - b));
  expect(far[0]).toBeLessThan(12);
  for (const line of await nearest(page).all()) {
    await expect(line).toContainText("Run by");
    await expect(line).toContainText(/(Source|Worked out from): .+ · (Last confirmed|Not confirmed)/);
    await expect(line.getByRole("link")).toHaveAttribute("href", /\/services\//);
  }
  const areas = page.locator("#areas").getByRole("listitem");
  await expect(areas.first()).toContainText("Bromley and Biggin Hill");
  for (const [kind, at] of [
    ["Constituency", 0],
    ["Council", -2],
    ["Integrated care board", -1],
  ] as const)
    await expect(areas.nth(at)).toContainText(kind);
  for (const area of await areas.all()) await expect(area).toContainText(/On .* we /);
}

test("a Bromley postcode finds the nearest, whatever the boundary, and it stays in the browser", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.url()} ${request.postData() ?? ""}`));
  await lookUp(page, BROMLEY);
  await expect(page).toHaveURL(/\/near\/BR1$/);
  await expectTheAnswer(page);
  await expect(heading(page)).toBeFocused();
  await page.waitForLoadState("networkidle");
  for (const text of asked) expect(decodeURIComponent(text)).not.toMatch(SECRET);

  // Another postcode of the same district asks the same of the server, and is nearer to others.
  const before = await miles(page);
  await box(page).fill("BR1 5AA");
  const loaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Look up" }).click();
  await loaded;
  await expect(heading(page)).toBeFocused();
  expect(await miles(page)).not.toEqual(before);

  // What it leads to, and back.
  const [first = ""] = await nearest(page).getByRole("link").allInnerTexts();
  await nearest(page).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(first);
  await page.goBack();
  await expect(heading(page)).toBeVisible();
  expect(page.url()).toMatch(/\/near\/BR1$/);
});

test("without a postcode the page of a district measures from its middle, and says so", async ({ page }) => {
  await page.goto("/near/br1"); // as somebody types it
  expect(page.url()).toMatch(/\/near\/BR1$/);
  await expect(page.getByRole("heading", { name: "nearest services to the middle of BR1" })).toBeVisible();
  await expect(page.locator("#nearest")).toContainText("enter your postcode below");
  await expect(page.locator("#areas")).toContainText("Bromley");
});

test("the answer to a postcode has no accessibility fault, at two widths", async ({ page }) => {
  await lookUp(page, BROMLEY);
  await expect(heading(page)).toBeFocused();
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await accessibilityFaults(page)).toEqual([]);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(tooWide, `px wider than ${width}`).toBeLessThanOrEqual(0);
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a posted Bromley postcode is answered with the same, and is in no address and no log", async ({
    page,
  }) => {
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(request.url()));
    await lookUp(page, BROMLEY);
    await expectTheAnswer(page);
    const log = readFileSync(join(process.env.E2E_DATA_DIR ?? "", SERVER_LOG), "utf8");
    expect(log, "it is the log of this server").toContain("Outsourcing Map is at");
    for (const text of [...addresses, log]) expect(text).not.toMatch(/br1\W*1aa/i);
  });
});
