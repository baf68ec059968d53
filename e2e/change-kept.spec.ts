import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { makeWorld } from "../server/records/testing-world";
import { reportsOfMine, sendAll, writeEveryChange } from "./every-change";
import { hand, secondsOf } from "./hand";
import { losesTheAnswer, told, unreachable } from "./lost-network";
import { signInAs, withDatabase } from "./sign-in-as";
import { expect, test } from "./test";

async function isNoWiderThanThePhone(page: Page, step: string): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth), step).toBeLessThanOrEqual(360);
}

test.describe("on a telephone without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("a report of every kind is written from the page of its entry, and waits for a moderator", async ({
    context,
  }) => {
    test.slow(); // eight reports
    const { slugs } = await withDatabase((db) => makeWorld(db, randomUUID().slice(0, 8)));
    const { services, places, providers } = slugs;
    await signInAs(context, "campaigner");
    const entries = {
      service: services[0] ?? "",
      other: services[1] ?? "",
      place: places[0] ?? "",
      provider: providers[0] ?? "",
      isOnMap: true,
      isServed: true,
    };
    const { pages, still } = await writeEveryChange(context, "", entries, isNoWiderThanThePhone, "entry");
    await still();
    const sent = await sendAll(pages, "Send the report");
    expect(await reportsOfMine(context, "")).toEqual(sent);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("what is written of an entry outlives the session, in either language, and is sent once", async ({
    page,
  }) => {
    await signInAs(page.context(), "campaigner");
    await page.goto("/reports/change?service=gp-practice-at-fusehill-medical-practice&question=ended");
    await expect(page).toHaveURL(/kept=/);
    await page.getByLabel("When did it close?").fill("March 2026");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByLabel("What kind of document is it?").selectOption({ label: "News report" });
    await page.getByLabel("Title").fill("The practice has closed");
    // The session ends while they write.
    await page.context().clearCookies();
    await page.getByRole("button", { name: "Continue" }).click();
    // What is missing is said first; what is there is kept for whoever signs in.
    await expect(page.getByRole("alert")).toContainText("Who published it");
    await page.getByLabel("Who published it").fill("Cumberland News");
    await page.getByLabel("The date on it").fill("April 2026");
    await page.getByLabel("What it says about this service").fill("It closed in March.");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByText("Your report is saved. Enter your email to send it.")).toBeVisible();
    const back = new URL(page.url()).searchParams.get("callbackUrl") ?? "";
    await signInAs(page.context(), "campaigner");
    await page.goto(back);
    await expect(page.getByText("Your report is saved, not sent yet")).toBeVisible();
    const answers = page.getByRole("region", { name: "Your answers" });
    await expect(answers).toContainText("The practice has closed");
    const other = page.getByRole("link", { name: "Cymraeg" });
    await expect(other).toHaveAttribute("href", /\/cy\/reports\/change\?.*kept=/);
    // An answer is changed from the last page, and leads back to it.
    await answers.getByRole("link", { name: "Change When did it close?" }).click();
    await page.getByLabel("When did it close?").fill("1066");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("alert")).toContainText("the NHS began in 1948");
    await page.getByLabel("When did it close?").fill("2 March 2026");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(answers).toContainText("2 March 2026");
    await expect(page.getByRole("region", { name: "What will be public" })).toContainText("2 March 2026");
    await expect(page.getByRole("region", { name: "What we never publish" })).toContainText("Your name");
    await page.getByRole("button", { name: "Send the report" }).click();
    await expect(page.getByRole("alert")).toContainText("licence");
    await page.getByLabel("I wrote this myself").check();
    await page.getByRole("button", { name: "Send the report" }).click();
    await expect(page.getByText("Waiting for a moderator")).toBeVisible();
    const sent = new URL(page.url()).pathname;
    await page.goto(back);
    await expect(page).toHaveURL(new RegExp(`${sent}$`));
    // Who is about to say the same is told that it waits.
    await page.goto("/reports/change?service=gp-practice-at-fusehill-medical-practice&question=ended");
    await expect(page.getByRole("region", { name: "A report like this is waiting" })).toContainText(
      "You sent this report",
    );
  });
});

