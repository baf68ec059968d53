import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { makeProposal, makeReport } from "../db/factories";
import { sessions } from "../db/schema/campaigners";
import { failsThenGoes } from "./lost-network";
import { signInAgain, signInAs, withDatabase } from "./sign-in-as";
import { expect, test } from "./test";

const REASON = "The source is about another town.";
const placeName = (page: Page) => page.getByLabel("Name of the place");

async function runOut(campaignerId: string): Promise<void> {
  await withDatabase((db) => db.delete(sessions).where(eq(sessions.campaignerId, campaignerId)));
}

test("what was typed before a session ran out is put back for that account alone", async ({ browser }) => {
  const context = await browser.newContext();
  const first = await signInAs(context, "campaigner");
  const page = await context.newPage();
  await page.goto("/reports/new");
  await placeName(page).fill("A private matter");
  await runOut(first.id);
  await page.goto("/reports/new");
  await expect(placeName(page)).toHaveValue(""); // a visitor now
  await placeName(page).fill("What a visitor saw");
  await signInAs(context, "campaigner");
  await page.goto("/reports/new");
  await expect(page.getByRole("button", { name: "Sign out", exact: true })).toBeVisible();
  await expect(placeName(page)).toHaveValue("");
  await signInAgain(context, first.id);
  await page.goto("/reports/new");
  await expect(page.getByText("We put back what you typed here earlier.")).toBeVisible();
  await expect(placeName(page)).toHaveValue("A private matter");
  await context.close();
});

test("signing in survives a lost network: the address and the code stay where they were typed", async ({
  browser,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const email = `${randomUUID()}@e2e.test`;
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(email);
  await failsThenGoes(context, page, "Send me a sign-in link", () =>
    expect(page.getByLabel("Email address")).toHaveValue(email),
  );
  await expect(page).toHaveURL(/\/sign-in\/code/);
  await page.getByLabel("Code").fill("ABCD2345");
  await failsThenGoes(context, page, "Sign in", async () => {
    await expect(page.getByLabel("Email address")).toHaveValue(email);
    await expect(page.getByLabel("Code")).toHaveValue("ABCD2345");
  });
  await expect(page.getByRole("main").getByRole("alert")).toContainText("There is a problem");
  await expect(page.getByLabel("Code")).toHaveValue("ABCD2345"); // wrong, and there to be corrected
  expect(await page.evaluate(() => JSON.stringify(window.localStorage))).not.toContain(email);
  await context.close();
});

test("without JavaScript a message is sent and leaves the typed decision alone", async ({ browser }) => {
  const title = `Clinic ${randomUUID().slice(0, 8)}`;
  const proposal = makeProposal({ placeName: title, postcode: "", town: "Nowhere-on-Sea" });
  const { id } = await withDatabase((db) => makeReport(db, { title }, proposal));
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signInAs(context, "moderator");
  const page = await context.newPage();
  await page.goto(`/moderation/${id}`);
  await page.getByRole("button", { name: "Take it", exact: true }).click();
  const message = page.getByLabel("Write to the person who sent it");
  const decision = page.getByRole("radio", { name: "Do not accept" });
  const reason = page.getByLabel("Your reason, for the author");
  await decision.check();
  await reason.fill(REASON);
  await message.fill("Which building is it?");
  await page.getByRole("button", { name: "Decide" }).click();
  await expect(
    page.getByRole("alert").getByRole("link", { name: /a message that is not sent/ }),
  ).toBeVisible();
  await expect(message).toHaveValue("Which building is it?");
  await page.getByRole("button", { name: "Send the message" }).click();
  await expect(page.getByText("Which building is it?")).toHaveCount(1);
  await expect(message).toHaveValue("");
  await expect(decision).toBeChecked();
  await expect(reason).toHaveValue(REASON);
  await page.getByRole("button", { name: "Decide" }).click();
  await expect(page.getByText("Not accepted", { exact: true }).first()).toBeVisible();
  await context.close();
});
