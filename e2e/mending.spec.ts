import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { makeWorld } from "../server/records/testing-world";
import { signInAs, withDatabase } from "./sign-in-as";
import { expect, test } from "./test";

/** What a moderator mends of what is published, each seen by a reader: on a phone, by taps. */
test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

const WHY = "The register and its own sign say so.";

async function sayWhy(page: Page, button: string): Promise<void> {
  await page.getByLabel("Why, for other moderators").fill(WHY);
  await page.getByRole("button", { name: button }).tap();
}

/** Nothing of it has to be scrolled sideways. */
async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}

test("on a phone an entry is corrected, taken off the site and shown again", async ({ page, browser }) => {
  const tag = randomUUID().slice(0, 8);
  const { refs } = await withDatabase((db) => makeWorld(db, tag));
  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signInAs(page.context(), "moderator");
  await page.goto(`/moderation/records/place/${refs.place}`);
  await page.getByRole("link", { name: "Change what it says" }).tap();
  await page.getByRole("link", { name: "Correct a fact" }).tap();
  await page.getByRole("link", { name: "Name", exact: true }).tap();
  await page.getByLabel("What is right").fill(`Zebra House ${tag}`);
  const source = page.getByRole("group", { name: "How do you know?" });
  await source.getByLabel("What kind of document is it?").selectOption({ label: "News report" });
  await source.getByLabel("Title").fill("Clinic renamed");
  await source.getByLabel("Who published it").fill("The Gazette");
  await source.getByLabel("The date on it").fill("2026-10");
  await source.getByLabel("What it says about this service").fill("It is called Zebra House now.");
  await fits(page);
  await sayWhy(page, "Show what would change");
  await expect(page.getByRole("main")).toContainText(`from Zebra Clinic to Zebra House ${tag}`);
  await fits(page);
  await page.getByRole("button", { name: "Make this change now" }).tap();
  await expect(page.getByRole("status")).toContainText("The entry is changed");
  await visitor.goto(`/places/${refs.place}`);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(`Zebra House ${tag}`);

  await page.getByRole("link", { name: "See what taking it off would do" }).tap();
  const goes = page.getByRole("region", { name: "Entries: where readers find them" });
  await expect(goes.getByRole("row", { name: `Zebra House ${tag}` })).toContainText("Nowhere");
  await fits(page);
  await sayWhy(page, "Take it off the site now");
  await expect(page.getByRole("status")).toContainText("It is off the site.");
  expect((await visitor.goto(`/places/${refs.place}`))?.status()).toBe(404);
  await page.getByRole("link", { name: "See what showing it again would do" }).tap();
  await sayWhy(page, "Show it again now");
  await expect(page.getByRole("status")).toContainText("It is on the site again.");
  await fits(page);
  await visitor.goto(`/places/${refs.place}`);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(`Zebra House ${tag}`);
  await visitor.context().close();
});
