import { randomUUID } from "node:crypto";
import { makeWorld } from "../server/records/testing-world";
import { keptReport } from "./report-steps";
import { signInAs, withDatabase } from "./sign-in-as";
import { expect, test } from "./test";

/** What a volunteer knows of an entry that is there, from its own page to the record and back, on a phone and without scripts. */
test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

test("a takeover is told from the entry's page, approved, shown, and taken back", async ({
  page,
  browser,
}) => {
  test.slow(); // a whole story of three people
  const tag = randomUUID().slice(0, 8);
  await withDatabase((db) => makeWorld(db, tag));
  const entry = `/services/lenses-in-the-north-${tag}`;
  await signInAs(page.context(), "campaigner");

  await page.goto(entry);
  await page.getByRole("link", { name: "Tell us what changed" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "What do you know about Lenses in the north",
  );
  await page.getByRole("link", { name: "Another organisation runs it now" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(
    page.getByRole("alert").getByRole("link", { name: /Write the name of the org/ }),
  ).toBeVisible();
  await page.getByLabel("Name of the organisation").fill(`Gazele Helth ${tag}`);
  await page.getByRole("button", { name: "Continue" }).click();
  // One of a like name is none of ours.
  const isNew = page.getByRole("button", { name: /None of these/ });
  if (await isNew.isVisible()) await isNew.click();
  await page.getByLabel("Since when?").fill("1066");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Check the year").first()).toBeVisible();
  await page.getByLabel("Since when?").fill("1 October 2026");
  await page.getByRole("button", { name: "Continue" }).click();
  // A link can be looked at without scripts: what its address says is proposed, and nothing typed is lost.
  await page.getByLabel("Link").fill("https://www.cqc.org.uk/location/1-123456789");
  await page.getByRole("button", { name: "Look at this link" }).click();
  await page.getByRole("link", { name: "See what we found" }).click();
  const source = page.getByRole("main");
  await expect(source).toContainText("This is a page of the Care Quality Commission");
  await source.getByRole("button", { name: "Put what is ticked into the form" }).click();
  await expect(source.getByLabel("Who published it")).toHaveValue("Care Quality Commission");
  await expect(source.getByLabel("What kind of document is it?")).toHaveValue("regulator");
  await source.getByLabel("What kind of document is it?").selectOption({ label: "News report" });
  await source.getByLabel("Title").fill("Lens clinic taken over");
  await source.getByLabel("Who published it").fill("The Gazette");
  await source.getByLabel("Link").fill("https://gazette.example/lens-clinic");
  await source.getByLabel("The date on it").fill("October 2026");
  await source.getByLabel("What it says about this service").fill("Gazelle Health runs it since October.");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("region", { name: "What will be public" })).toContainText("Okapi Ltd");
  await page.getByLabel("I wrote this myself").check();
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByText("Waiting for a moderator")).toBeVisible();
  await expect(page.getByRole("row", { name: /Who runs it/ })).toContainText("Okapi Ltd");
  const report = page.url().replace(/\?.*/, "").split("/").at(-1) ?? "";

  const desk = await browser.newContext({ javaScriptEnabled: false });
  await signInAs(desk, "moderator");
  const moderator = await desk.newPage();
  await moderator.goto(`/moderation/${report}`);
  await moderator.getByRole("button", { name: "Take it" }).click();
  // Part by part: what is written beside who runs it is what is published, whatever was chosen beside it.
  await expect(moderator.getByRole("region", { name: "Where it is" }).getByRole("img")).toBeVisible();
  await moderator.getByText("Who runs it: Publish this instead").click();
  await moderator.getByLabel("Name of the organisation").fill(`Gazelle Health ${tag}`);
  await moderator.getByLabel("Who runs it: Comment to the author").fill("As its own page spells it.");
  await moderator.getByRole("radio", { name: "Approve and publish" }).check();
  await moderator.getByLabel("Your reason, for the author").fill("The Gazette says so, with the day.");
  await moderator.getByRole("button", { name: "Decide" }).click();
  await expect(moderator.getByText("Approved and published")).toBeVisible();
  await page.reload();
  const instead = page.getByRole("region", { name: "What was published instead" });
  await expect(instead).toContainText(`Gazelle Health ${tag}`);

  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await visitor.goto(entry);
  await expect(visitor.getByRole("main")).toContainText("Ended");
  await visitor
    .getByRole("link", { name: new RegExp(`Lenses in the north ${tag}`) })
    .last()
    .click();
  await expect(visitor.getByRole("main")).toContainText(`Gazelle Health ${tag}`);

  await moderator.getByLabel("Your reason, for the author").fill("It was another clinic of theirs.");
  await moderator.getByRole("button", { name: "Take it back" }).click();
  await expect(moderator.getByRole("button", { name: "Take it back" })).toHaveCount(0);
  await visitor.goto(entry);
  await expect(visitor.getByRole("main")).toContainText("Okapi Ltd");
  await expect(visitor.getByRole("main")).not.toContainText("Ended");
});

test("“It is this one” makes a report of a new service a confirmation of the entry, with what was written of its source", async ({
  page,
}) => {
  const tag = randomUUID().slice(0, 8);
  const { ids, words } = await withDatabase((db) => makeWorld(db, tag));
  const [providerName = ""] = words.provider;
  const draft = await keptReport({
    placeId: ids.place,
    placeName: "Zebra Clinic",
    postcode: "",
    providerName,
  });
  await signInAs(page.context(), "campaigner");
  await page.goto(`/reports/new/source?draft=${draft}`);
  await page.getByRole("link", { name: `It is this one: Lenses in the north ${tag}` }).click();
  const still = page.getByRole("link", { name: "It is still there, run by the same organisation" });
  if (await still.isVisible()) await still.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How do you know?");
  await expect(page.getByLabel("Title")).toHaveValue("Consultant-led waiting times, April 2026");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("region", { name: "What will be public" })).toContainText("Last confirmed");
  await page.getByLabel("I wrote this myself").check();
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByText("Waiting for a moderator")).toBeVisible();
  // What was written before went with it: there is no second report to send.
  await page.goto(`/reports/new/review?draft=${draft}`);
  await expect(page.getByText("What you wrote before was removed")).toBeVisible();
});
