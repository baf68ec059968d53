import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { hand, secondsOf } from "./hand";
import { fillReport, goOn, keptReport, servicesInCarlisle, TYPED_SOURCE } from "./report-steps";
import { signInAs } from "./sign-in-as";
import { expect, test } from "./test";

async function signInByMail(page: Page): Promise<string> {
  const email = `volunteer-${randomUUID()}@example.org`;
  await page.getByLabel("Email address").fill(email);
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
      await page.getByLabel("Name of the place").fill("S");
      await page.getByRole("button", { name: "Continue" }).click();
      await expect(page.getByRole("alert").getByRole("link", { name: /this is too short/ })).toBeVisible();
      await expect(page.getByLabel("Name of the place")).toHaveValue("S");
      expect(await fillReport(page, place, provider), "pages").toBeLessThanOrEqual(8);
      await page.getByRole("button", { name: "Sign in and send" }).click();
      expect(await page.context().cookies()).toEqual([]);
      await expect(page.getByText("Your report is saved. Enter your email to send it.")).toBeVisible();

      const email = await signInByMail(page);
      await expect(page.getByText("Your report is saved, not sent yet")).toBeVisible();
      await expect(page.getByRole("region", { name: "Your answers" })).toContainText(`${place}, Carlisle`);
      await expect(page.getByRole("region", { name: "What will be public" })).toContainText(
        `Eye care at ${place}`,
      );
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
      // The queue shows 25, the oldest first; others that run beside this one leave reports in it.
      await moderator.getByText("Search and filter").click();
      await moderator.getByLabel("Words").fill(mark);
      await moderator.getByRole("button", { name: "Show these" }).click();
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
      await expect(page.getByText("A moderator asks: Which building?")).toBeVisible();
      await page.getByLabel("Your answer about “Where”").fill("The one beside the car park.");
      await page.getByLabel("Postcode", { exact: true }).fill(postcode);
      await expect(page.getByText(/You agreed on .* under the licence/)).toBeVisible();
      await page.getByRole("button", { name: "Send it again" }).click();
      await expect(page.getByText("Waiting for a moderator")).toBeVisible();
      await expect(page.getByText("You answered: The one beside the car park.")).toBeVisible();
      await expect(page.getByText(`Postcode: “${postcode}” was added`)).toBeVisible();
      await expect(page.getByText("Earlier versions")).toBeVisible();

      // The moderator approves; a visitor who is signed out sees one more at once.
      const before = await servicesInCarlisle(browser);
      await moderator.reload();
      await moderator.getByRole("button", { name: "Take it" }).click();
      const asked = moderator
        .getByRole("group", { name: "Part by part" })
        .getByText("The one beside the car park.");
      await expect(asked).toBeVisible();
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

test("a report that was begun is found again, kept as a draft, and thrown away", async ({ page }) => {
  await signInAs(page.context(), "campaigner");
  await page.goto("/reports/new");
  await fillReport(page, "A half-remembered clinic", "A provider");
  await page.goto("/reports");
  await page.getByRole("link", { name: "A half-remembered clinic" }).click();
  await page.getByRole("button", { name: "Save as a draft" }).click();
  await expect(page.getByText("The draft is saved.")).toBeVisible();
  await page.goto("/reports");
  await page.getByRole("link", { name: "A half-remembered clinic" }).click();
  await expect(page.getByLabel("Name of the place")).toHaveValue("A half-remembered clinic");
  await page.getByRole("link", { name: "Throw the draft away" }).click();
  await page.getByRole("button", { name: "Yes, throw it away" }).click();
  await expect(page.getByText("You have not sent a report yet.")).toBeVisible();
});

test("at 360 pixels a surgery in Plymouth is reported in a few taps, all that we know of it filled in", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signInAs(page.context(), "campaigner");
  await page.goto("/reports/new");
  const { count, tap, type, next, choose } = hand();
  const go = page.getByRole("button", { name: "Continue" });
  await type(page.getByLabel("Name of the place, or its postcode"), "west hoe");
  await tap(page.getByRole("option", { name: /^West Hoe Surgery/ }));
  await expect(page.getByLabel("Kind of care")).toHaveValue("gp-practice");
  await tap(go);
  await type(page.getByLabel("Name of the organisation"), "livewell");
  await tap(page.getByRole("option", { name: /^Livewell Southwest/ }));
  await tap(go);
  const source = page.getByRole("main");
  await choose(source.getByLabel("What kind of document is it?").first(), "News report");
  await type(source.getByLabel("Title").first(), "Surgery taken over by company");
  await next(source.getByLabel("Who published it").first(), "Plymouth Herald", page);
  await next(source.getByLabel("The date on it").first(), "April 2024", page);
  await next(source.getByLabel("What it says about this service").first(), "Livewell now runs it.", page);
  await tap(go);
  await expect(page.getByRole("region", { name: "What will be public" })).toContainText(
    "GP practice at West Hoe Surgery",
  );
  await tap(page.getByLabel("I wrote this myself"));
  await tap(page.getByRole("button", { name: "Send the report" }));
  await expect(page.getByText("Waiting for a moderator")).toBeVisible();
  // 21 taps and 289 letters on the one long page (docs/decisions/0069); the keyboard's key for the next field counts as a letter.
  expect(count).toEqual({ taps: 12, letters: 96, fields: 7 });
  expect(secondsOf(count)).toBeLessThan(3 * 60);
});

