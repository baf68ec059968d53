import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { fillReport, servicesInCarlisle, TYPED_SOURCE } from "./report-steps";
import { signInAs } from "./sign-in-as";
import { expect, test } from "./test";

async function signInByMail(page: Page): Promise<string> {
  const email = `volunteer-${randomUUID()}@example.org`;
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a sign-in link" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Check your email" })).toBeVisible();
  await expect(page.getByText("Your report is saved, but not sent yet.")).toBeVisible();
  await page.goto("/outbox");
  const mail = page.getByRole("article").filter({ hasText: `To: ${email}` });
  await expect(mail.getByText("Your report is saved, but not sent yet")).toBeVisible();
  await mail.getByRole("link", { name: /sign-in\/confirm/ }).click();
  await page.getByRole("button", { name: "Sign in" }).click();
  return email;
}

// One after the other: both count the services of one constituency before and after.
test.describe.configure({ mode: "default" });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a report is begun, survives signing in, is sent back, sent again, approved and public at once", async ({
      page,
      browser,
    }) => {
      test.slow(); // a whole story of three people
      const mark = randomUUID().slice(0, 8);
      const place = `SpaMedica Carlisle ${mark}`;
      const provider = `SpaMedica ${mark}`;
      // The town alone does not say which constituency: the boundary is 1.5 km from its centre.
      const postcode = javaScriptEnabled ? "CA2 7HY" : "CA1 1EB";

      // Begun signed out: errors keep what was typed, and no cookie is set.
      await page.goto("/reports/new?area=constituency/carlisle");
      await page.getByLabel("Name of the place").fill(place);
      await page.getByRole("button", { name: "Sign in and send" }).click();
      await expect(page.getByRole("alert").getByRole("link", { name: /Kind of care/ })).toBeVisible();
      await expect(page.getByLabel("Name of the place")).toHaveValue(place);
      await fillReport(page, place, provider);
      await page.getByRole("button", { name: "Sign in and send" }).click();
      expect(await page.context().cookies()).toEqual([]);
      await expect(page.getByText("Your report is saved. Enter your email to send it.")).toBeVisible();

      const email = await signInByMail(page);
      await expect(page.getByText("Your report is saved, not sent yet")).toBeVisible();
      await expect(page.getByLabel("Name of the place")).toHaveValue(place);
      await expect(page.getByLabel("Kind of care")).toHaveValue("eye-care");
      await expect(page.getByLabel("I wrote this myself")).toBeChecked();
      await page.getByRole("button", { name: "Send the report" }).click();
      await expect(page.getByText("Waiting for a moderator")).toBeVisible();
      const reportPath = new URL(page.url()).pathname;

      // A moderator takes it and asks for changes.
      const desk = await browser.newContext({ javaScriptEnabled });
      await signInAs(desk, "moderator");
      const moderator = await desk.newPage();
      await moderator.goto("/moderation");
      await expect(moderator.getByRole("main")).not.toContainText(email);
      await moderator.getByRole("link", { name: `Eye care at ${place}` }).click();
      await moderator.getByRole("button", { name: "Take it" }).click();
      await expect(moderator.getByText(/You hold this until/)).toBeVisible();
      await moderator.getByLabel("Where: Comment to the author").fill("Which building?");
      await moderator.getByRole("radio", { name: "Ask for changes" }).check();
      await moderator.getByLabel("Your reason, for the author").fill("Please say where in the town it is.");
      await moderator.getByRole("button", { name: "Decide" }).click();
      await expect(moderator.getByText("Changes asked for", { exact: true }).first()).toBeVisible();

      // The author is mailed, reads why, and sends it again.
      await page.goto("/outbox");
      const mails = page.getByRole("article").filter({ hasText: `To: ${email}` });
      await expect(mails.filter({ hasText: "Please say where in the town it is." })).toHaveCount(1);
      await page.goto(reportPath);
      await expect(page.getByText("Please say where in the town it is.")).toBeVisible();
      await expect(page.getByText("Which building?")).toBeVisible();
      await page.getByLabel("Postcode", { exact: true }).fill(postcode);
      await page.getByLabel("I wrote this myself").check();
      await page.getByRole("button", { name: "Send it again" }).click();
      await expect(page.getByText("Waiting for a moderator")).toBeVisible();
      await expect(page.getByText("Earlier versions")).toBeVisible();

      // The moderator approves; a visitor who is signed out sees one more at once.
      const before = await servicesInCarlisle(browser);
      await moderator.reload();
      await moderator.getByRole("button", { name: "Take it" }).click();
      await moderator.getByRole("radio", { name: "Approve and publish" }).check();
      await moderator.getByLabel("Your reason, for the author").fill("Thank you, the file does list it.");
      await moderator.getByRole("button", { name: "Decide" }).click();
      await expect(moderator.getByText("Approved and published")).toBeVisible();
      const after = await servicesInCarlisle(browser);
      expect(after.count).toBe(before.count + 1);
      expect(after.text).toContain(place);

      await page.goto(reportPath);
      await page.getByRole("link", { name: `Eye care at ${place}` }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText(place);
      await expect(page.getByRole("link", { name: TYPED_SOURCE.title }).first()).toBeVisible();
      await desk.close();
    });
  });
}

test("a draft is kept, changed and thrown away", async ({ page }) => {
  await signInAs(page.context(), "campaigner");
  await page.goto("/reports/new");
  await page.getByLabel("Name of the place").fill("A half-remembered clinic");
  await page.getByRole("button", { name: "Save as a draft" }).click();
  await expect(page.getByText("The draft is saved.")).toBeVisible();
  await page.goto("/reports");
  await page.getByRole("link", { name: "A half-remembered clinic" }).click();
  await expect(page.getByLabel("Name of the place")).toHaveValue("A half-remembered clinic");
  await page.getByRole("button", { name: "Throw the draft away" }).click();
  await expect(page.getByText("You have not sent a report yet.")).toBeVisible();
});

test("nobody reads somebody else's report", async ({ page, browser }) => {
  await signInAs(page.context(), "campaigner");
  await page.goto("/reports/new");
  await fillReport(page, "A private matter", "A provider");
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByText("Waiting for a moderator")).toBeVisible();
  const path = new URL(page.url()).pathname;
  const stranger = await browser.newContext();
  await signInAs(stranger, "campaigner");
  const other = await stranger.newPage();
  expect((await other.goto(path))?.status()).toBe(404);
  expect((await other.goto("/moderation"))?.status()).toBe(404);
  expect((await other.goto("/admin/audit"))?.status()).toBe(404);
  await stranger.close();
});
