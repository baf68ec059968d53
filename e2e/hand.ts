import type { Locator, Page } from "@playwright/test";
import { expect } from "./test";

/** Counts what a hand does on a telephone: a choice from a list is two taps, what is typed is letters. */
export function hand() {
  const count = { taps: 0, letters: 0 };
  const tap = async (what: Locator) => {
    count.taps += 1;
    await what.click();
  };
  return {
    count,
    tap,
    type: async (field: Locator, text: string) => {
      await tap(field);
      count.letters += text.length;
      await field.pressSequentially(text);
    },
    /** The key of the keyboard that leads to the next field, as often as it takes. */
    next: async (field: Locator, text: string, page: Page) => {
      for (let press = 0; press < 4; press += 1) {
        if (await field.evaluate((element) => element === document.activeElement)) break;
        count.letters += 1;
        await page.keyboard.press("Tab");
      }
      await expect(field).toBeFocused();
      count.letters += text.length;
      await field.pressSequentially(text);
    },
    choose: async (list: Locator, label: string) => {
      count.taps += 2;
      await list.selectOption({ label });
    },
  };
}