test("a date, a title and a postcode that cannot be are questioned as they are typed, and cannot be sent", async ({
  page,
}) => {
  const draft = await keptReport({ startedOn: "", placeId: "" });
  await page.goto(`/reports/new/when?draft=${draft}`);
  const since = page.getByLabel("When it began");
  await since.pressSequentially("1066");
  await expect(page.getByText(/the NHS began in 1948/).first()).toBeVisible();
  await since.fill("2031");
  await expect(page.getByText(/this day has not come yet/).first()).toBeVisible();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(
    page.getByRole("alert").getByRole("link", { name: /this day has not come yet/ }),
  ).toBeVisible();
  await since.fill("April 2024");
  await goOn(page, /\/source\?/);
  await page.getByLabel("Title").first().fill("A");
  await expect(page.getByText(/Title: this is too short/).first()).toBeVisible();
  await page.goto(`/reports/new/where?draft=${draft}&choose=yes`);
  // Folded where we have places to choose from and nothing is typed.
  const postcode = page.getByLabel("Postcode", { exact: true });
  if (!(await postcode.isVisible())) await page.getByText("It is none of these").click();
  await postcode.fill("CA2 7ZZ");
  await expect(page.getByText(/there is no such postcode/).first()).toBeVisible();
});

test("going back, loading anew and a second tab make one report", async ({ page, context }) => {
  await signInAs(context, "campaigner");
  const place = `Clinic ${randomUUID().slice(0, 8)}`;
  const review = `/reports/new/review?draft=${await keptReport({ placeName: place, licence: "accepted" })}`;
  const tab = await context.newPage();
  await tab.goto(review);
  await page.goto(review);
  await page.reload();
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByText("Waiting for a moderator")).toBeVisible();
  const sent = new URL(page.url()).pathname;
  await tab.getByRole("button", { name: "Send the report" }).click();
  await tab.waitForURL(`**${sent}**`);
  await page.goto(review);
  await expect(page).toHaveURL(new RegExp(sent));
  await page.goto("/reports");
  await expect(page.getByRole("link", { name: place })).toHaveCount(1);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an answer is changed from the last page, which asks for what is missing", async ({ page }) => {
    await page.goto(`/reports/new/review?draft=${await keptReport()}`);
    await page.getByRole("link", { name: "Change Since when" }).click();
    const since = page.getByLabel("When it began");
    await since.fill("2031");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("alert").getByRole("link", { name: /has not come yet/ })).toBeVisible();
    await expect(since).toHaveValue("2031");
    await since.fill("18 April 2024");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("region", { name: "Your answers" })).toContainText("18 April 2024");
    await page.getByRole("button", { name: "Sign in and send" }).click();
    await expect(page.getByRole("alert").getByRole("link", { name: /under the licence/ })).toBeVisible();
  });
});
