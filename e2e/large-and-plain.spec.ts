import { accessibilityFaults } from "./axe";
import { expect, test } from "./test";

/** For eyes that need more: a desk's screen at twice its size, in the colours that the device sets. */
test.use({
  viewport: { width: 640, height: 400 },
  deviceScaleFactor: 2,
  contextOptions: { forcedColors: "active" },
});

for (const path of ["/", "/areas/constituency/carlisle", "/map"]) {
  test(`${path} can be read at 200 %, in the device's own colours`, async ({ page }) => {
    await page.goto(path);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(tooWide, "px wider than the screen").toBeLessThanOrEqual(0);
    // Whatever is only a shade keeps an edge.
    const frame = page.locator(".service-map-frame").first();
    if (await frame.isVisible())
      expect(await frame.evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe("2px");
    // Of colours the device decides; what the checker reads is still the page's own.
    expect(await accessibilityFaults(page, { without: ["color-contrast"] })).toEqual([]);
  });
}
