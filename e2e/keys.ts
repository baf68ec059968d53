import type { Locator, Page } from "@playwright/test";
import { expect } from "./test";

/** Presses Tab until this has the focus, which has to be seen: an outline, and in the window. */
export async function tabTo(page: Page, what: Locator): Promise<void> {
  const isHere = () => what.evaluate((element) => element === document.activeElement);
  for (let tabs = 0; tabs < 80; tabs += 1) {
    await page.keyboard.press("Tab");
    if (await isHere()) break;
  }
  await seesFocus(what);
}

/** This has the focus, and everybody can see that. */
export async function seesFocus(what: Locator): Promise<void> {
  await expect(what).toBeFocused();
  const outline = await what.evaluate((element) => getComputedStyle(element).outlineWidth);
  expect(Number.parseFloat(outline)).toBeGreaterThanOrEqual(2);
  await expect(what).toBeInViewport();
}

/** Reaches it by Tab, and presses the key that opens or presses it. */
export async function enterAt(page: Page, what: Locator): Promise<void> {
  await tabTo(page, what);
  await page.keyboard.press("Enter");
}
