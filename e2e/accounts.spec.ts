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
