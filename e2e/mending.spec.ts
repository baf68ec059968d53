import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { makeSource } from "../db/factories";
import { systemActor } from "../domain/actor";
import { saveRecords } from "../server/records/save-records";
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

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a source is cited otherwise on every page and dropped from one; two places are one, and then two again", async ({
    page,
    browser,
  }) => {
    // Four people: on a busy machine more than the usual minute and a half.
    test.slow();
    const tag = randomUUID().slice(0, 8);
    const world = await withDatabase((db) => makeWorld(db, tag));
    const [zebra, yak] = [world.refs.place, `yak-house-${tag}`];
    await withDatabase((db) => citeTwice(db, world.ids, tag));
    const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await signInAs(page.context(), "moderator");

    // Title, quotation and link, wherever they stand.
    await page.goto(`/moderation/records/place/${zebra}`);
    await page.getByRole("link", { name: `Second page ${tag}`, exact: true }).tap();
    const how = page.getByRole("region", { name: "Change how it is cited" });
    await how.getByLabel("Title").fill(`Page mended ${tag}`);
    await how.getByLabel("Link").fill("no address");
    const seen = `Zoe Xylander saw it from the road, ${tag}.`;
    await how.getByLabel("Quotation 1").fill(seen);
    await how.getByLabel("Why, for other moderators").fill(WHY);
    await how.getByRole("button", { name: "Change it on every page" }).tap();
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(how.getByLabel("Quotation 1")).toHaveValue(seen);
    await how.getByLabel("Link").fill("");
    await how.getByRole("button", { name: "Change it on every page" }).tap();
    await expect(page.getByRole("status")).toContainText("The source is cited as you wrote, on every page.");
    for (const path of [`/places/${zebra}`, `/providers/${world.refs.provider}`]) {
      await visitor.goto(path);
      await expect(visitor.getByRole("main")).toContainText(`Page mended ${tag}`);
      expect(await visitor.content()).not.toContain(`Second page ${tag}`);
      expect(await visitor.content()).not.toContain(`second.example/${tag}`);
    }

    // From one entry alone: the other still rests on it.
    await page.goto(`/moderation/records/place/${zebra}`);
    await page.getByRole("link", { name: `Drop it from this entry alone Page mended ${tag}` }).tap();
    await sayWhy(page, "Drop it from this entry now");
    await expect(page.getByRole("status")).toContainText("The source is dropped from this entry.");
    await visitor.goto(`/places/${zebra}`);
    await expect(visitor.getByRole("main")).not.toContainText(`Page mended ${tag}`);
    await visitor.goto(`/providers/${world.refs.provider}`);
    await expect(visitor.getByRole("main")).toContainText(`Page mended ${tag}`);

    // And its words for good: an admin asks, somebody else agrees.
    const where = [`/providers/${world.refs.provider}`, `/services/${world.refs.service}`];
    const list = `/api/v1/lists${where[0]}`;
    expect(await (await visitor.request.get(list)).text()).toContain(`Page mended ${tag}`);
    const [asking, agreeing] = [await browser.newContext(), await browser.newContext()];
    const [asks, agrees] = [await asking.newPage(), await agreeing.newPage()];
    await signInAs(asking, "admin");
    await signInAs(agreeing, "admin");
    await asks.goto(`/moderation/records/provider/${world.refs.provider}`);
    await asks.getByRole("link", { name: `Page mended ${tag}`, exact: true }).click();
    await asks.getByRole("link", { name: "See what erasing would remove" }).click();
    await asks.getByLabel("Who asked, when and how").fill("By letter of 3 November, with her passport");
    await asks.getByRole("button", { name: "Ask for it to be erased" }).click();
    await expect(asks.getByRole("status")).toContainText("Nothing is erased yet");
    await agrees.goto("/moderation?lane=second");
    await agrees
      .getByRole("link", { name: `Erase the words of a source for good: Page mended ${tag}` })
      .click();
    const forGood = agrees.getByRole("region", { name: "Agree, and erase the data" });
    await forGood.getByLabel("Why").fill("I have read her letter too");
    await forGood.getByRole("button", { name: "Agree and erase it now" }).click();
    await expect(agrees.getByRole("status")).toContainText("agreed on");
    for (const path of [...where, ...where.map((one) => `${one}/history`), list]) {
      const text = await (await visitor.request.get(path)).text();
      for (const word of [`Page mended ${tag}`, `Second page ${tag}`, `second.example/${tag}`, "Xylander"])
        expect(text, path).not.toContain(word);
    }
    await visitor.goto(where[0] ?? "");
    await expect(visitor.getByRole("main")).toContainText("Title left out by a moderator");
    await asking.close();
    await agreeing.close();

    await page.goto(`/moderation/records/place/${yak}/change`);
    await page.getByRole("link", { name: "It is the same as another entry" }).tap();
    await page.getByLabel("The place it is the same as").fill(`/places/${zebra}`);
    await sayWhy(page, "Show what would change");
    await page.getByRole("button", { name: "Make this change now" }).tap();
    await expect(page.getByRole("status")).toContainText("The entry is changed");
    await visitor.goto(`/places/${yak}`);
    expect(new URL(visitor.url()).pathname).toBe(`/places/${zebra}`);
    const here = visitor.getByRole("region", { name: "NHS services here" });
    await expect(here).toContainText("Scans in the north");

    // It was wrong: from its history it is split, and its address is its own again.
    await page.goto(`/moderation/records/place/${yak}/history`);
    await page.getByRole("link", { name: "Split them again" }).tap();
    await expect(page.getByRole("main")).toContainText("Yak House stands by itself again");
    await sayWhy(page, "Split them now");
    await expect(page.getByRole("status")).toContainText("The change is taken back");
    await visitor.goto(`/places/${yak}`);
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Yak House");
    await visitor.goto(`/places/${zebra}`);
    await expect(here).toContainText("Lenses in the north");
    await expect(here).not.toContainText("Scans in the north");
    await visitor.context().close();
  });
});

type Db = Parameters<Parameters<typeof withDatabase>[0]>[0];

/** A second source of a place, of an organisation and of who runs a service, without which all stand. */
async function citeTwice(
  db: Db,
  { place, provider, service }: { place: string; provider: string; service: string },
  tag: string,
) {
  const url = `https://second.example/${tag}`;
  const { id: sourceId } = await makeSource(db, {
    title: `Second page ${tag}`,
    publisher: "The Second",
    url,
  });
  const said = { sourceId, says: "A second gnu said so.", confirmedOn: "2026-04-01" };
  const drafts = [
    {
      recordType: "place" as const,
      recordId: place,
      claims: [{ ...said, field: "kind" as const, value: "clinic" }],
    },
    {
      recordType: "provider" as const,
      recordId: provider,
      claims: [{ ...said, field: "legal-form" as const, value: "company" }],
    },
    {
      recordType: "service" as const,
      recordId: service,
      claims: [{ ...said, field: "provider" as const, value: { providerId: provider } }],
    },
  ];
  await saveRecords(db, systemActor("test"), drafts, {
    reason: "Brought",
    action: "record.changed",
    subject: { type: "place", id: place },
  });
}
