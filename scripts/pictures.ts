import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { LAUNCH_DRAWING } from "./launch-options";

/**
 * `npm run pictures -- http://localhost:3000` takes docs/images of a site that runs with the starter data: the first screen of ten pages and of
 * a card on the map, on a phone and a wide screen, by day and by night. They are there to be looked at.
 */
const FOLDER = "docs/images";
const QUALITY = 60;
const WIDTHS = { 360: { width: 360, height: 740 }, 1280: { width: 1280, height: 800 } } as const;
const PAGES: Readonly<Record<string, { path: string; ready?: (page: Page) => Promise<unknown> }>> = {
  home: { path: "/", ready: mapDrawn },
  map: { path: "/map", ready: mapDrawn },
  card: { path: "/map?at=13/54.8936/-2.9385", ready: openCard },
  near: { path: "/near/BR1", ready: mapDrawn },
  area: { path: "/areas/constituency/carlisle" },
  region: { path: "/areas/region/south-east" },
  compare: { path: "/areas/compare" },
  coverage: { path: "/coverage" },
  provider: { path: "/providers/spamedica" },
  service: { path: "/services/gp-practice-at-warwick-road-surgery" },
  place: { path: "/places/cumberland-infirmary" },
};
const MAP_WAIT = { timeout: 120_000 };

const [origin, ...only] = process.argv.slice(2);
if (!origin) {
  console.error("Say which site: npm run pictures -- http://localhost:3000 [home map …]");
  process.exit(2);
}
const browser = await chromium.launch(LAUNCH_DRAWING);
try {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of Object.keys(PAGES).filter((one) => only.length === 0 || only.includes(one)))
    for (const width of [360, 1280] as const)
      for (const scheme of ["light", "dark"] as const) await take(browser, name, width, scheme);
} finally {
  await browser.close();
}

async function take(
  from: Browser,
  name: string,
  width: keyof typeof WIDTHS,
  scheme: "light" | "dark",
): Promise<void> {
  const given = PAGES[name];
  if (!given) return;
  const context = await from.newContext({
    viewport: WIDTHS[width],
    colorScheme: scheme,
    hasTouch: width === 360,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  // Letters that come too late for the first drawing are there for the second, as on every further page of a visit.
  await page.goto(origin + given.path, { waitUntil: "networkidle" });
  await page.reload({ waitUntil: "networkidle" });
  await given.ready?.(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const session = await context.newCDPSession(page);
  // A map draws its ground in several steps: taken until two in a row are alike.
  let [data, before] = ["", "-"];
  while (data !== before) {
    before = data;
    await page.waitForTimeout(2000);
    ({ data } = await session.send("Page.captureScreenshot", { format: "webp", quality: QUALITY }));
  }
  const file = join(FOLDER, `${name}-${width}-${scheme}.webp`);
  writeFileSync(file, Buffer.from(data, "base64"));
  console.log(`${file}: ${Math.round((data.length * 3) / 4 / 1000)} kB`);
  await context.close();
}

async function mapDrawn(page: Page): Promise<void> {
  // On a phone the first page has a picture of the map, and no map; others have it further down, where it is not drawn yet.
  const frame = page.locator(".service-map-frame");
  const box = (await frame.isVisible()) ? await frame.boundingBox() : null;
  if (box === null || box.y > (page.viewportSize()?.height ?? 0)) return;
  await page.locator('.service-map-frame[data-phase="ready"]').waitFor(MAP_WAIT);
  await page.waitForLoadState("networkidle");
}

async function openCard(page: Page): Promise<void> {
  await mapDrawn(page);
  await page.getByRole("button", { name: "Next pin" }).click();
  await page.locator(".service-map-card").waitFor();
  // The map goes to its pin, and says at rest how many are in view; a list beside it says the same then.
  await page.waitForFunction(
    () =>
      new Set(
        [...document.querySelectorAll("p, h2")]
          .map(({ textContent }) => textContent ?? "")
          .filter((text) => /^\d+ services? in view$/.test(text)),
      ).size === 1,
    undefined,
    MAP_WAIT,
  );
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => window.scrollTo(0, 0));
}
