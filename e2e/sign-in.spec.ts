import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { signInAs } from "./sign-in-as";
import { expect, test } from "./test";

const newAddress = () => `volunteer-${randomUUID()}@example.org`;
const signedIn = (page: Page) => page.getByRole("heading", { level: 1, name: "You are signed in" });

async function askForMail(page: Page, email: string, callbackUrl = "/sign-in"): Promise<void> {
  await page.goto(`/sign-in?${new URLSearchParams({ callbackUrl })}`);
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Send me a sign-in link" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Check your email" })).toBeVisible();
}

/** Reads the mail in the outbox of the local copy. */
async function readMail(page: Page, email: string) {
  await page.goto("/outbox");
  const mail = page.getByRole("article").filter({ hasText: `To: ${email}` });
  const link = mail.getByRole("link", { name: /sign-in\/confirm/ });
  // On a line of its own: a made-up address and a link can have four signs, a dash and four signs as well.
  const code = /\n\s*([A-Z0-9]{4}-[A-Z0-9]{4})\s*\n/.exec((await mail.textContent()) ?? "")?.[1] ?? "";
  expect(code).not.toBe("");
  return { link, href: (await link.getAttribute("href")) ?? "", code };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a volunteer signs in by the link, once, and comes back to where they were", async ({ page }) => {
      const email = newAddress();
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await askForMail(page, email, "/cy/sign-in");
      expect(await page.context().cookies()).toEqual([]);
      const { link, href } = await readMail(page, email);
      await link.click();
      await expect(page.getByRole("heading", { level: 1, name: `Sign in as ${email}` })).toBeVisible();
      expect(await page.context().cookies()).toEqual([]);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(signedIn(page)).toBeVisible();
      expect(new URL(page.url()).pathname).toBe("/cy/sign-in");
      expect(await page.context().cookies()).toEqual([
        expect.objectContaining({ name: "next-auth.session-token", httpOnly: true, sameSite: "Lax" }),
        expect.objectContaining({ name: "signed-in", value: "yes", httpOnly: false, sameSite: "Lax" }),
      ]);

      expect(asked.filter((url) => /@|%40/.test(url))).toEqual([]);

      await page.getByRole("button", { name: "Sign out", exact: true }).click();
      await page.goto(href);
      await expect(
        page.getByRole("heading", { level: 1, name: "This link has been used already" }),
      ).toBeVisible();
      await expect(page.getByRole("button", { name: "Sign in" })).toHaveCount(0);
    });

    test("the code of the mail signs in on another device", async ({ page, browser }) => {
      const email = newAddress();
      await askForMail(page, email);
      const { code } = await readMail(page, email);

      const device = await browser.newContext({ javaScriptEnabled });
      const other = await device.newPage();
      await other.goto("/sign-in");
      await other.getByRole("link", { name: "I have a code from a sign-in mail" }).click();
      await other.getByLabel("Email address").fill(email);
      await other.getByLabel("Code").fill("BBBB-BBBB");
      await other.getByRole("button", { name: "Sign in" }).click();
      await expect(other.getByRole("alert").getByRole("link", { name: /This code is wrong/ })).toBeVisible();
      await expect(other.getByLabel("Email address")).toHaveValue(email);
      // A secret is never sent back; with scripts the form stands as it was.
      await expect(other.getByLabel("Code")).toHaveValue(javaScriptEnabled ? "BBBB-BBBB" : "");
      expect(other.url()).not.toContain("BBBB");

      await other.getByLabel("Code").fill(code.toLowerCase());
      await other.getByRole("button", { name: "Sign in" }).click();
      await expect(other).toHaveURL("/");
      await other.goto("/sign-in");
      await expect(signedIn(other)).toBeVisible();
      await device.close();
    });

    test("an address that is none is pointed out and kept", async ({ page }) => {
      await page.goto("/sign-in");
      await page.getByLabel("Email address").fill("not an address");
      await page.getByRole("button", { name: "Send me a sign-in link" }).click();
      await page
        .getByRole("alert")
        .getByRole("link", { name: /Type an email address like/ })
        .click();
      await expect(page.getByLabel("Email address")).toHaveValue("not an address");
      await expect(page.getByLabel("Email address")).toHaveAccessibleDescription(
        /Type an email address like/,
      );
    });

    test("a starter account is one button away", async ({ page }) => {
      await page.goto("/sign-in?callbackUrl=/sign-in");
      await page.getByRole("button", { name: "Sign in as the second starter moderator" }).click();
      await expect(signedIn(page)).toBeVisible();
      await expect(page.getByText("You are a moderator")).toBeVisible();
    });
  });
}

