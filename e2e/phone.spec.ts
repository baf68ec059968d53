import type { Page } from "@playwright/test";
import { LAUNCH_DRAWING } from "../scripts/launch-options";
import { expect, test } from "./test";

/**
 * What a page costs on a phone, map and all, and how far things jump while it comes: bytes on the wire and CLS, whatever the machine does
 * meanwhile. The issue allows a list 450 kB and the live map 700; what was measured stands in docs/performance.md.
 */
const BUDGETS = [
  { path: "/", bytes: 270_000 },
  { path: "/areas/constituency/carlisle", bytes: 260_000 },
  { path: "/map?view=list", bytes: 270_000 },
  { path: "/map", bytes: 680_000 },
];
const MOST_SHIFT = 0.01;

test.use({
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  launchOptions: LAUNCH_DRAWING,
});
test.describe.configure({ timeout: 180_000 });

for (const { path, bytes } of BUDGETS) {
  test(`${path} costs a phone less than ${bytes / 1000} kB and holds still while it comes`, async ({
    page,
  }) => {
    const cost = await countBytes(page);
    await page.addInitScript(watchShifts);
    await page.goto(path, { waitUntil: "load" });
    if (path === "/map")
      await expect(page.locator(".service-map-frame")).toHaveAttribute("data-phase", "ready", {
        timeout: 60_000,
      });
    // Scripts have taken the page over: whatever they change, they have changed by then.
    await page.waitForFunction(() =>
      Object.keys(document.querySelector("main h1") ?? {}).some((key) => key.startsWith("__react")),
    );
    await page.waitForLoadState("networkidle");
    if (path === "/map") {
      await expectFingerRoom(page);
      expect(cost.addresses(), "what only a list needs").not.toContainEqual(
        expect.stringMatching(/details-/),
      );
    }
    const shifts = await page.evaluate(() => window.shifts ?? []);
    const sum = shifts.reduce((total, { by }) => total + by, 0);
    expect(sum, JSON.stringify(shifts)).toBeLessThanOrEqual(MOST_SHIFT);
    expect(cost.total(), cost.largest()).toBeLessThanOrEqual(bytes);
  });
}

test("a link to a view of the map as it was on the first page leads a phone to that view", async ({
  page,
}) => {
  await page.goto("/#map=12/54.89/-2.93");
  await expect(page).toHaveURL(/\/map\?at=12\/54\.89\/-2\.93$/);
});

/** Everything beside the map that a finger aims at, and both ways to the next pin in one line. */
async function expectFingerRoom(page: Page): Promise<void> {
  const buttons = page.locator(".live-map button, .map-tabs a, .map-filters summary");
  for (const button of await buttons.all()) {
    const box = await button.boundingBox();
    if (box === null) continue; // folded away
    const { width, height } = box;
    expect(
      Math.min(width, height),
      (await button.textContent()) ?? "a button of the map",
    ).toBeGreaterThanOrEqual(44);
  }
  const [back, on] = await Promise.all(
    ["Previous pin", "Next pin"].map((name) => page.getByRole("button", { name }).boundingBox()),
  );
  expect(on?.y).toBe(back?.y);
}

declare global {
  interface Window {
    shifts?: { by: number; what: string[] }[];
  }
}

function watchShifts(): void {
  window.shifts = [];
  new PerformanceObserver((list) => {
    type Shift = PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null }[];
    };
    for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[])
      if (!hadRecentInput)
        window.shifts?.push({
          by: value,
          what: sources.map(({ node }) =>
            node instanceof Element ? node.outerHTML.slice(0, 80) : String(node?.textContent).slice(0, 40),
          ),
        });
  }).observe({ type: "layout-shift", buffered: true });
}

/** Bytes as they came over the wire, by address. */
async function countBytes(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const addresses = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on("Network.requestWillBeSent", ({ requestId, request }) => addresses.set(requestId, request.url));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const url = addresses.get(requestId) ?? requestId;
    bytes.set(url, (bytes.get(url) ?? 0) + encodedDataLength);
  });
  return {
    addresses: () => [...bytes.keys()],
    total: () => [...bytes.values()].reduce((sum, one) => sum + one, 0),
    largest: () =>
      [...bytes]
        .sort(([, a], [, b]) => b - a)
        .slice(0, 12)
        .map(([url, size]) => `${size} ${url}`)
        .join("\n"),
  };
}
