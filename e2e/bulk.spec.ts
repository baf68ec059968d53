import { makeWaitingReports } from "../db/factories";
import { findReport } from "../db/queries/reports";
import { signInAs, withDatabase } from "./sign-in-as";
import { expect, test } from "./test";

test("without scripts: several are seen before they are decided, and taken back at once", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { id: moderatorId } = await signInAs(context, "moderator");
  const { town, ids } = await withDatabase((db) => makeWaitingReports(db, 3, moderatorId));
  const states = () =>
    withDatabase((db) => Promise.all(ids.map(async (id) => (await findReport(db, id))?.state)));
  const page = await context.newPage();
  await page.goto(`/moderation?q=${town}`);
  await page.getByRole("link", { name: "Decide several of these at once" }).click();
  for (const number of [0, 1, 2]) await page.getByLabel(`Eye care at Clinic ${number} of ${town}`).check();
  await page.getByRole("radio", { name: "Do not accept" }).check();
  await page.getByRole("button", { name: "See what would happen" }).click();
  // What was ticked is still ticked when the reason is missing.
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await expect(page.getByLabel(`Eye care at Clinic 1 of ${town}`)).toBeChecked();
  await page.getByLabel("Your reason, for each author").fill("The source is about another town.");
  await page.getByRole("button", { name: "See what would happen" }).click();
  await expect(page.getByText("2 of 3 can be decided. Nothing is decided yet.")).toBeVisible();
  await expect(page.getByText("You sent it yourself, so another moderator must decide it.")).toBeVisible();
  expect(await states()).toEqual(["submitted", "submitted", "submitted"]);
  await page.getByRole("button", { name: "Turn down these 2 reports" }).click();
  await expect(page.getByText("2 reports are decided.")).toBeVisible();
  expect(await states()).toEqual(["rejected", "rejected", "submitted"]);
  await page.getByLabel("Why, for each author").fill("These were the wrong ones.");
  await page.getByRole("button", { name: "Take back these 2 decisions" }).click();
  await expect(page.getByText("2 decisions are taken back, and the reports wait again.")).toBeVisible();
  expect(await states()).toEqual(["submitted", "submitted", "submitted"]);
  await context.close();
});
