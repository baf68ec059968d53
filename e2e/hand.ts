import type { Locator, Page } from "@playwright/test";
import { expect } from "./test";

type Count = { taps: number; letters: number; fields: number };

/**
 * How long a hand takes that knows what it wants to say, by the keystroke-level model (Card, Moran and Newell, 1980) with letters as slow as
 * on the glass of a telephone: pointing and pressing, a letter, and a thought before each field.
 */
const SECONDS = { taps: 1.3, letters: 0.35, fields: 1.35 };
export const secondsOf = (count: Count): number =>
  Math.round(count.taps * SECONDS.taps + count.letters * SECONDS.letters + count.fields * SECONDS.fields);

/** Counts what a hand does on a telephone: a choice from a list is two taps, what is typed is letters, what is filled in is a field. */
export function hand() {
  const count: Count = { taps: 0, letters: 0, fields: 0 };
  const tap = async (what: Locator) => {
    count.taps += 1;
    await what.click();
  };
  return {
    count,
    tap,
    type: async (field: Locator, text: string) => {
      await tap(field);
      count.fields += 1;
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
      count.fields += 1;
      count.letters += text.length;
      await field.pressSequentially(text);
    },
    choose: async (list: Locator, label: string) => {
      count.taps += 2;
      count.fields += 1;
      await list.selectOption({ label });
    },
  };
}
