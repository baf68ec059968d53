import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { openDb } from "../db/client";
import { type Embedded, startEmbedded } from "../db/embedded";
import { urlsOf } from "../db/embedded-record";
import { startTestMailServer, type TestMailServer } from "../server/mail/testing";
import { fillReport, servicesInCarlisle } from "./report-steps";
import { type Site, startSite } from "./site";
import { expect, test } from "./test";

/** A site as it is deployed: a database and a mail server of somebody else's, a public address, no local mode. */
test.describe("a deployed site", () => {
  // One site for both tests, in one worker: its public address holds its port.
  test.describe.configure({ mode: "default" });

  const port = 3270;
  const origin = `http://127.0.0.1:${port}`;
  let dataDir: string;
  let database: Embedded;
  let mailServer: TestMailServer;
  let site: Site;
  let settings: Record<string, string>;

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    dataDir = mkdtempSync(join(tmpdir(), "nhs-map-deployed-database-"));
    database = await startEmbedded({ dataDir, fsync: false });
    mailServer = await startTestMailServer();
    const { url, ownerUrl } = urlsOf(database.record);
    settings = {
      LOAD_REGISTERS: "no",
      DATABASE_URL: url,
      DATABASE_OWNER_URL: ownerUrl,
      SITE_URL: origin,
      NEXTAUTH_SECRET: "a secret of this test only, and long enough",
      SMTP_URL: mailServer.url,
      MAIL_FROM: "The Map <map@example.org>",
      CAMPAIGN_NAME: "The Test Campaign",
      CAMPAIGN_CONTACT: "contact@example.org",
      CAMPAIGN_PRESS_CONTACT: "press@example.org",
      CAMPAIGN_IMPRINT: "The Test Campaign, 1 Test Street, Carlisle",
    };
    site = await startSite("deployed", port, settings);
  });
  test.afterAll(async () => {
    await site?.close();
    await mailServer?.close();
    await database?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** The mails that reached this person, oldest first. */
  const mailsTo = (email: string) => mailServer.mails.filter(({ recipients }) => recipients.includes(email));
  const lastSubject = (email: string) => mailsTo(email).at(-1)?.headers.get("subject");

  /** The ten made-up reports of the first day have a journey of their own. */
  async function hasPractised(email: string): Promise<void> {
    const owner = openDb({ url: settings.DATABASE_OWNER_URL ?? "", size: 1, deadlineMs: 20_000 });
    await owner.db.execute(sql`update campaigners set practised_at = now() where email = ${email}`);
    await owner.close();
  }

  /** Asks for a link on the page that is open, waits for the mail to arrive, and follows it. */
  async function signInByMail(page: Page, email: string): Promise<void> {
    await page.getByLabel("Email address").fill(email);
    await page.getByRole("button", { name: "Send me a sign-in link" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Check your email" })).toBeVisible();
    await expect.poll(() => lastSubject(email)).toBe("Your sign-in link for The Test Campaign");
    const link = /http\S+\/sign-in\/confirm\S+/.exec(mailsTo(email).at(-1)?.text ?? "")?.[0] ?? "";
    expect(new URL(link).origin).toBe(origin);
    await page.goto(link);
    await page.getByRole("button", { name: "Sign in" }).click();
  }

  test("a volunteer's report reaches the public page, by mails that were really delivered", async ({
    page,
    browser,
  }) => {
    test.slow(); // a whole story of three people
    const [author, judge] = ["volunteer@example.org", "moderator@example.org"];
    await page.goto(`${origin}/reports/new`);
    await fillReport(page, "SpaMedica Carlisle", "SpaMedica", "CA2 7HY");
    await page.getByRole("button", { name: "Sign in and send" }).click();
    await signInByMail(page, author);
    await page.getByRole("button", { name: "Send the report" }).click();
    await expect(page.getByText("Waiting for a moderator")).toBeVisible();
    const reportPath = page.url();

    // The first moderator is made on the command line, and signs in by mail as everybody does.
    const granted = spawnSync("npm", ["run", "--silent", "campaigner", "--", "grant", "moderator", judge], {
      env: { ...process.env, ...settings },
      encoding: "utf8",
    });
    expect(granted.stdout + granted.stderr).toContain(`${judge} is now: moderator.`);
    await hasPractised(judge);
    const desk = await browser.newContext();
    const moderator = await desk.newPage();
    await moderator.goto(`${origin}/sign-in?callbackUrl=/moderation`);
    await signInByMail(moderator, judge);
    await moderator.getByRole("link", { name: "Eye care at SpaMedica Carlisle" }).click();
    await moderator.getByRole("button", { name: "Take it" }).click();
    await moderator.getByRole("radio", { name: "Ask for changes" }).check();
    await moderator.getByLabel("Your reason, for the author").fill("Please say which page of the file.");
    await moderator.getByRole("button", { name: "Decide" }).click();
    await expect(moderator.getByText("Changes asked for", { exact: true }).first()).toBeVisible();
    await expect
      .poll(
        () =>
          mailsTo(author).filter(({ text }) => text.includes("Please say which page of the file.")).length,
      )
      .toBe(1);

    await page.goto(reportPath);
    await page.getByRole("button", { name: "Send it again" }).click();
    await expect(page.getByText("Waiting for a moderator")).toBeVisible();

    const before = await servicesInCarlisle(browser, origin);
    expect(before.count).toBe(3);
    await moderator.reload();
    await moderator.getByRole("button", { name: "Take it" }).click();
    await moderator.getByRole("radio", { name: "Approve and publish" }).check();
    await moderator.getByLabel("Your reason, for the author").fill("Thank you, the file does list it.");
    await moderator.getByRole("button", { name: "Decide" }).click();
    await expect(moderator.getByText("Approved and published")).toBeVisible();
    const after = await servicesInCarlisle(browser, origin);
    expect(after.count).toBe(4);
    expect(after.text).toContain("SpaMedica Carlisle");
    await expect
      .poll(
        () => mailsTo(author).filter(({ text }) => text.includes("Thank you, the file does list it.")).length,
      )
      .toBe(1);
    expect(
      mailsTo(author)
        .map(({ text }) => text)
        .join("\n"),
    ).not.toContain(judge);
    await desk.close();
  });

  test("there is no outbox and there are no starter accounts", async ({ page, request }) => {
    expect((await request.get(`${origin}/outbox`)).status()).toBe(404);
    await page.goto(`${origin}/sign-in`);
    await expect(page.getByRole("button", { name: "Send me a sign-in link" })).toBeVisible();
    await expect(page.getByText("starter")).toHaveCount(0);
  });
});
