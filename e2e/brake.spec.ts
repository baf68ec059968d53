import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { makeWorld } from "../server/records/testing-world";
import { withholdRecord } from "../server/records/withhold-record";
import { enterAt, seesFocus, tabTo } from "./keys";
import { signInAs, withDatabase } from "./sign-in-as";
import { expect, test } from "./test";

const focused = (page: Page) => page.locator("main :focus");
/** Letters alone: "a1b2" would be looked for as the beginning of a postcode. */
const eightLetters = () =>
  randomUUID()
    .slice(0, 8)
    .replace(/\d/g, (digit) => "ghijklmnop".charAt(Number(digit)));
const REASON = "A court has ordered it, see the file";

test("a complaint without an account: receipt, disputed, off the site everywhere, and back", async ({
  browser,
  page,
  request,
}) => {
  const own = eightLetters();
  const world = await withDatabase((db) => makeWorld(db, own));
  const slug = world.refs.service;
  const path = `/services/${slug}`;

  // Somebody without an account says that it is wrong, and keeps what they typed when something is missing.
  await page.goto(path);
  await page.getByRole("link", { name: "Report a problem with this entry" }).click();
  await page.getByRole("radio", { name: "Legal complaint" }).check();
  await page.getByLabel("What is right, and how do you know?").fill("It was handed over in May 2026.");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(
    page.getByRole("link", { name: "Enter your email address: we have to answer you about this" }),
  ).toBeVisible();
  await expect(page.getByLabel("What is right, and how do you know?")).toHaveValue(/handed over in May/);
  await expect(page.getByRole("radio", { name: "Legal complaint" })).toBeChecked();
  await page.getByLabel("Your email address").fill(`${own}@e2e.test`);
  // Whoever opens it next at this computer is shown nothing of that.
  const next = await page.context().newPage();
  await next.goto(page.url());
  await expect(next.getByRole("button", { name: "Send" })).toBeEnabled();
  await expect(next.getByLabel("What is right, and how do you know?")).toHaveValue("");
  await expect(next.getByLabel("Your email address")).toHaveValue("");
  expect(await next.evaluate(() => JSON.stringify(localStorage))).not.toContain("handed over");
  await next.close();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("status")).toContainText("We have your complaint");
  await page.goto("/outbox");
  await expect(page.getByText(`${own}@e2e.test`).first()).toBeVisible();

  // A moderator finds it before all reports, and marks the fact disputed.
  const context = await browser.newContext();
  await signInAs(context, "moderator");
  const moderation = await context.newPage();
  await moderation.goto("/moderation");
  const [name = ""] = world.words.service;
  const complaints = moderation.getByRole("region", { name: "Complaints waiting" });
  await expect(complaints.getByRole("listitem").filter({ hasText: name })).toContainText("today");
  await complaints.getByRole("link", { name }).click();
  await expect(moderation.getByText("It was handed over in May 2026.")).toBeVisible();
  const complaint = moderation.url();
  await moderation.getByRole("link", { name: "Take it off the site, or mark it disputed" }).click();
  await moderation.getByRole("link", { name: "See what a dispute would do" }).click();
  await moderation.getByLabel("Which fact?").selectOption("provider");
  await moderation
    .getByLabel("What is disputed, for every reader")
    .fill("The provider says that it left in May.");
  await moderation.getByRole("button", { name: "Mark as disputed" }).click();
  await expect(moderation.getByRole("status")).toContainText("marked as disputed");
  await page.goto(path);
  await expect(
    page.getByRole("region", { name: "Every fact, and how we know" }).getByText(/it left in May/),
  ).toBeVisible();

  // Off the site, at once: its page, its pin, the search, the sitemap; and back, once the index of names is made anew.
  const isThere = async () => {
    const [answer, pins, names, sitemap] = await Promise.all([
      request.get(path),
      request.get("/api/v1/map/services.geojson"),
      request.get(`/api/v1/names?q=${own}`),
      request.get("/sitemap.xml"),
    ]);
    const texts = await Promise.all([pins.text(), names.text(), sitemap.text()]);
    return [answer.status(), ...texts.map((text) => text.includes(slug))];
  };
  await expect.poll(isThere).toEqual([200, true, true, true]);
  // By keys alone, from here to the end.
  await enterAt(moderation, moderation.getByRole("link", { name: "See what taking it off would do" }));
  const goes = moderation.getByRole("region", { name: "Entries: where readers find them" });
  await expect(goes.getByRole("row", { name })).toContainText("Nowhere");
  await tabTo(moderation, moderation.getByLabel("Why, for other moderators"));
  await moderation.keyboard.type(REASON);
  await enterAt(moderation, moderation.getByRole("button", { name: "Take it off the site now" }));
  await expect(moderation.getByRole("status")).toContainText("another moderator looks at it too");
  // The focus is on what was done, and goes on from there.
  await seesFocus(focused(moderation).filter({ hasText: "another moderator looks at it too" }));
  expect(await isThere()).toEqual([404, false, false, false]);

  // A complaint is about it: who took it off cannot show it again, and another moderator finds it in the lane of second looks.
  await enterAt(moderation, moderation.getByRole("link", { name: "Open the second look" }));
  await expect(moderation.getByText("You asked for this yourself")).toBeVisible();
  const others = await browser.newContext({ javaScriptEnabled: false });
  await signInAs(others, "moderator");
  const second = await others.newPage();
  await second.goto("/moderation?lane=second");
  await enterAt(second, second.getByRole("link", { name: `Taken off the site under complaint: ${name}` }));
  await expect(second.getByText(REASON)).toBeVisible();
  const shows = second.getByRole("region", { name: "Show it again" });
  await tabTo(second, shows.getByLabel("Why"));
  await second.keyboard.type("Too short");
  await enterAt(second, shows.getByRole("button", { name: "Show it again now" }));
  await expect(second.getByRole("alert")).toContainText("Say why, in at least 15 letters");
  await expect(shows.getByLabel("Why")).toHaveValue("Too short");
  await tabTo(second, shows.getByLabel("Why"));
  await second.keyboard.press("ControlOrMeta+a");
  await second.keyboard.type("The court has lifted its order");
  await enterAt(second, shows.getByRole("button", { name: "Show it again now" }));
  await expect(second.getByRole("status")).toContainText("The court has lifted its order");
  await others.close();
  await expect.poll(isThere).toEqual([200, true, true, true]);
  await page.goto(path);
  await expect(page.getByText("This entry is disputed")).toBeVisible();
  expect(await page.content()).not.toContain(REASON);

  await moderation.goto(complaint);
  await tabTo(moderation, moderation.getByLabel("Your answer, by email"));
  await moderation.keyboard.type("We asked them: it is shown as disputed now.");
  await enterAt(moderation, moderation.getByRole("button", { name: "Send the answer and close" }));
  await expect(moderation.getByRole("status")).toContainText("the complaint is closed");
  await seesFocus(focused(moderation).filter({ hasText: "the complaint is closed" }));
  await context.close();
});

