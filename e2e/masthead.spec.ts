import { expect, test } from "./test";

for (const [width, scripts] of [
  [320, true],
  [360, true],
  [360, false],
  [800, true],
  [1280, true],
] as const) {
  test(`the masthead is one line at ${width} px ${scripts ? "" : "without scripts"}, and its links are reached`, async ({
    browser,
  }) => {
    const page = await browser.newPage({ viewport: { width, height: 740 }, javaScriptEnabled: scripts });
    for (const path of ["/map", "/places/cumberland-infirmary"]) {
      await page.goto(path);
      const head = page.getByRole("banner");
      expect((await head.boundingBox())?.height, path).toBeLessThanOrEqual(56);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await expect(head.getByRole("link", { name: "Search" })).toBeVisible();
      const menu = head.getByRole("button", { name: "Menu" });
      if (width < 1024) {
        await expect(head.getByRole("link", { name: "Providers" })).toBeHidden();
        await menu.click();
      } else await expect(menu).toBeHidden();
      await expect(head.getByRole("link", { name: "Sign in" })).toBeVisible();
      await expect(head.getByRole("link", { name: "Cymraeg" })).toBeVisible();
      await head.getByRole("link", { name: "Providers" }).click();
      await expect(page).toHaveURL(/\/providers$/);
    }
    await page.close();
  });
}