test("a mail scanner that opens every link uses none of them up", async ({ page, request }) => {
  const email = newAddress();
  await askForMail(page, email);
  const { href } = await readMail(page, email);
  const { searchParams } = new URL(href);
  for (const address of [href, href, `/api/auth/callback/email?${searchParams}`]) {
    const answer = await request.get(address);
    expect(answer.ok()).toBe(true);
    expect(new URL(answer.url()).pathname).toBe("/sign-in/confirm");
  }
  await page.goto(href);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(signedIn(page)).toBeVisible();
});

test("another site can neither sign a browser in nor out", async ({ page, request }) => {
  const email = newAddress();
  await askForMail(page, email);
  const { href } = await readMail(page, email);
  const form = Object.fromEntries(new URL(href).searchParams);
  for (const headers of [{ Origin: "https://evil.example" }, { Origin: "null" }, undefined]) {
    for (const address of ["/api/auth/callback/email", "/api/auth/sign-out"]) {
      const answer = await request.post(address, { form, ...(headers ? { headers } : {}), maxRedirects: 0 });
      expect(answer.status()).toBe(403);
      expect(answer.headers()["set-cookie"]).toBeUndefined();
    }
  }
});

test("signing out has the browser forget what it kept", async ({ page }) => {
  await signInAs(page.context(), "campaigner");
  await page.goto("/reports");
  const headers = { Origin: new URL(page.url()).origin };
  const answer = await page.request.post("/api/auth/sign-out", { headers, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  expect(answer.headers()["clear-site-data"]).toBe('"cache", "storage"');
});

test("next-auth's other addresses are closed", async ({ request }) => {
  for (const path of ["session", "csrf", "providers", "signout", "error", "callback/google", "_log"]) {
    expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404);
  }
});

test("signing out on all devices ends the session on another one at once", async ({ page, browser }) => {
  await signInAs(page.context(), "trusted-campaigner");
  const device = await browser.newContext({ storageState: await page.context().storageState() });
  const other = await device.newPage();
  await other.goto("/sign-in");
  await expect(other.getByText("You are a trusted campaigner")).toBeVisible();

  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign out on all my devices" }).click();
  await expect(page.getByRole("button", { name: "Send me a sign-in link" })).toBeVisible();
  await other.reload();
  await expect(other.getByRole("button", { name: "Send me a sign-in link" })).toBeVisible();
  await device.close();
});

test("signing in lands where one was going, and the head of that page shows it", async ({
  page,
  browser,
}) => {
  await page.goto("/about/how-we-count");
  await page.getByRole("banner").getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Sign in as the starter moderator" }).click();
  await expect(page).toHaveURL("/about/how-we-count");
  const head = page.getByRole("banner");
  await expect(head.getByRole("link", { name: "Signed in as moderator@local.test" })).toBeVisible();
  await expect(head.getByRole("link", { name: "Moderation" })).toBeVisible();
  await expect(head.getByRole("link", { name: "Sign in", exact: true })).toHaveCount(0);
  // The page itself is the same for everybody, and a visitor asks nothing.
  const visitor = await (await browser.newContext()).newPage();
  const asked: string[] = [];
  visitor.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const answer = await visitor.goto("/about/how-we-count");
  expect(answer?.headers()["cache-control"]).toContain("public");
  await expect(visitor.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await visitor.waitForLoadState("networkidle");
  expect(asked).not.toContain("/api/session");
  await visitor.context().close();
  // Signed out elsewhere: the head says so, and the mark goes.
  await page.context().clearCookies({ name: "next-auth.session-token" });
  await page.reload();
  await expect(head.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
  await expect.poll(async () => (await page.context().cookies()).map(({ name }) => name)).toEqual([]);
});
