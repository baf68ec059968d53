import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./test";

/** For eyes that need more: letters of twice the size, and the colours that a device sets. */
for (const path of ["/", "/areas/constituency/carlisle", "/map"]) {
  test(`${path} can be read with letters twice as large, in the device's own colours`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active", contrast: "more" });
    await page.goto(path);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    for (const width of [1280, 640]) {
      await page.setViewportSize({ width, height: 800 });
      const cut = await page.evaluate(() => {
        const isCut = (element: Element) =>
          element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === "hidden";
        const buttons = [...document.querySelectorAll("main button, main a, main summary, main h1, main h2")];
        return buttons.filter(isCut).map((element) => element.textContent);
      });
      expect(cut, `cut off at ${width} px`).toEqual([]);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(tooWide, `px wider than ${width}`).toBeLessThanOrEqual(0);
    }
    // Whatever is only a shade keeps an edge.
    const frame = page.locator(".service-map-frame").first();
    if (await frame.isVisible())
      expect(await frame.evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe("2px");
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2aa"]).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
}
