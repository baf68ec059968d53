import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { makeProposal, makeReport } from "../db/factories";
import { sessions } from "../db/schema/campaigners";
import type { Role } from "../domain/actor";
import { failsThenGoes, losesTheAnswer, told, unreachable } from "./lost-network";
import { fillReport, keptReport } from "./report-steps";
import { signInAgain, signInAs, withDatabase } from "./sign-in-as";
import { expect, test } from "./test";

const REASON = "The source is about another town.";

async function waitingReport(authorId?: string): Promise<string> {
  const placeName = `Clinic ${randomUUID().slice(0, 8)}`;
  const proposal = makeProposal({ placeName, postcode: "", town: "Nowhere-on-Sea" });
  const { id } = await withDatabase((db) =>
    makeReport(db, { title: placeName, ...(authorId ? { authorId } : {}) }, proposal),
  );
  return id;
}

async function signedIn(browser: Browser, role: Role) {
  const context = await browser.newContext();
  const who = await signInAs(context, role);
  return { context, page: await context.newPage(), who };
}

/** The moderator's page of a report they hold. */
async function held(page: Page, id: string): Promise<void> {
  await page.goto(`/moderation/${id}`);
  await page.getByRole("button", { name: "Take it", exact: true }).click();
  await expect(page.getByText(/You hold this until/)).toBeVisible();
}

test("a report survives a lost network, on each page of the form and on its edit, and then goes", async ({
  browser,
}) => {
  const { context, page } = await signedIn(browser, "campaigner");
  const place = `Clinic ${randomUUID().slice(0, 8)}`;
  await page.goto("/reports/new");
  const find = page.getByLabel("Name of the place, or its postcode");
  await find.fill("Not yet");
  await failsThenGoes(context, page, "Continue", () => expect(find).toHaveValue("Not yet"));
  await page.waitForURL(/choose=yes/);
  await page.goBack();
  // On each page nothing gets through at first. What was typed there is sent by the same button once something does.
  await fillReport(page, place, "A provider", "", async (button) => {
    await context.setOffline(true);
    await page.getByRole("button", { name: button, exact: true }).click();
    await expect(told(page)).toContainText(unreachable);
    await context.setOffline(false);
  });
  await failsThenGoes(context, page, "Send the report", async () => {
    await expect(page.getByLabel("I wrote this myself")).toBeChecked();
  });
  await expect(page.getByText("Waiting for a moderator")).toBeVisible();
  await page.getByLabel("Postcode", { exact: true }).fill("CA1 1EB");
  await failsThenGoes(context, page, "Save the changes", () =>
    expect(page.getByLabel("Postcode", { exact: true })).toHaveValue("CA1 1EB"),
  );
  await expect(page.getByText("Earlier versions")).toBeVisible();
  // Stored, so nothing is put back.
  await page.goto("/reports/new");
  await expect(page.getByLabel("Name of the place")).toHaveValue("");
  await context.close();
});

test("a hold, a message and a decision survive a lost network", async ({ browser }) => {
  const other = await signedIn(browser, "moderator");
  const { context, page } = await signedIn(browser, "moderator");
  const id = await waitingReport();
  await held(other.page, id);
  await page.goto(`/moderation/${id}`);
  const note = page.getByLabel("Why you take it over");
  await note.fill("Agreed by telephone");
  await failsThenGoes(context, page, "Take it over", () => expect(note).toHaveValue("Agreed by telephone"));
  await expect(page.getByText(/You hold this until/)).toBeVisible();
  const message = page.getByLabel("Write to the person who sent it");
  await message.fill("Which building is it?");
  await failsThenGoes(context, page, "Send the message", () =>
    expect(message).toHaveValue("Which building is it?"),
  );
  await expect(page.getByText("Which building is it?")).toHaveCount(1);
  await expect(message).toHaveValue("");
  await page.getByLabel("Kind of care: Comment to the author").fill("Are you sure?");
  await page.getByRole("radio", { name: "Do not accept" }).check();
  await page.getByLabel("Your reason, for the author").fill(REASON);
  await failsThenGoes(context, page, "Decide: do not accept", async () => {
    await expect(page.getByLabel("Kind of care: Comment to the author")).toHaveValue("Are you sure?");
    await expect(page.getByRole("radio", { name: "Do not accept" })).toBeChecked();
    await expect(page.getByLabel("Your reason, for the author")).toHaveValue(REASON);
  });
  await expect(page.getByText("Not accepted", { exact: true }).first()).toBeVisible();
  await context.close();
  await other.context.close();
});

