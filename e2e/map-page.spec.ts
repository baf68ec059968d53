import type { Locator, Page } from "@playwright/test";
import { encodeFacts } from "../domain/map/map-facts";
import type { MapRow } from "../domain/map/map-row";
import { encodePins } from "../domain/map/pin-file";
import { archiveOf, EARTH_TILE } from "../domain/map/testing-archive";
import { LAUNCH_DRAWING } from "../scripts/launch-options";
import { coloursOf, DRAWN, PIN, SEA } from "./map-page";
import { expect, test } from "./test";

test.use({
  viewport: { width: 1000, height: 640 },
  launchOptions: LAUNCH_DRAWING,
});

// Two maps are drawn without a graphics card, and another journey's publication has the page read anew.
test.describe.configure({ timeout: 180_000 });

const SLUG = "gp-practice-at-fusehill-medical-practice";
const mapOf = (page: Page) => page.locator(".service-map-frame");
const card = (page: Page) => page.locator(".service-map-card");

async function openMap(page: Page, query = "") {
  await page.goto(`/map${query}`);
  await expect(mapOf(page)).toHaveAttribute("data-phase", "ready", { timeout: 60_000 });
}

test("a filtered view that is shared opens as it was", async ({ page, browser }) => {
  await openMap(page, "?at=9/54.9/-2.9");
  await page.locator("summary", { hasText: "Filters" }).first().click();
  await page.getByLabel(/^GP practice \(/).check();
  await expect(page).toHaveURL(/care=gp-practice/);
  // The links to the same map under another count were drawn before this choice, and know it.
  await expect(page.getByRole("link", { name: "Count companies" })).toHaveAttribute(
    "href",
    /\/counting\/companies-by-type\/map\?care=gp-practice&at=/,
  );
  await page.locator(`.map-list li:has(a[href$="/${SLUG}"])`).getByRole("button").click();
  await expect(card(page)).toContainText("Fusehill");
  await expect(page).toHaveURL(new RegExp(`service=${SLUG}`));
  const elsewhere = await browser.newPage();
  await elsewhere.goto(page.url());
  await expect(card(elsewhere)).toContainText("Fusehill", { timeout: 60_000 });
  await expect(elsewhere.getByLabel(/^GP practice \(/)).toBeChecked();
  const heading = page.locator(".map-list h2");
  await expect(elsewhere.locator(".map-list h2")).toHaveText((await heading.textContent()) ?? "");
  await elsewhere.close();
});

test("boundaries that are chosen stand in the address, and are fetched only then; close by all lines are fine", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await openMap(page, "?at=6/54.9/-2.9");
  expect(asked.filter((path) => /\/(icb|health-board|hsc-trust)\.json$/.test(path))).toEqual([]);
  await page.getByLabel("Boundaries on the map").selectOption("Health boards and trusts");
  await expect(page).toHaveURL(/outlines=health/);
  await expect
    .poll(() => asked.filter((path) => /\/(icb|health-board|hsc-trust)\.json$/.test(path)).length)
    .toBe(3);
  const isCoarse = (path: string) => /^\/map\/outlines\/|\/base\/land/.test(path);
  expect(asked.filter((path) => /^\/lines\//.test(path))).toEqual([]);
  asked.length = 0;
  // In the middle of the river Plym, which no thinned coast has.
  await openMap(page, "?at=14/50.3802/-4.0978&outlines=council");
  await expect.poll(async () => (await coloursOf(page)).get(SEA) ?? 0, DRAWN).toBeGreaterThan(5_000);
  expect(asked.filter((path) => /^\/lines\/[0-9a-f]{16}\/250-172\.json$/.test(path))).toHaveLength(1);
  expect(asked.filter(isCoarse)).toEqual([]);
});

test("what is ticked before the map has come is applied when it comes", async ({ page }) => {
  let answer: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/v1/map/config", (route) => held.then(() => route.continue()));
  await page.goto("/map?at=9/54.9/-2.9");
  await expect(mapOf(page)).toHaveAttribute("data-phase", "loading");
  await page.locator("summary", { hasText: "Filters" }).first().click();
  await page.getByLabel(/^GP practice \(/).check();
  answer?.();
  await expect(mapOf(page)).toHaveAttribute("data-phase", "ready", { timeout: 60_000 });
  await expect(page).toHaveURL(/care=gp-practice/);
  await expect(page.getByLabel(/^GP practice \(/)).toBeChecked();
});

test("a list whose files went out of force meanwhile is read anew", async ({ page }) => {
  await page.route("**/api/v1/map/data/*/details-*", (route) => route.fulfill({ status: 410 }), { times: 1 });
  await page.goto("/map?care=gp-practice&at=9/54.9/-2.9");
  await expect(page.locator(`.map-list li:has(a[href$="/${SLUG}"])`).getByRole("button")).toBeVisible({
    timeout: 60_000,
  });
  await expect(page).toHaveURL(/care=gp-practice/);
});

test("Back closes the card, and Forward opens it again", async ({ page }) => {
  await openMap(page, "?care=gp-practice&at=9/54.9/-2.9");
  await page.locator(`.map-list li:has(a[href$="/${SLUG}"])`).getByRole("button").click();
  await expect(card(page)).toContainText("Fusehill");
  await page.goBack();
  await expect(card(page)).toHaveCount(0);
  await expect(page).toHaveURL(/care=gp-practice/);
  await page.goForward();
  await expect(card(page)).toContainText("Fusehill");
});

test("keys alone step from pin to pin, open a page and close the card", async ({ page }) => {
  await openMap(page, "?at=9/54.9/-2.9");
  await expect(page.locator(".live-map-bar [role=status]")).toContainText(/services? in view/);
  await page.getByRole("button", { name: "Next pin" }).focus();
  await page.keyboard.press("Enter");
  await expect(card(page)).toBeVisible();
  const first = await card(page).textContent();
  await page.keyboard.press("Enter");
  await expect(card(page)).not.toHaveText(first ?? "");
  await card(page).getByRole("button", { name: "Close" }).focus();
  await page.keyboard.press("Escape");
  await expect(card(page)).toHaveCount(0);
  // A constituency is named by typing; it stands in the list of areas then, with what it leaves.
  await page.locator("summary", { hasText: "Filters" }).first().press("Enter");
  const box = page.getByLabel("Find an area by name");
  await box.pressSequentially("carl");
  await expect(page.getByRole("option", { name: /^Carlisle ?Constituency \(\d+\)$/ })).toBeVisible();
  await box.press("ArrowDown");
  await box.press("Enter");
  await expect(page).toHaveURL(/area=constituency\/carlisle/);
  await expect(box).toHaveValue("");
  await expect(box).toBeFocused();
  await expect(
    page.getByRole("combobox", { name: "Area", exact: true }).locator("option:checked"),
  ).toHaveText(/^Carlisle \(\d+\)$/);
});

/** Where the sheet begins, as a share of the height of the map. */
async function sheetTop(page: Page): Promise<number> {
  const [sheet, frame] = [await card(page).boundingBox(), await mapOf(page).boundingBox()];
  return ((sheet?.y ?? 0) - (frame?.y ?? 0)) / (frame?.height ?? 1);
}

test("on a phone map and list are one tap apart, and the sheet has three stops above which its pin stays", async ({
  browser,
}) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, hasTouch: true });
  await page.goto("/map");
  expect((await mapOf(page).boundingBox())?.y, "half of the first screen is map").toBeLessThan(370);
  await openMap(page, `?service=${SLUG}&at=12/54.89/-2.93`);
  await expect(card(page)).toContainText("Fusehill");
  await expect.poll(() => sheetTop(page)).toBeCloseTo(0.5, 1);
  await expectRoomForFingers(card(page).locator("button, a[href]"));
  const position = () => new URL(page.url()).searchParams.get("at") ?? "";
  const half = position();
  await page.getByRole("button", { name: "Show more of this card" }).press("Enter");
  await expect.poll(() => sheetTop(page)).toBeLessThan(0.3);
  // The map makes room: its middle moves so that the pin stands in what the sheet leaves.
  await expect.poll(position).not.toBe(half);
  await page.getByRole("button", { name: "Show less of this card" }).click();
  await page.getByRole("button", { name: "Show less of this card" }).click();
  await expect.poll(() => sheetTop(page)).toBeGreaterThan(0.74);
  // As a finger does: down on the head of the sheet, up by a quarter of the map, and off.
  const head = page.locator(".live-sheet-head");
  const at = (clientY: number) => ({ clientY, pointerId: 1, bubbles: true });
  await head.dispatchEvent("pointerdown", at(600));
  await head.dispatchEvent("pointermove", at(470));
  await head.dispatchEvent("pointerup", at(470));
  await expect.poll(() => sheetTop(page)).toBeCloseTo(0.5, 1);
  await expect(page.locator(".map-list")).toBeHidden();
  await page.getByRole("link", { name: "List", exact: true }).first().click();
  await expect(page.locator(".map-list")).toBeVisible();
  await expect(page).toHaveURL(/view=list/);
  await page.locator("summary", { hasText: "Filters" }).first().click();
  await expectRoomForFingers(
    page
      .locator(".map-filters")
      .locator("label.map-tick, input:not([type=checkbox]), select, button, a, summary"),
  );
  await page.close();
});

/** All that opens or chooses something is 44 pixels high at least; a link in a line of text may be as high as its line and what surrounds it. */
async function expectRoomForFingers(found: Locator): Promise<void> {
  const small: string[] = [];
  let seen = 0;
  for (const one of await found.all()) {
    const box = await one.boundingBox();
    if (box === null) continue;
    seen++;
    if (box.height < 44)
      small.push(`${Math.round(box.height)} px: ${(await one.textContent())?.slice(0, 40)}`);
  }
  expect(seen, "there is something to press").toBeGreaterThan(2);
  expect(small).toEqual([]);
}

test("twelve thousand services are decoded and filtered by a worker of the built site", async ({ page }) => {
  const rows = Array.from({ length: 12_000 }, (_, index) => ({
    lon: -4 + (index % 120) / 60,
    lat: 52 + Math.floor(index / 120) / 60,
    category: index % 3 ? "eye-care" : "gp-practice",
    kind: "company",
    status: "operating",
    approximate: false,
    provider: null,
    payer: null,
    lastConfirmedOn: null,
    areas: [],
    groups: [],
  })) as unknown as MapRow[];
  const hash = "a".repeat(22);
  const files = { pins: encodePins(rows).file, facts: encodeFacts(rows) };
  await page.route("**/api/v1/map/data", (route) => route.fulfill({ json: { hash, base: hash } }));
  for (const [name, file] of Object.entries(files))
    await page.route(`**/api/v1/map/data/${hash}/${name}`, (route) =>
      route.fulfill({ body: Buffer.from(file) }),
    );
  await page.route(`**/api/v1/map/data/${hash}/details-*`, (route) => route.fulfill({ json: [] }));
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/worked out in the page|Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  await openMap(page);
  await expect(page.locator(".map-list h2")).toContainText("12,000");
  await page.locator("summary", { hasText: "Filters" }).first().click();
  await page.getByLabel(/^GP practice \(/).check();
  await expect(page.locator(".map-list h2")).toContainText("4,000");
  expect(refused, "the worker was not refused").toEqual([]);
  expect(page.workers().filter((worker) => !worker.url().includes("maplibre"))).toHaveLength(1);
});

test("an archive of tiles that a deployer set is the ground, with its credit, and pins stand on it", async ({
  page,
}) => {
  const bytes = Buffer.from(
    archiveOf(EARTH_TILE, 1, {
      vector_layers: ["earth", "water", "roads"].map((id) => ({ id, fields: {} })),
      attribution: "© <b>Gnu maps</b>",
    }),
  );
  await page.route("**/api/v1/map/config", (route) =>
    route.fulfill({ json: { mapboxToken: null, mapboxStyle: null, tilesUrl: "/api/v1/map/tiles" } }),
  );
  await page.route("**/api/v1/map/tiles", (route) => {
    const [, from = 0, to = 0] = /bytes=(\d+)-(\d+)/.exec(route.request().headers().range ?? "") ?? [];
    return route.fulfill({ status: 206, body: bytes.subarray(Number(from), Number(to) + 1) });
  });
  await openMap(page, "?at=9/54.9/-2.9");
  await expect(page.locator(".maplibregl-ctrl-attrib")).toContainText("© Gnu maps");
  await expect(page.locator(".map-credit-ground")).toBeHidden();
  // The colour in which Protomaps draws land by day.
  await expect.poll(async () => (await coloursOf(page)).get("226,223,218") ?? 0).toBeGreaterThan(10_000);
  expect((await coloursOf(page)).get(PIN) ?? 0).toBeGreaterThan(50);
});

test("a style that a deployer set is the ground, and its tiles are fetched by the page", async ({ page }) => {
  const asked: string[] = [];
  await page.route("**/gnu-style/**", (route) => {
    const { pathname, origin } = new URL(route.request().url());
    asked.push(pathname);
    return pathname.endsWith(".pbf")
      ? route.fulfill({ body: Buffer.from(EARTH_TILE) })
      : route.fulfill({ json: styleOf(`${origin}/gnu-style/{z}/{x}/{y}.pbf`) });
  });
  await page.route("**/api/v1/map/config", (route) =>
    route.fulfill({ json: { mapboxToken: null, mapboxStyle: null, styleUrl: "/gnu-style/style.json" } }),
  );
  await openMap(page, "?at=9/54.9/-2.9");
  await expect(page.locator(".maplibregl-ctrl-attrib")).toContainText("© Gnu style");
  await expect.poll(async () => (await coloursOf(page)).get("0,128,0") ?? 0).toBeGreaterThan(10_000);
  expect(asked.filter((path) => path.endsWith(".pbf")).length).toBeGreaterThan(0);
});

const styleOf = (tiles: string) => ({
  version: 8,
  sources: { all: { type: "vector", tiles: [tiles], attribution: "© Gnu style" } },
  layers: [
    { id: "land", type: "fill", source: "all", "source-layer": "earth", paint: { "fill-color": "#008000" } },
  ],
});

test("by night the map is drawn dark, and on paper it is a picture", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openMap(page, "?at=9/54.9/-2.9");
  await expect.poll(async () => (await coloursOf(page)).get("38,34,29") ?? 0).toBeGreaterThan(5_000);
  const drawn = await page.evaluate(() => {
    window.dispatchEvent(new Event("beforeprint"));
    const picture = document.querySelector<HTMLCanvasElement>(".map-print");
    const middle = picture?.getContext("2d")?.getImageData(picture.width / 2, picture.height / 2, 1, 1).data;
    window.dispatchEvent(new Event("afterprint"));
    return { alpha: middle?.[3], left: document.querySelectorAll(".map-print").length };
  });
  expect(drawn).toEqual({ alpha: 255, left: 0 });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("filters, order and pages are a form and links", async ({ page }) => {
    await page.goto("/map");
    const all = await page.locator(".map-list h2").textContent();
    await page.locator("summary", { hasText: "Filters" }).first().click();
    await page.getByLabel(/^Eye care \(/).check();
    await page.getByLabel("Sort by").selectOption("name");
    // A constituency is none of the listed areas: it is typed, and of two that are called that one is chosen.
    await page.getByLabel("Find an area by name").fill("cheltenham");
    await page.getByRole("button", { name: "Show results" }).click();
    const answer = page.locator("main [role=alert]");
    await expect(answer).toContainText("“cheltenham” can be more than one area.");
    await expect(page.getByLabel("Find an area by name")).toHaveValue("cheltenham");
    await answer.getByRole("link", { name: /^Cheltenham · Constituency \(\d+\)$/ }).click();
    await expect(page).toHaveURL(/\/map\?care=eye-care&area=constituency\/cheltenham&sort=name$/);
    await page.getByLabel("Find an area by name").fill("South East");
    await page.getByRole("button", { name: "Show results" }).click();
    await expect(page).toHaveURL(/\/map\?care=eye-care&area=region\/south-east&sort=name$/);
    await page.getByRole("combobox", { name: "Area", exact: true }).selectOption("");
    await page.getByRole("button", { name: "Show results" }).click();
    await expect(page).toHaveURL(/\/map\?care=eye-care&sort=name$/);
    expect(await page.locator(".map-list h2").textContent()).not.toBe(all);
    await expect(page.locator(".map-list li")).toHaveCount(25);
    const first = await page.locator(".map-list li").first().textContent();
    await page.getByRole("link", { name: "Next page" }).click();
    await expect(page).toHaveURL(/page=2/);
    await expect(page.locator(".map-list li").first()).not.toHaveText(first ?? "");
  });

  test("the list is there on a phone too", async ({ browser }) => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    await page.goto("/map");
    await expect(page.locator(".map-list li").first()).toBeVisible();
    await expect(page.locator(".map-canvas")).toBeHidden();
    await page.close();
  });

  test("a postcode is not looked for by name, and never stays in a link", async ({ page }) => {
    await page.goto("/map?q=CA2%207HY");
    await expect(page.locator("main [role=alert]")).toContainText("postcode");
    expect(await page.content()).not.toContain("CA2 7HY");
  });
});