test("somebody asks to be forgotten: one admin asks, another sees what goes and agrees, and the address says so", async ({
  browser,
  page,
  request,
}) => {
  const world = await withDatabase((db) => makeWorld(db, eightLetters()));
  const path = `/services/${world.refs.service}`;
  const [name = ""] = world.words.service;
  expect((await request.get(path)).status()).toBe(200);
  const [asking, agreeing] = [
    await browser.newContext(),
    await browser.newContext({ javaScriptEnabled: false }),
  ];
  const { id } = await signInAs(asking, "admin");
  await signInAs(agreeing, "admin");
  const base = `/moderation/records/service/${world.ids.service}`;
  const asks = await asking.newPage();
  // Only what is off the site can be erased.
  await asks.goto(`${base}?do=erase`);
  await expect(asks.getByText("Take the entry off the site first")).toBeVisible();
  const actor = { kind: "campaigner", id, role: "admin" } as const;
  await withDatabase((db) =>
    withholdRecord(db, actor, { type: "service", ref: world.ids.service, reason: REASON }),
  );
  const letter = "By letter of 3 November, with a copy of a passport";
  await asks.goto(base);
  await asks.getByRole("link", { name: "See what erasing would remove" }).click();
  await expect(asks.getByRole("region", { name: "What stays" })).toContainText(
    "under a number that says nothing",
  );
  await asks.getByLabel("Who asked, when and how").fill(letter);
  await asks.getByRole("button", { name: "Ask for it to be erased" }).click();
  await expect(asks.getByRole("status")).toContainText("Nothing is erased yet");
  const agrees = await agreeing.newPage();
  await agrees.goto("/moderation?lane=second");
  await agrees.getByRole("link", { name: `Erase an entry for good: ${name}` }).click();
  await expect(agrees.getByText(letter)).toBeVisible();
  await expect(agrees.getByRole("region", { name: "What goes" })).toContainText(
    "No complaint or tip is about it",
  );
  const forGood = agrees.getByRole("region", { name: "Agree, and erase the data" });
  await forGood.getByLabel("Why").fill("I have read the letter too");
  await forGood.getByRole("button", { name: "Agree and erase it now" }).click();
  await expect(agrees.getByRole("status")).toContainText("agreed on");
  await expect.poll(async () => (await request.get(path)).status()).toBe(410);
  expect((await request.get(`/cy${path}/history`)).status()).toBe(410);
  expect((await request.get(`/api/v1/share/services/${world.refs.service}`)).status()).toBe(410);
  await page.goto(path);
  await expect(page.getByRole("heading", { name: "This entry was removed for good" })).toBeVisible();
  await page.getByRole("link", { name: "Corrections", exact: true }).first().click();
  const told = page.getByRole("listitem").filter({ hasText: "An entry that was removed for good" });
  await expect(told.first()).toContainText("Removed for good ·");
  await asks.goto(base);
  await expect(asks.getByText("nothing brings it back")).toBeVisible();
  await asking.close();
  await agreeing.close();
});
