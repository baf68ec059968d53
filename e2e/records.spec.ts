import { randomUUID } from "node:crypto";
import { makeWorld } from "../server/records/testing-world";
import { signInAs, withDatabase } from "./sign-in-as";
import { expect, test } from "./test";

/** What a moderator does to an entry without a report, on a phone and without scripts. */
test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

test("a moderator corrects an entry: what would change is shown first, then it has changed", async ({
  page,
  browser,
}) => {
  const tag = randomUUID().slice(0, 8);
  await withDatabase((db) => makeWorld(db, tag));
  const slug = `zebra-clinic-${tag}`;
  await signInAs(page.context(), "moderator");
  await page.goto(`/moderation/records/place/${slug}`);
  await page.getByRole("link", { name: "Change what it says" }).click();
  await page.getByRole("link", { name: "Correct a fact" }).click();
  await page.getByRole("link", { name: "Name", exact: true }).click();
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: /Say why/ })).toBeVisible();
  await page.getByLabel("What is right").fill(`Zebra House ${tag}`);
  const source = page.getByRole("group", { name: "How do you know?" });
  await source.getByLabel("What kind of document is it?").selectOption({ label: "News report" });
  await source.getByLabel("Title").fill("Clinic renamed");
  await source.getByLabel("Who published it").fill("The Gazette");
  await source.getByLabel("The date on it").fill("2026-10");
  await source.getByLabel("What it says about this service").fill("It is called Zebra House now.");
  await page.getByLabel("Why, for other moderators").fill("The Gazette and its own sign say so.");
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What would change");
  await expect(page.getByRole("main")).toContainText(`from Zebra Clinic to Zebra House ${tag}`);

  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await visitor.goto(`/places/${slug}`);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Zebra Clinic");
  await page.getByRole("button", { name: "Make this change now" }).click();
  await expect(page.getByRole("status")).toContainText("The entry is changed");
  await visitor.goto(`/places/${slug}`);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(`Zebra House ${tag}`);
  await visitor.getByRole("link", { name: "Everything that changed" }).click();
  await expect(visitor.getByRole("listitem").first()).toContainText("A moderator changed this");
  await expect(visitor.getByRole("listitem").first()).toContainText(
    `from Zebra Clinic to Zebra House ${tag}`,
  );
  await expect(visitor.getByRole("listitem").first()).toContainText("Clinic renamed");

  // The source cannot be dropped from this entry alone: nothing else gives a name now, and the page says what to do.
  await page.getByRole("link", { name: /^Drop it from this entry alone.*Clinic renamed/ }).click();
  await expect(page.getByRole("main")).toContainText("Without this source, nothing says what this entry is.");
  await page.getByRole("link", { name: "Leave it as it is, and go back to the entry" }).click();

  // What it said before comes back in the same way: seen first, with a reason, from the entry's history.
  await page.getByRole("link", { name: /^History/ }).click();
  await page.getByRole("link", { name: "Go back to this" }).last().click();
  await expect(page.getByRole("main")).toContainText(`from Zebra House ${tag} to Zebra Clinic`);
  await page.getByRole("button", { name: "Go back to this now" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: /Say why/ })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(`from Zebra House ${tag} to Zebra Clinic`);
  await page.getByLabel("Why, for other moderators").fill("The Gazette has taken it back.");
  await page.getByRole("button", { name: "Go back to this now" }).click();
  await expect(page.getByRole("status")).toContainText("says again what it said then");
  await visitor.goto(`/places/${slug}`);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Zebra Clinic");
});
