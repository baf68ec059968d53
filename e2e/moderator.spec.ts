import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { makeProposal, makeReport } from "../db/factories";
import type { Role } from "../domain/actor";
import { enterAt, seesFocus, tabTo } from "./keys";
import { signInAs, type TestCampaigner, withDatabase } from "./sign-in-as";
import { expect, test } from "./test";

/** A report that waits, about a place and provider of its own; its author is somebody nobody else uses. */
async function waitingReport(given: { authorId?: string; providerName?: string } = {}) {
  const placeName = `Clinic ${randomUUID().slice(0, 8)}`;
  const providerName = given.providerName ?? `Provider ${randomUUID().slice(0, 8)}`;
  const proposal = makeProposal({ placeName, providerName, postcode: "", town: "Nowhere-on-Sea" });
  const author = given.authorId ? { authorId: given.authorId } : {};
  const { id } = await withDatabase((db) =>
    makeReport(db, { title: `Eye care at ${placeName}`, ...author }, proposal),
  );
  return { id, placeName };
}

async function signedIn(
  browser: Browser,
  role: Role,
): Promise<{ page: Page; context: BrowserContext; who: TestCampaigner }> {
  const context = await browser.newContext();
  const who = await signInAs(context, role);
  return { page: await context.newPage(), context, who };
}

async function decide(page: Page, decision: string, reason: string): Promise<void> {
  await page.getByRole("radio", { name: decision }).check();
  await page.getByLabel("Your reason, for the author").fill(reason);
  await page.getByRole("button", { name: "Decide" }).click();
}

test("two moderators at once: the second is told who was first and what they did, takes it over and passes it on", async ({
  browser,
}) => {
  const { id } = await waitingReport();
  const anna = await signedIn(browser, "moderator");
  const bert = await signedIn(browser, "moderator");
  await anna.page.goto(`/moderation/${id}`);
  await bert.page.goto(`/moderation/${id}`);
  await anna.page.getByRole("button", { name: "Take it" }).click();
  await expect(anna.page.getByText(/You hold this until/)).toBeVisible();
  await bert.page.getByRole("button", { name: "Take it" }).click();
  const handle = anna.who.id.replaceAll("-", "").slice(-4);
  const told = bert.page.getByRole("main").getByRole("alert");
  await expect(told).toContainText(`Moderator ${handle} did this first`);
  await expect(told).toContainText("taken");
  await bert.page.reload();
  await expect(bert.page.getByText(new RegExp(`Moderator ${handle} holds this until`))).toBeVisible();
  await bert.page.getByLabel("Why you take it over").fill("Agreed by telephone");
  await bert.page.getByRole("button", { name: "Take it over" }).click();
  await expect(bert.page.getByText(/You hold this until/)).toBeVisible();
  await expect(bert.page.getByText("Agreed by telephone")).toBeVisible();
  // And hands it on to a colleague, who finds it held and why.
  const carol = await signedIn(browser, "moderator");
  const carolsHandle = carol.who.id.replaceAll("-", "").slice(-4);
  await bert.page.reload();
  await bert.page.getByText("Pass it on").first().click();
  await bert.page.getByLabel("To whom").selectOption({ label: `Moderator ${carolsHandle}` });
  await bert.page.getByLabel("Note (optional)").fill("You know that town");
  await bert.page.getByRole("button", { name: "Pass it on" }).click();
  await expect(bert.page.getByText(new RegExp(`Moderator ${carolsHandle} holds this until`))).toBeVisible();
  await carol.page.goto(`/moderation/${id}`);
  await expect(carol.page.getByText(/You hold this until/)).toBeVisible();
  await expect(carol.page.getByText("You know that town")).toBeVisible();
  await carol.context.close();
  await anna.context.close();
  await bert.context.close();
});

