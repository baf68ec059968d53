import { readFile } from "node:fs/promises";
import { makeCampaigner } from "../db/factories";
import { signInAs, withDatabase } from "./sign-in-as";
import { expect, test } from "./test";

test("an admin finds an account, suspends it with a reason and lifts it again", async ({ page, context }) => {
  await signInAs(context, "admin");
  const email = `${crypto.randomUUID()}@example.org`;
  await withDatabase((db) => makeCampaigner(db, { email }));
  await page.goto("/admin/campaigners");
  await page.getByLabel("Email address, or a moderator’s name or four letters").fill(email);
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(email);
  expect(page.url()).not.toContain("@");
  await page.getByRole("button", { name: "Suspend" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Say why, in at least 15 letters" })).toBeVisible();
  await page.getByLabel("Reason, for other admins").fill("Sends made-up services.");
  await page.getByRole("button", { name: "Suspend" }).click();
  await expect(page.getByRole("status")).toContainText("The account is suspended.");
  await page.getByRole("button", { name: "Lift the suspension" }).click();
  await expect(page.getByRole("status")).toContainText("The suspension is lifted.");
});

test("somebody downloads what we hold about them, and erases it", async ({ page, context }) => {
  await signInAs(context, "campaigner");
  await page.goto("/account");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download what you hold about me" }).click();
  expect((await download).suggestedFilename()).toBe("what-we-hold-about-you.json");
  await page.getByLabel("Type “erase my account” to confirm").fill("erase my acount");
  await page.getByRole("button", { name: "Erase my account for good" }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "Type the words exactly as they are shown" }),
  ).toBeVisible();
  await page.getByLabel("Type “erase my account” to confirm").fill("erase my account");
  await page.getByRole("button", { name: "Erase my account for good" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account is erased");
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("an admin’s day on a phone: invites, limits, takes a role away with a reason, reads the audit of it and the health of the work", async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const admin = await signInAs(context, "admin");
  const told = page.getByRole("status");
  await page.goto("/admin/campaigners");
  const invited = `${crypto.randomUUID()}@example.org`;
  await page.getByLabel("Email", { exact: true }).fill(invited);
  await page.getByLabel("Role", { exact: true }).selectOption("trusted-campaigner");
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(told).toContainText("The invitation is on its way.");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(invited);

  const { id } = await withDatabase((db) => makeCampaigner(db, { role: "moderator" }));
  await page.goto(`/admin/campaigners/${id}`);
  const areas = page.getByLabel("Areas, one a line; empty for everywhere");
  await areas.fill("Nowhere-on-Sea");
  await page.getByRole("button", { name: "Save the areas" }).click();
  await expect(page.getByRole("main").getByRole("alert").first()).toBeVisible();
  await expect(areas).toHaveValue("Nowhere-on-Sea");
  await areas.fill("/areas/council/cumberland");
  await page.getByRole("button", { name: "Save the areas" }).click();
  await expect(told).toContainText("The areas are saved.");
  await expect(page.getByRole("link", { name: "Cumberland" }).first()).toBeVisible();

  await page.getByLabel("Role", { exact: true }).selectOption("campaigner");
  await page.getByRole("button", { name: "Change the role" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Say why, in at least 15 letters" })).toBeVisible();
  await page.getByLabel("Who this is, and why").fill("They asked to step down.");
  await page.getByRole("button", { name: "Change the role" }).click();
  await expect(told).toContainText("The role is changed.");

  await page.goto(`/admin/audit?who=${admin.id}`);
  const lines = page.getByRole("main");
  await expect(lines).toContainText(/took away|lowered|role/);
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download these entries (CSV)" }).click();
  const csv = await readFile(await (await file).path(), "utf8");
  for (const action of ["role.revoked", "role.granted"]) expect(csv).toContain(action);
  expect(csv).toContain(id);

  await page.goto("/moderation/health");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Health of the work");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await context.close();
});
