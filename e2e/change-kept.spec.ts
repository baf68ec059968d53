import { signInAs } from "./sign-in-as";
import { expect, test } from "./test";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("what is written of an entry outlives the session, in either language, and is sent once", async ({
    page,
  }) => {
    await signInAs(page.context(), "campaigner");
    await page.goto("/reports/change?service=gp-practice-at-fusehill-medical-practice&question=ended");
    await expect(page).toHaveURL(/kept=/);
    await page.getByLabel("What kind of document is it?").selectOption({ label: "News report" });
    await page.getByLabel("Title").fill("The practice has closed");
    // The session ends while they write.
    await page.context().clearCookies();
    await page.getByRole("button", { name: "Send the report" }).click();
    await expect(page.getByText("Your report is saved. Enter your email to send it.")).toBeVisible();
    const back = new URL(page.url()).searchParams.get("callbackUrl") ?? "";
    await signInAs(page.context(), "campaigner");
    await page.goto(back);
    await expect(page.getByText("Your report is saved, not sent yet")).toBeVisible();
    await expect(page.getByLabel("Title")).toHaveValue("The practice has closed");
    const other = page.getByRole("link", { name: "Cymraeg" });
    await expect(other).toHaveAttribute("href", /\/cy\/reports\/change\?.*kept=/);
    await page.getByLabel("Who published it").fill("Cumberland News");
    await page.getByLabel("The date on it").fill("April 2026");
    await page.getByLabel("What it says about this service").fill("It closed in March.");
    await page.getByLabel("I wrote this myself").check();
    await page.getByRole("button", { name: "Send the report" }).click();
    await expect(page.getByText("Waiting for a moderator")).toBeVisible();
    const sent = new URL(page.url()).pathname;
    await page.goto(back);
    await expect(page).toHaveURL(new RegExp(`${sent}$`));
  });
});