test("at 360 pixels a takeover is told in a few taps; a lost network, a lost answer and a double press make one report", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const tag = randomUUID().slice(0, 8);
  const { slugs } = await withDatabase((db) => makeWorld(db, tag));
  await signInAs(page.context(), "campaigner");
  await page.goto(`/places/${slugs.places[0]}`);
  const { count, tap, type, next, choose } = hand();
  await tap(page.getByRole("link", { name: `Lenses in the north ${tag}` }).first());
  await tap(page.getByRole("link", { name: "Tell us what changed" }));
  await tap(page.getByRole("link", { name: "Another organisation runs it now" }));
  const go = page.getByRole("button", { name: "Continue" });
  await type(page.getByLabel("Name of the organisation"), "livewell");
  await tap(page.getByRole("option", { name: /^Livewell Southwest/ }));
  await type(page.getByLabel("Since when?"), "1066");
  await expect(page.getByText(/the NHS began in 1948/).first()).toBeVisible();
  await page.getByLabel("Since when?").clear();
  count.letters -= 4;
  await page.getByLabel("Since when?").pressSequentially("April 2024");
  count.letters += 10;
  await tap(go);
  await choose(page.getByLabel("What kind of document is it?"), "News report");
  await type(page.getByLabel("Title"), "Surgery taken over by company");
  await next(page.getByLabel("Who published it"), "Plymouth Herald", page);
  await next(page.getByLabel("The date on it"), "April 2024", page);
  await next(page.getByLabel("What it says about this service"), "Livewell now runs it.", page);
  await tap(go);
  await expect(page.getByRole("region", { name: "What will be public" })).toContainText("Livewell Southwest");
  await tap(page.getByLabel("I wrote this myself"));
  // The last tap is the one that sends it, below. No address is typed, and nothing of what we have.
  expect(count).toEqual({ taps: 12, letters: 98, fields: 7 });
  expect(secondsOf(count)).toBeLessThan(3 * 60);

  const still = async () => {
    await expect(page.getByRole("region", { name: "Your answers" })).toContainText("Surgery taken over");
    await expect(page.getByLabel("I wrote this myself")).toBeChecked();
  };
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(told(page)).toContainText(unreachable);
  await still();
  const address = page.url();
  // Loaded anew while nothing gets through, as somebody in a tunnel does.
  await page.reload().catch(() => undefined);
  await page.context().setOffline(false);
  await page.goto(address);
  await still();
  await losesTheAnswer(page, "**/reports/change**", "Send the report");
  await page.getByRole("button", { name: "Try again" }).dblclick();
  await expect(page.getByText("Waiting for a moderator")).toBeVisible();
  await page.goto("/reports");
  await expect(page.getByRole("link", { name: new RegExp(`Lenses in the north ${tag}`) })).toHaveCount(1);
});

test("a report of every kind outlives a lost network and a lost answer, and is sent once", async ({
  context,
}) => {
  test.slow(); // ten reports
  const tag = randomUUID().slice(0, 8);
  const { slugs } = await withDatabase((db) => makeWorld(db, tag));
  const [[service = "", other = ""], [place = ""], [provider = ""]] = [
    slugs.services,
    slugs.places,
    slugs.providers,
  ];
  await signInAs(context, "campaigner");
  const entries = { service, other, place, provider, isOnMap: true, isServed: true };
  const tried = new Set<string>();
  const { pages, still } = await writeEveryChange(context, "", entries, async (page, step) => {
    if (tried.has(step)) return;
    tried.add(step);
    await context.setOffline(true);
    await page.getByRole("button", { name: "Continue", exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(told(page)).toContainText(unreachable);
    await context.setOffline(false);
  });
  expect([...tried].sort()).toEqual([
    "check",
    "fact",
    "source",
    "twin",
    "when",
    "where",
    "where, area",
    "where, chosen",
    "where, pin",
    "who",
  ]);
  await context.setOffline(true);
  for (const page of pages) await page.getByRole("button", { name: "Send the report" }).click();
  for (const page of pages) await expect(told(page)).toContainText(unreachable);
  await still();
  await context.setOffline(false);
  for (const page of pages) await losesTheAnswer(page, "**/reports/change**", "Try again");
  await still();
  const sent = await sendAll(pages);
  expect(await reportsOfMine(context, "")).toEqual(sent);
});
