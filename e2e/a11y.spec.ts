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

const all = Object.entries(visits)
  .flatMap(([route, ways]) => ways.map((way, index) => ({ name: `${route} (${index + 1})`, way })))
  .filter(({ way }) => !way.isTwin);

/** So many pages one after the other in one tab: one that begins anew for each, with an empty cache, takes two thirds more time. */
const TOGETHER = 8;

for (let from = 0; from < all.length; from += TOGETHER) {
  const some = all.slice(from, from + TOGETHER);
  const names = `${some[0]?.name} to ${some.at(-1)?.name}`;
  test(`${names}: no page has an accessibility fault, at two widths`, async ({ page, context }) => {
    test.slow(); // eight tests in one
    const heard = watch(page);
    for (const { name, way } of some) {
      // What is wrong with one page is told, and the next is looked at.
      await test.step(name, async () => {
        await context.clearCookies();
        await page.setViewportSize({ width: 1280, height: 800 });
        const address = typeof way.path === "string" ? way.path : await way.path(context);
        const response = await page.goto(address);
        expect.soft(response?.status(), name).toBe(way.status ?? 200);
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 800 });
          expect.soft(await accessibilityFaults(page), `${name} at ${width} px`).toEqual([]);
          const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect.soft(tooWide, `${name}: px wider than ${width}`).toBeLessThanOrEqual(0);
        }
        await expect.soft(page.getByRole("heading", { level: 1 }), name).toHaveCount(1);
        expect.soft(heard.splice(0), name).toEqual([]);
        // The next is opened as by somebody new.
        await page.evaluate(() => {
          localStorage.clear();
          sessionStorage.clear();
        });
      });
    }
  });
}