test("an import survives a lost network, its file included", async ({ browser }) => {
  test.slow(); // the tables of postcodes and areas are read first
  const { context, page } = await signedIn(browser, "admin");
  await page.goto("/admin/imports/new");
  const name = `Harbours ${randomUUID()}`;
  await page.getByLabel("What this import is").fill(name);
  const list = `Place,Town,Kind of care,Provider\n${name},Whitehaven,eye care,Harbour Eyes Ltd\n`;
  await page
    .getByLabel("The file")
    .setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await page.getByLabel("Title of the document").fill("Harbours of Cumbria");
  await page.getByLabel("Who published it").fill("Harbour campaign");
  await page.getByLabel("Date of the document").fill("2026-04");
  await failsThenGoes(context, page, "Read it and show the preview", () =>
    expect(page.getByLabel("What this import is")).toHaveValue(name),
  );
  await expect(page).toHaveURL(/\/admin\/imports\/[0-9a-f-]{36}/, { timeout: 60_000 });
  await context.close();
});

test("keeping a report for longer and sending a message leave a typed decision alone", async ({
  browser,
}) => {
  const { context, page } = await signedIn(browser, "moderator");
  await held(page, await waitingReport());
  await page.getByRole("radio", { name: "Approve and publish" }).check();
  await page.getByLabel("Your reason, for the author").fill(REASON);
  await page.getByText("Who runs it: Publish this instead").click();
  await page.getByLabel("Name of the organisation").fill("Another provider");
  await page.getByLabel("Who runs it: Your verdict").selectOption("change");
  const untouched = async () => {
    await expect(page.getByRole("radio", { name: "Approve and publish" })).toBeChecked();
    await expect(page.getByLabel("Your reason, for the author")).toHaveValue(REASON);
    await expect(page.getByLabel("Name of the organisation")).toHaveValue("Another provider");
    await expect(page.getByLabel("Who runs it: Your verdict")).toHaveValue("change");
  };
  await page.getByRole("button", { name: "Keep it for longer" }).click();
  await expect(page.getByText("kept for longer")).toHaveCount(1);
  await untouched();
  await page.getByLabel("Write to the person who sent it").fill("Which building is it?");
  await page.getByRole("button", { name: "Send the message" }).click();
  await expect(page.getByText("Which building is it?")).toBeVisible();
  await untouched();
  await context.close();
});

test("an expired session costs nothing: signed in again, the same form is sent", async ({ browser }) => {
  const { context, page, who } = await signedIn(browser, "moderator");
  const id = await waitingReport();
  await held(page, id);
  await page.getByRole("radio", { name: "Do not accept" }).check();
  await page.getByLabel("Your reason, for the author").fill(REASON);
  await withDatabase((db) => db.delete(sessions).where(eq(sessions.campaignerId, who.id)));
  await page.getByRole("button", { name: "Decide" }).click();
  await expect(told(page).getByRole("link", { name: "Sign in (opens in a new tab)" })).toBeVisible();
  await expect(page.getByLabel("Your reason, for the author")).toHaveValue(REASON);
  // Back to this page through the sign-in page: what was typed is put back there.
  await signInAgain(context, who.id);
  await page.goto(`/moderation/${id}`);
  await expect(page.getByText("We put back what you typed here earlier.")).toBeVisible();
  await expect(page.getByLabel("Your reason, for the author")).toHaveValue(REASON);
  await expect(page.getByRole("radio", { name: "Do not accept" })).toBeChecked();
  // Stored, and its answer is lost: pressed again it says who was first, and nothing is decided twice.
  await losesTheAnswer(page, `**/moderation/${id}**`, "Decide: do not accept");
  await page.getByRole("button", { name: "Try again" }).dblclick();
  await expect(told(page)).toContainText("You did this first, a moment ago. It is now: not accepted.");
  await expect(page.getByLabel("Your reason, for the author")).toHaveValue(REASON);
  await page.reload();
  await expect(page.getByText("Not accepted", { exact: true }).first()).toBeVisible();
  await context.close();
});

