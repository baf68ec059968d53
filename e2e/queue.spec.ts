import type { Page } from "@playwright/test";
import { makeWaitingReports } from "../db/factories";
import { findReport } from "../db/queries/reports";
import { signInAgain, signInAs, withDatabase } from "./sign-in-as";
import { expect, test } from "./test";

/** How many Tabs it takes from where the focus is to what has this name. */
async function tabsTo(page: Page, name: string): Promise<number> {
  for (let tabs = 1; tabs <= 40; tabs += 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => document.activeElement?.textContent ?? "");
    if (here.trim() === name) return tabs;
  }
  return Number.POSITIVE_INFINITY;
}

test("by keyboard alone: approval in ten Tabs, or by two keys once they are switched on", async ({
  page,
  context,
}) => {
  await signInAs(context, "moderator");
  const { town, ids } = await withDatabase((db) => makeWaitingReports(db, 3));
  await page.goto(`/moderation?q=${town}`);
  await page.getByRole("button", { name: "Take the next report" }).click();
  await expect(page.getByText("Report 1 of 10")).toBeVisible();
  expect(page.url()).toContain(ids[0]);
  // From the top of the page: past the masthead, to the decision, what is decided, why, and the button.
  await page.reload();
  let tabs = await tabsTo(page, "Skip to the main text");
  await page.keyboard.press("Enter");
  tabs += await tabsTo(page, "Skip the links of your account");
  await page.keyboard.press("Enter");
  tabs += await tabsTo(page, "Go to the decision");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("radio", { name: "Approve and publish" })).toBeChecked();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("I read the register, and it says so.");
  tabs += 3 + (await tabsTo(page, "Decide and take the next: approve and publish"));
  expect(tabs).toBeLessThanOrEqual(10);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Report 2 of 10")).toBeVisible();
  expect(page.url()).toContain(ids[1]);
  await expect(page.getByText("Your decision is saved.")).toBeVisible();

  await page.keyboard.press("a");
  await expect(page.getByRole("radio", { name: "Approve and publish" })).not.toBeChecked();
  await page.getByText("Keys", { exact: true }).click();
  await page.getByLabel("Use single keys").check();
  await page.getByText("Keys", { exact: true }).focus();
  await page.keyboard.press("a");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Report 3 of 10")).toBeVisible();
  // Letters that are typed are typed.
  await page.getByLabel("Your reason, for the author").fill("");
  await page.getByLabel("Your reason, for the author").pressSequentially("axe");
  await expect(page.getByLabel("Your reason, for the author")).toHaveValue("axe");
  await expect(page.getByRole("radio", { name: "Do not accept" })).not.toBeChecked();
  await page.getByRole("link", { name: "Stop and go to the queue" }).click();
  // The panel is drawn once scripts have taken the page over.
  await expect(page.getByText("Keys", { exact: true })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByText("Use single keys")).toBeVisible();
});

test("without scripts: a view is searched, kept and worked through", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signInAs(context, "moderator");
  const page = await context.newPage();
  const { town, ids } = await withDatabase((db) => makeWaitingReports(db, 2));
  await page.goto("/moderation?lane=new");
  await page.getByText("Search and filter").click();
  await page.getByLabel("Words").fill(town);
  await page.getByRole("button", { name: "Show these" }).click();
  await expect(page.getByText("2 reports", { exact: true })).toBeVisible();
  await expect(page.getByText("The provider is new to the map").first()).toBeVisible();
  await page.getByRole("link", { name: "by account" }).click();
  await expect(page.getByRole("link", { name: "Account 1" })).toBeVisible();
  await page.getByRole("link", { name: "one by one" }).click();
  await page.getByText("Views you keep").click();
  await page.getByLabel("Name for this view").fill(town);
  await page.getByRole("button", { name: "Keep this view" }).click();
  // Complaints are sifted by the same form, and the views are kept there too.
  await page.goto("/moderation?lane=complaints");
  await page.getByRole("link", { name: "by what is wrong" }).click();
  await expect(page.getByRole("link", { name: "by what is wrong" })).toHaveAttribute("aria-current", "true");
  await page.getByText("Search and filter").click();
  await expect(page.getByLabel("Who holds it")).toHaveCount(0);
  await page.getByLabel("Words").fill(town);
  await page.getByRole("button", { name: "Show these" }).click();
  await expect(page.getByText("No complaint that waits fits this search.")).toBeVisible();
  await page.getByRole("link", { name: town, exact: true }).click();
  await page.getByRole("button", { name: "Take the next report" }).click();
  expect(page.url()).toContain(ids[0]);
  await page.getByLabel("Kind of care: Comment to the author").fill("Thank you.");
  await page.getByRole("radio", { name: "Do not accept" }).check();
  await page.getByLabel("Your reason, for the author").fill("The source is about another town.");
  await page.getByRole("button", { name: "Decide and take the next" }).click();
  await expect(page.getByText("Report 2 of 10")).toBeVisible();
  expect(page.url()).toContain(ids[1]);
  await page.getByRole("button", { name: "Give it back and take the next" }).click();
  await expect(page.getByText("no other report of this view is free")).toBeVisible();
  await page.getByRole("link", { name: "The report that you decided last" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(town);
  // Their authors, on the same: one asks for another moderator, the other withdraws what waits and is asked first.
  const [decided = "", waiting = ""] = ids;
  for (const id of [decided, waiting]) {
    const { authorId = "" } = (await withDatabase((db) => findReport(db, id))) ?? {};
    await signInAgain(context, authorId);
    await page.goto(`/reports/${id}`);
    if (id === waiting) break;
    await page.getByLabel("Why the decision is wrong").fill("The source names the town in its second line.");
    await page.getByRole("button", { name: "Ask for another moderator" }).click();
    await expect(page.getByRole("button", { name: "Ask for another moderator" })).toHaveCount(0);
  }
  await page.getByRole("link", { name: "Withdraw the report" }).click();
  await expect(page.getByText("No moderator will decide on it.")).toBeVisible();
  await page.getByRole("button", { name: "Yes, withdraw it" }).click();
  await expect(page.getByText("You withdrew this report.")).toBeVisible();
  const states = await withDatabase((db) => Promise.all(ids.map((id) => findReport(db, id))));
  expect(states.map((row) => [row?.state, row?.lane])).toEqual([
    ["submitted", "appeals"],
    ["withdrawn", null],
  ]);
  await context.close();
});
