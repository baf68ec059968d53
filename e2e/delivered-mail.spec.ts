import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Embedded, startEmbedded } from "../db/embedded";
import { urlsOf } from "../db/embedded-record";
import { startTestMailServer, type TestMailServer } from "../server/mail/testing";
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

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    dataDir = mkdtempSync(join(tmpdir(), "nhs-map-deployed-database-"));
    database = await startEmbedded({ dataDir, fsync: false });
    mailServer = await startTestMailServer();
    const { url, ownerUrl } = urlsOf(database.record);
    site = await startSite("deployed", port, {
      DATABASE_URL: url,
      DATABASE_OWNER_URL: ownerUrl,
      SITE_URL: origin,
      NEXTAUTH_SECRET: "a secret of this test only",
      SMTP_URL: mailServer.url,
      MAIL_FROM: "The Map <map@example.org>",
      CAMPAIGN_NAME: "The Test Campaign",
      CAMPAIGN_CONTACT: "contact@example.org",
      CAMPAIGN_PRESS_CONTACT: "press@example.org",
      CAMPAIGN_IMPRINT: "The Test Campaign, 1 Test Street, Carlisle",
    });
  });
  test.afterAll(async () => {
    await site?.close();
    await mailServer?.close();
    await database?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test("a volunteer signs in through a mail that was really delivered", async ({ page }) => {
    await page.goto(`${origin}/sign-in?callbackUrl=/sign-in`);
    await page.getByLabel("E-mail address").fill("volunteer@example.org");
    await page.getByRole("button", { name: "Send me a sign-in link" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Look at your mail" })).toBeVisible();

    await expect.poll(() => mailServer.mails.length).toBe(1);
    const [mail] = mailServer.mails;
    expect(mail?.recipients).toEqual(["volunteer@example.org"]);
    expect(mail?.headers.get("subject")).toBe("Your sign-in link for The Test Campaign");
    const link = /http\S+\/sign-in\/confirm\S+/.exec(mail?.text ?? "")?.[0] ?? "";
    expect(new URL(link).origin).toBe(origin);
    await page.goto(link);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "You are signed in" })).toBeVisible();
  });

  test("there is no outbox and there are no starter accounts", async ({ page, request }) => {
    expect((await request.get(`${origin}/outbox`)).status()).toBe(404);
    await page.goto(`${origin}/sign-in`);
    await expect(page.getByRole("button", { name: "Send me a sign-in link" })).toBeVisible();
    await expect(page.getByText("starter")).toHaveCount(0);
  });
});