test("a decision without a reason is not taken, and nothing typed is lost", async ({ browser }) => {
  const { id } = await waitingReport();
  const { page, context } = await signedIn(browser, "moderator");
  await page.goto(`/moderation/${id}`);
  await page.getByRole("button", { name: "Take it" }).click();
  await page.getByLabel("Kind of care: Comment to the author").fill("Are you sure?");
  await decide(page, "Do not accept", "No.");
  await expect(page.getByRole("alert").getByRole("link", { name: /Say why/ })).toBeVisible();
  await expect(page.getByLabel("Kind of care: Comment to the author")).toHaveValue("Are you sure?");
  await expect(page.getByRole("radio", { name: "Do not accept" })).toBeChecked();
  await decide(page, "Do not accept", "The source is about another town.");
  await expect(page.getByText("Not accepted", { exact: true }).first()).toBeVisible();
  await context.close();
});

test("“same as this” is one press, and sends the comments that were typed; the button says what it will do", async ({
  browser,
}) => {
  const { placeName } = await waitingReport();
  const proposal = makeProposal({
    placeName,
    providerName: "Okapi Ltd",
    postcode: "",
    town: "Nowhere-on-Sea",
  });
  const { id } = await withDatabase((db) => makeReport(db, { title: `Again ${placeName}` }, proposal));
  const { page, context } = await signedIn(browser, "moderator");
  await page.goto(`/moderation/${id}`);
  await page.getByRole("button", { name: "Take it" }).click();
  const button = page.getByRole("button", { name: "Decide" });
  await expect(button).toHaveText("Decide");
  await page.getByRole("radio", { name: "Do not accept" }).check();
  await expect(button).toHaveText("Decide: do not accept");
  await page.reload();
  await expect(button).toHaveText("Decide: do not accept");
  const reason = page.getByLabel("Your reason, for the author");
  await page.getByLabel("Kind of care: Comment to the author").fill("It is an eye clinic.");
  await reason.fill("No.");
  await page.getByRole("button", { name: "Same as this report: " }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: /Say why/ })).toBeVisible();
  await reason.fill("");
  await page.getByRole("button", { name: "Same as this report: " }).click();
  await expect(page.getByText("Same as another entry", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("It is an eye clinic.")).toBeVisible();
  const decided = page.locator("#decisions");
  await expect(decided.getByText("Another report about the same service was waiting already.")).toBeVisible();
  await context.close();
});

test("somebody signed out meanwhile is shown the way back in, and keeps what was typed", async ({
  browser,
}) => {
  const { id } = await waitingReport();
  const { page, context } = await signedIn(browser, "moderator");
  await page.goto(`/moderation/${id}`);
  await page.getByRole("button", { name: "Take it" }).click();
  await page.getByLabel("Your reason, for the author").fill("The source is about another town.");
  await context.clearCookies();
  await page.getByRole("button", { name: "Decide" }).click();
  const link = page
    .getByRole("main")
    .getByRole("alert")
    .getByRole("link", { name: "Sign in (opens in a new tab)" });
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(link).toHaveAttribute("href", `/sign-in?callbackUrl=%2Fmoderation%2F${id}`);
  await expect(page.getByLabel("Your reason, for the author")).toHaveValue(
    "The source is about another town.",
  );
  await context.close();
});

test("a rule asks for two, and the first cannot be the second", async ({ browser }) => {
  const { id } = await waitingReport({ providerName: "Dr A. Example" });
  const first = await signedIn(browser, "moderator");
  await first.page.goto(`/moderation/${id}`);
  await expect(first.page.getByText(/may be a person’s/)).toBeVisible();
  await first.page.getByRole("button", { name: "Take it" }).click();
  await decide(first.page, "Approve and publish", "The register names the contractor.");
  await expect(first.page.getByText("You approved this yourself.")).toBeVisible();
  const second = await signedIn(browser, "moderator");
  await second.page.goto(`/moderation/${id}`);
  await second.page.getByLabel("Your reason, for the author").first().fill("I read the register as well.");
  await second.page.getByRole("button", { name: "Confirm and publish" }).click();
  await expect(second.page.getByText("Approved and published")).toBeVisible();
  await first.context.close();
  await second.context.close();
});

test("nobody is offered their own report; an admin sees nothing else of its author", async ({ browser }) => {
  const own = await signedIn(browser, "moderator");
  const { id } = await waitingReport({ authorId: own.who.id });
  await own.page.goto(`/moderation/${id}`);
  await expect(own.page.getByText("This is your own report.")).toBeVisible();
  await expect(own.page.getByRole("button", { name: "Take it" })).toHaveCount(0);
  const admin = await signedIn(browser, "admin");
  await admin.page.goto(`/moderation/${id}`);
  await expect(admin.page.getByRole("main")).not.toContainText(own.who.email);
  await admin.page.goto("/admin/audit");
  await expect(admin.page.getByRole("table")).toBeVisible();
  await own.context.close();
  await admin.context.close();
});

