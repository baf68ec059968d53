import type { Page } from "@playwright/test";
import type { PinCollection } from "../domain/map/pin";
import { LAUNCH_DRAWING } from "../scripts/launch-options";
import {
  canvas,
  card,
  centredOn,
  clickMiddle,
  coloursOf,
  DRAWN,
  frame,
  fusehill,
  infirmary,
  LAND,
  openMap,
  PIN,
  SEA,
  seeMark,
  skegness,
  useOurPins,
  watch,
  zoomInAddress,
} from "./map-page";
import { expect, test } from "./test";

test.use({
  // Small, because every pixel is drawn by the processor.
  viewport: { width: 800, height: 560 },
  launchOptions: LAUNCH_DRAWING,
});

test.describe("the project's own map", () => {
  test("draws land, sea and marks, from this site alone and within its content policy", async ({ page }) => {
    const trouble = watch(page);
    await useOurPins(page);
    await openMap(page, "/#map=5.5/54/-2.5");
    await expect
      .poll(async () => {
        const colours = await coloursOf(page);
        return [LAND, SEA].every((key) => (colours.get(key) ?? 0) > 5000) && (colours.get(PIN) ?? 0) > 200;
      })
      .toBe(true);
    expect(trouble).toEqual([]);
  });

  test("is not loaded before it comes near the screen", async ({ page }) => {
    await page.setViewportSize({ width: 1000, height: 120 });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto("/", { waitUntil: "networkidle" });
    const parts = () => asked.filter((url) => /\/map\/|maplibre/.test(url));
    expect(parts()).toEqual([]);
    await frame(page).scrollIntoViewIfNeeded();
    await expect(frame(page)).toHaveAttribute("data-phase", "ready", DRAWN);
    expect(parts().length).toBeGreaterThan(3);
  });

  test("opens a cluster when it is clicked, and says in the address where it is", async ({ page }) => {
    await page.addInitScript(noteMoves);
    await useOurPins(page);
    await openMap(page, centredOn([-2.937, 54.8912], 7));
    await clickMiddle(page);
    await expect.poll(() => zoomInAddress(page)).toBeGreaterThanOrEqual(9);
    await expect(card(page)).toHaveCount(0);
    expect(await page.evaluate(() => window.movedInClick), "it moves there").toBe(false);
    // Whoever wants no motion is there at once.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await openMap(page, centredOn([-2.937, 54.8912], 7));
    await clickMiddle(page);
    await expect.poll(() => page.evaluate(() => window.movedInClick)).toBe(true);
    expect(zoomInAddress(page)).toBeGreaterThanOrEqual(9);
  });

  test("opens a cluster and a mark with the keyboard", async ({ page }) => {
    await useOurPins(page);
    await openMap(page, centredOn(skegness, 8));
    await seeMark(page);
    await canvas(page).focus();
    await page.keyboard.press("+");
    await expect.poll(() => zoomInAddress(page)).toBe(9);
    await page.keyboard.press("-");
    await expect.poll(() => zoomInAddress(page)).toBe(8);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => lonInAddress(page)).toBeGreaterThan(skegness[0]);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => lonInAddress(page)).toBeCloseTo(skegness[0], 2);
    await page.keyboard.press("Enter");
    await expect(card(page)).toContainText("Skegness centre");
    await expect(card(page)).toBeFocused();
    await expect(card(page)).toContainText("Planned");
    await expect(card(page)).toContainText("Exact address not known");
  });

  test("shows who runs a service, keeps the choice in the address, and comes back to it", async ({
    page,
  }) => {
    await useOurPins(page);
    await openMap(page, centredOn(infirmary, 13));
    await clickMiddle(page);
    await expect(card(page).getByRole("link", { name: "PET-CT scans", exact: true })).toHaveAttribute(
      "href",
      "/services/scans",
    );
    await expect(card(page)).toContainText("Diagnostics and scans");
    await expect(card(page)).toContainText("Alliance Medical");
    await expect(card(page)).toContainText(
      "Since May 2019 · Source: Gnu Gazette · Last confirmed March 2026 · Exact address known",
    );
    expect(new URL(page.url()).searchParams.get("service")).toBe("scans");
    // The old spelling of the place is written anew.
    expect(zoomInAddress(page)).toBe(13);

    await page.reload();
    await frame(page).scrollIntoViewIfNeeded();
    await expect(card(page)).toContainText("Alliance Medical", DRAWN);
    expect(zoomInAddress(page)).toBe(13);

    await card(page).getByRole("link", { name: "PET-CT scans", exact: true }).click();
    await expect(page).toHaveURL(/\/services\/scans$/);
    await page.goBack();
    await expect(card(page)).toContainText("Alliance Medical", DRAWN);

    await canvas(page).focus();
    await page.keyboard.press("Escape");
    await expect(card(page)).toHaveCount(0);
    await expect(canvas(page)).toBeFocused();
    expect(new URL(page.url()).searchParams.has("service")).toBe(false);
  });

  test("lists every service of one place together", async ({ page }) => {
    await useOurPins(page);
    await openMap(page, centredOn(fusehill, 13));
    await clickMiddle(page);
    await expect(card(page).getByRole("listitem")).toHaveCount(2);
    await expect(card(page)).toContainText("Ended");
  });
});

const lonInAddress = (page: Page) => Number(/[?&]at=[^/]+\/[^/]+\/([-\d.]+)/.exec(page.url())?.[1]);

declare global {
  interface Window {
    /** Whether the address said where the map is before the click that moved it was over; undefined before it moved. */
    movedInClick?: boolean | undefined;
  }
}

