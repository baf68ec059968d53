import { randomUUID } from "node:crypto";
import { makeWorld } from "../server/records/testing-world";
import { reportsOfMine, sendAll, writeEveryChange } from "./every-change";
import { hand } from "./hand";
import { losesTheAnswer, told, unreachable } from "./lost-network";
import { signInAs, withDatabase } from "./sign-in-as";
import { expect, test } from "./test";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("what is written of an entry outlives the session, in either language, and is sent once", async ({
    page,
  }) => {
    await signInAs(page.context(), "campaigner");
    await page.goto("/reports/change?service=gp-practice-at-fusehill-medical-practice&question=ended");
    await expect(page).toHaveURL(/kept=/);
    await page.getByLabel("What kind of document is it?").selectOption({ label: "News report" });
    await page.getByLabel("Title").fill("The practice has closed");
    // The session ends while they write.
    await page.context().clearCookies();
    await page.getByRole("button", { name: "Send the report" }).click();
    await expect(page.getByText("Your report is saved. Enter your email to send it.")).toBeVisible();
    const back = new URL(page.url()).searchParams.get("callbackUrl") ?? "";
    await signInAs(page.context(), "campaigner");
    await page.goto(back);
    await expect(page.getByText("Your report is saved, not sent yet")).toBeVisible();
    await expect(page.getByLabel("Title")).toHaveValue("The practice has closed");
    const other = page.getByRole("link", { name: "Cymraeg" });
    await expect(other).toHaveAttribute("href", /\/cy\/reports\/change\?.*kept=/);
    await page.getByLabel("Who published it").fill("Cumberland News");
    await page.getByLabel("The date on it").fill("April 2026");
    await page.getByLabel("What it says about this service").fill("It closed in March.");
    await page.getByLabel("I wrote this myself").check();
    await page.getByRole("button", { name: "Send the report" }).click();
    await expect(page.getByText("Waiting for a moderator")).toBeVisible();
    const sent = new URL(page.url()).pathname;
    await page.goto(back);
    await expect(page).toHaveURL(new RegExp(`${sent}$`));
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
  await type(page.getByLabel("Name of the organisation"), "Livewell Southwest");
  await type(page.getByLabel("Since when?"), "April 2024");
  await choose(page.getByLabel("What kind of document is it?"), "News report");
  await type(page.getByLabel("Title"), "Surgery taken over by company");
  await next(page.getByLabel("Who published it"), "Plymouth Herald", page);
  await next(page.getByLabel("The date on it"), "April 2024", page);
  await next(page.getByLabel("What it says about this service"), "Livewell now runs it.", page);
  await tap(page.getByLabel("I wrote this myself"));
  // The last tap is the one that sends it, below. No address is typed, and nothing of what we have.
  expect(count).toEqual({ taps: 9, letters: 108 });

  const still = async () => {
    await expect(page.getByLabel("Name of the organisation")).toHaveValue("Livewell Southwest");
    await expect(page.getByLabel("Title")).toHaveValue("Surgery taken over by company");
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
  test.slow(); // eight reports
  const tag = randomUUID().slice(0, 8);
  const { slugs } = await withDatabase((db) => makeWorld(db, tag));
  const [[service = "", other = ""], [place = ""], [provider = ""]] = [
    slugs.services,
    slugs.places,
    slugs.providers,
  ];
  await signInAs(context, "campaigner");
  const { pages, still } = await writeEveryChange(context, "", {
    service,
    other,
    place,
    provider,
    isOnMap: true,
  });
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