test("a trusted campaigner reviews by keyboard alone, without seeing who sent it", async ({ browser }) => {
  const author = await signedIn(browser, "campaigner");
  const { id } = await waitingReport({ authorId: author.who.id });
  const { page, context } = await signedIn(browser, "trusted-campaigner");
  await page.goto(`/reports/${id}`);
  await expect(page.getByRole("main")).not.toContainText(author.who.email);
  await tabTo(page, page.getByRole("radio", { name: "It is right: I checked it" }));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByLabel("How you know"));
  await page.keyboard.type("I called the reception there.");
  const send = page.getByRole("button", { name: "Send the review" });
  await enterAt(page, send);
  // What is missing is told where the focus is then, and what was typed is there.
  await seesFocus(page.locator("main :focus"));
  await expect(page.getByLabel("How you know")).toHaveValue("I called the reception there.");
  await tabTo(page, page.getByLabel("Your source"));
  await page.keyboard.type("The reception, by telephone");
  await enterAt(page, send);
  await expect(page.getByText("You have reviewed this version.")).toBeVisible();
  await expect(page.getByRole("region", { name: "What you said of this report" })).toContainText(
    "I called the reception there.",
  );
  await author.context.close();
  await context.close();
});

test("a moderator finds the queue from the sign-in page; a campaigner is shown no such way", async ({
  browser,
}) => {
  const moderator = await signedIn(browser, "moderator");
  await moderator.page.goto("/sign-in");
  const bar = moderator.page.getByRole("navigation", { name: "Your account" });
  await expect(bar.getByRole("link", { name: "Audit" })).toHaveCount(0);
  await bar.getByRole("link", { name: "Moderation" }).click();
  await expect(moderator.page.getByRole("heading", { level: 1, name: "Moderation" })).toBeVisible();
  await expect(bar.getByRole("link", { name: "My reports" })).toBeVisible();
  const campaigner = await signedIn(browser, "campaigner");
  await campaigner.page.goto("/sign-in");
  await expect(campaigner.page.getByRole("link", { name: "My reports" })).toBeVisible();
  await expect(campaigner.page.locator('a[href*="moderation"], a[href*="audit"]')).toHaveCount(0);
  // Nor is what they find by guessing there for them.
  const { id } = await waitingReport();
  for (const path of [`/reports/${id}`, "/moderation", "/admin/audit"])
    expect((await campaigner.page.goto(path))?.status()).toBe(404);
  await moderator.context.close();
  await campaigner.context.close();
});

test("without scripts: a form that is gone when the answer comes gives back what was typed", async ({
  browser,
}) => {
  const { id } = await waitingReport();
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signInAs(context, "moderator");
  const page = await context.newPage();
  await page.goto(`/moderation/${id}`);
  await page.getByRole("button", { name: "Take it" }).click();
  await page.getByLabel("Kind of care: Comment to the author").fill("Are you sure?");
  await page.getByLabel("Your reason, for the author").fill("The source is about another town.");
  const other = await signedIn(browser, "moderator");
  await other.page.goto(`/moderation/${id}`);
  await other.page.getByLabel("Why you take it over").fill("Agreed by telephone");
  await other.page.getByRole("button", { name: "Take it over" }).click();
  await expect(other.page.getByText(/You hold this until/)).toBeVisible();
  await page.getByRole("radio", { name: "Do not accept" }).check();
  await page.getByRole("button", { name: "Decide" }).click();
  await expect(page.getByRole("button", { name: "Decide" })).toHaveCount(0);
  const told = page.getByRole("main").getByRole("alert");
  await expect(told).toHaveCount(1);
  await expect(told).toContainText("This is what you wrote");
  await expect(told).toContainText("The source is about another town.");
  await expect(told).toContainText("Are you sure?");
  await context.close();
  await other.context.close();
});
