import { randomUUID } from "node:crypto";
import { makeWorld } from "../server/records/testing-world";
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
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: /Name of the organisation/ })).toBeVisible();
  await page.getByLabel("Name of the organisation").fill(`Gazele Helth ${tag}`);
  await page.getByLabel("Since when?").fill("1066");
  const source = page.getByRole("group", { name: "How do you know?" });
  // A link can be looked at without scripts: what its address says is proposed, and nothing typed is lost.
  await source.getByLabel("Link").fill("https://www.cqc.org.uk/location/1-123456789");
  await source.getByRole("button", { name: "Look at this link" }).click();
  await page.getByRole("link", { name: "See what we found" }).click();
  await expect(source).toContainText("This is a page of the Care Quality Commission");
  await source.getByRole("button", { name: "Put what is ticked into the form" }).click();
  await expect(source.getByLabel("Who published it")).toHaveValue("Care Quality Commission");
  await expect(source.getByLabel("What kind of document is it?")).toHaveValue("regulator");
  await expect(page.getByLabel("Since when?")).toHaveValue("1066");
  await source.getByLabel("What kind of document is it?").selectOption({ label: "News report" });
  await source.getByLabel("Title").fill("Lens clinic taken over");
  await source.getByLabel("Who published it").fill("The Gazette");
  await source.getByLabel("Link").fill("https://gazette.example/lens-clinic");
  await source.getByLabel("The date on it").fill("2026-10");
  await source.getByLabel("What it says about this service").fill("Gazelle Health runs it since October.");
  await page.getByLabel("I wrote this myself").check();
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByText("Check the year").first()).toBeVisible();
  await page.getByLabel("Since when?").fill("2026-10-01");
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