test("what was typed is there after the page was left, until somebody removes it or signs out", async ({
  browser,
}) => {
  const { context, page } = await signedIn(browser, "campaigner");
  await page.goto("/reports/new");
  const sources = `/reports/new/source?draft=${await keptReport()}`;
  await page.goto(sources);
  await page.getByText("A further source (optional)").first().click();
  await page.getByLabel("What it says about this service").nth(1).fill("A sign at the door.");
  await page.goto("/reports/new");
  await page.getByLabel("Name of the place").fill("A half-remembered clinic");
  await page.goto(sources);
  await expect(page.getByLabel("What it says about this service").nth(1)).toBeVisible();
  await page.goto("/reports/new");
  await expect(page.getByLabel("Name of the place")).toHaveValue("A half-remembered clinic");
  await page.getByRole("button", { name: "Remove what I typed" }).click();
  await expect(page.getByLabel("Name of the place")).toHaveValue("");
  await page.reload();
  await expect(page.getByLabel("Name of the place")).toHaveValue("");
  await page.getByLabel("Name of the place").fill("A private matter");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.goto("/reports/new");
  await expect(page.getByLabel("Name of the place")).toHaveValue("");
  await context.close();
});

for (const javaScriptEnabled of [true, false]) {
  test(`what is written under “Publish this instead” is never dropped, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    await signInAs(context, "moderator");
    const page = await context.newPage();
    await held(page, await waitingReport());
    // Of its own: a provider that a journey beside this one has published is a likely twin.
    const another = `Another provider ${randomUUID().slice(0, 8)}`;
    const verdict = page.getByLabel("Who runs it: Your verdict");
    await page.getByText("Who runs it: Publish this instead").click();
    await page.getByLabel("Name of the organisation").fill(another);
    if (javaScriptEnabled) {
      await expect(verdict).toHaveValue("change");
      await expect(page.getByText("Your verdict is now “Publish with my change”.")).toBeVisible();
      await verdict.selectOption("refuse"); // on purpose, and yet
    }
    await page.getByRole("radio", { name: "Approve and publish" }).check();
    await page.getByLabel("Your reason, for the author").fill(REASON);
    if (!javaScriptEnabled) {
      await page.getByRole("button", { name: "Keep it for longer, with what I typed" }).click();
      await expect(page.getByText("kept for longer")).toHaveCount(1);
      await expect(page.getByLabel("Your reason, for the author")).toHaveValue(REASON);
    }
    await page.getByRole("button", { name: "Decide" }).click();
    if (javaScriptEnabled) {
      await expect(
        page.getByRole("alert").getByRole("link", { name: /Who runs it: you wrote something else/ }),
      ).toBeVisible();
      await expect(page.getByLabel("Name of the organisation")).toHaveValue(another);
      await expect(page.getByLabel("Your reason, for the author")).toHaveValue(REASON);
      await verdict.selectOption("accept"); // what is written is its verdict all the same
      await page.getByRole("button", { name: "Decide" }).click();
    }
    await expect(page.getByText(/Approved/).first()).toBeVisible();
    await expect(page.getByText("Who runs it: changed")).toBeVisible();
    await context.close();
  });
}

test("a hold that ran out says so on a page that stands open, and is never said to go on", async ({
  browser,
}) => {
  const { context, page } = await signedIn(browser, "moderator");
  await page.clock.install();
  await held(page, await waitingReport());
  await expect(page.getByText(/more minutes?/)).toHaveCount(0);
  await page.clock.fastForward("31:00");
  await expect(page.getByText(/Your hold ran out at \d\d:\d\d\./)).toBeVisible();
  await expect(page.getByText(/You hold this until/)).toHaveCount(0);
  await context.close();
});

test("two sends of one report are one: pressed twice, and sent again after the answer was lost", async ({
  browser,
}) => {
  const { context, page } = await signedIn(browser, "campaigner");
  const place = `Clinic ${randomUUID().slice(0, 8)}`;
  await page.goto("/reports/new");
  await fillReport(page, place, "A provider");
  await page.getByRole("button", { name: "Send the report" }).dblclick();
  await expect(page.getByText("Waiting for a moderator")).toBeVisible();
  const other = `Clinic ${randomUUID().slice(0, 8)}`;
  await page.goto("/reports/new");
  await fillReport(page, other, "A provider");
  await losesTheAnswer(page, "**/reports/new/review**", "Send the report");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Waiting for a moderator")).toBeVisible();
  await page.goto("/reports");
  await expect(page.getByRole("link", { name: place })).toHaveCount(1);
  await expect(page.getByRole("link", { name: other })).toHaveCount(1);
  await context.close();
});
