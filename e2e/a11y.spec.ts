import type { Page } from "@playwright/test";
import { accessibilityFaults } from "./axe";
import { discoverRoutes, visits } from "./routes";
import { expect, test } from "./test";

test("every route in the file system is visited here, and no other", () => {
  expect(Object.keys(visits).sort()).toEqual(discoverRoutes());
});

/** What the browser refused because of the page's policy, and what broke in it. */
function watch(page: Page): string[] {
  const heard: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|hydrat/i.test(message.text())) heard.push(message.text());
  });
  page.on("pageerror", (error) => heard.push(String(error)));
  return heard;
}

for (const [route, ways] of Object.entries(visits)) {
  for (const [index, { path, status = 200, isTwin }] of ways.entries()) {
    if (isTwin) continue;
    test(`${route} (${index + 1}) has no accessibility fault, at two widths`, async ({ page, context }) => {
      const heard = watch(page);
      const address = typeof path === "string" ? path : await path(context);
      const response = await page.goto(address);
      expect(response?.status()).toBe(status);
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await accessibilityFaults(page), `at ${width} px`).toEqual([]);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(tooWide, `px wider than ${width}`).toBeLessThanOrEqual(0);
      }
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      expect(heard).toEqual([]);
    });
  }
}
