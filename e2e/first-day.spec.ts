import { makeReport } from "../db/factories";
import { PRACTICE_CASES } from "../domain/practice/practice-case";
import { signInAs, withDatabase } from "./sign-in-as";
import { expect, test } from "./test";

test("a new moderator practises, is told what they missed and why, and then takes a real report", async ({
  page,
  context,
}) => {
  const report = await withDatabase((db) => makeReport(db));
  await signInAs(context, "moderator", { hasPractised: false });
  await page.goto("/moderation");
  await page.getByRole("link", { name: "Open the practice queue" }).click();
  for (const [id, answer] of Object.entries(PRACTICE_CASES)) {
    const given = id === "twin" ? "approve" : answer;
    await page.locator(`input[name="${id}"][value="${given}"]`).check();
  }
  const check = page.getByRole("button", { name: "Check my answers" });
  await check.click();
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await expect(page.getByText("It is the same as another entry: same care").first()).toBeVisible();
  await page.locator('input[name="twin"][value="duplicate"]').check();
  await check.click();
  await expect(page.getByText("You have finished the practice queue")).toBeVisible();
  await page.goto(`/moderation/${report.id}`);
  await page.getByRole("button", { name: "Take it" }).click();
  await expect(page.getByRole("button", { name: "Give it back to the queue" }).first()).toBeVisible();
});