function noteMoves(): void {
  let isInClick = false;
  window.addEventListener(
    "click",
    () => {
      isInClick = true;
      window.movedInClick = undefined;
      // After all that is done in the click itself.
      setTimeout(() => {
        isInClick = false;
      });
    },
    { capture: true },
  );
  const replace = window.history.replaceState;
  window.history.replaceState = function (...given) {
    window.movedInClick ??= isInClick;
    return replace.apply(this, given);
  };
}

/** A page whose list holds every row (that of the whole country has the regions), where no other test publishes. */
const EAST_MIDLANDS = "/areas/region/east-midlands";

test.describe("the map and the list", () => {
  test("hold the same services, each of which the list can show on the map", async ({ page }) => {
    await openMap(page, EAST_MIDLANDS);
    const pins = await page.request.get("/api/v1/map/services.geojson?area=region/east-midlands");
    const payload = (await pins.json()) as PinCollection;
    const buttons = page.locator("[data-map-service]");
    const inList = await buttons.evaluateAll((all) =>
      all.map((one) => (one as HTMLElement).dataset.mapService),
    );
    // The list is pages of 25 rows; one address has all of them.
    const whole = await (await page.request.get(`${EAST_MIDLANDS}/page/all`)).text();
    const rows = new Set([...whole.matchAll(/href="\/services\/([a-z0-9-]+)"/g)].map(([, slug]) => slug));
    const pinned = payload.features.map(({ properties }) => properties.slug);
    expect(pinned.filter((slug) => !rows.has(slug))).toEqual([]);
    expect(inList.filter((slug) => !pinned.includes(String(slug)))).toEqual([]);
    expect(inList.length).toBeGreaterThan(10);

    const first = buttons.first();
    await expect(first).toBeVisible();
    await first.click();
    await expect(card(page)).toBeFocused();
    await expect(card(page)).toContainText(/(Since|Start date not known).* · (Last confirmed|Not confirmed)/);
    await expect(page.locator(".live-map-bar")).toContainText(/\d+ services? in view/);
    expect(new URL(page.url()).searchParams.get("service")).toBe(inList[0]);
    await page.keyboard.press("Escape");
    await expect(first).toBeFocused();
  });

  test("part company when the map cannot be drawn: the list stays", async ({ page }) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await expectOnlyTheList(page);
  });

  test("part company when the map's worker does not come", async ({ page }) => {
    await page.route(/maplibre-gl-worker/, (route) => route.abort());
    await expectOnlyTheList(page);
  });

  test.describe("under a stricter policy", () => {
    test.use({ expectsCspViolations: true });

    test("part company when a content policy forbids the worker", async ({ page }) => {
      await page.route(EAST_MIDLANDS, async (route) => {
        const answer = await route.fetch();
        const policy = answer.headers()["content-security-policy"] ?? "";
        const headers = {
          ...answer.headers(),
          "content-security-policy": policy.replace(/worker-src [^;]*/, "worker-src 'none'"),
        };
        await route.fulfill({ response: answer, headers });
      });
      await expectOnlyTheList(page);
    });
  });

  async function expectOnlyTheList(page: Page): Promise<void> {
    const exceptions: string[] = [];
    page.on("pageerror", (error) => exceptions.push(error.message));
    await page.goto(EAST_MIDLANDS);
    await frame(page).scrollIntoViewIfNeeded();
    await expect(frame(page)).toHaveAttribute("data-phase", "failed", { timeout: 15_000 });
    await expect(frame(page)).toContainText("The map could not be drawn");
    await expect(page.locator("[data-map-service]").first()).toBeHidden();
    await frame(page).getByRole("link").click();
    await expect(
      page.locator("[data-map-service]").locator("xpath=ancestor::*[self::li or self::tr][1]").first(),
    ).toBeVisible();
    expect(exceptions).toEqual([]);
  }
});

test.describe("a Mapbox token", () => {
  // The server of these tests has no token, so its policy does not allow Mapbox's addresses.
  test.use({ bypassCSP: true });

  test("puts the same marks on a Mapbox style", async ({ page }) => {
    const toMapbox: string[] = [];
    await useOurPins(page);
    await page.route(/\/api\/v1\/map\/config/, async (route) => {
      const own = await (await route.fetch()).json();
      return route.fulfill({
        json: { ...own, mapboxToken: "pk.test", mapboxStyle: "mapbox://styles/test/tiny" },
      });
    });
    await page.route(/^https:\/\/[^/]*mapbox\.com\//, (route) => {
      toMapbox.push(route.request().url());
      return /\/styles\/v1\//.test(route.request().url())
        ? route.fulfill({ json: tinyStyle })
        : route.fulfill({ status: 200, body: "" });
    });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));

    await openMap(page, centredOn(infirmary, 13));
    expect(toMapbox.filter((url) => url.includes("/styles/v1/test/tiny"))).toHaveLength(1);
    expect(asked.filter((url) => /\/map\/base\/|maplibre/.test(url))).toEqual([]);
    await expect.poll(async () => (await coloursOf(page)).get(PIN) ?? 0).toBeGreaterThan(50);
    await clickMiddle(page);
    await expect(card(page)).toContainText("Alliance Medical");
    // Their terms ask for both; the credit of our own ground would be untrue.
    await expect(page.locator(".mapboxgl-ctrl-logo")).toBeVisible();
    await expect(page.locator(".mapboxgl-ctrl-attrib")).toContainText("© Gnu streets");
    await expect(page.locator(".map-credit-ground")).toBeHidden();
  });

  const tinyStyle = {
    version: 8,
    glyphs: "mapbox://fonts/test/{fontstack}/{range}.pbf",
    sources: {
      streets: {
        type: "geojson",
        data: { type: "FeatureCollection", features: [] },
        attribution: "© Gnu streets",
      },
    },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": "#eeeeee" } },
      { id: "streets", type: "line", source: "streets" },
    ],
  };
});
