import { TOTP } from "otpauth";
import { signInAgain, signInAs } from "./sign-in-as";
import { expect, test } from "./test";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a moderator adds an app, and another sign-in is asked for its code", async ({ page, browser }) => {
      const { id } = await signInAs(page.context(), "moderator");
      await page.goto("/account/second-factor");
      await page.getByRole("button", { name: "Add an authenticator app" }).click();
      await expect(page.getByRole("img", { name: "QR code for the authenticator app" })).toBeVisible();
      const secret = ((await page.locator("[data-secret]").textContent()) ?? "").replaceAll(" ", "");
      const totp = new TOTP({ secret });
      const recovery = (await page.getByRole("listitem").locator("code").first().textContent()) ?? "";

      await page.getByRole("textbox", { name: "Code" }).fill("12");
      await page.getByRole("button", { name: "Add this app" }).click();
      await expect(page.getByRole("alert").getByRole("link", { name: "Enter the six digits" })).toBeVisible();
      await page.getByRole("textbox", { name: "Code" }).fill(totp.generate());
      await page.getByRole("button", { name: "Add this app" }).click();
      await expect(
        page.getByRole("heading", { level: 1, name: "You have an authenticator app" }),
      ).toBeVisible();
      await expect(page.getByText("8 recovery codes")).toBeVisible();

      const device = await browser.newContext({ javaScriptEnabled });
      const other = await device.newPage();
      await signInAgain(device, id);
      await other.goto("/moderation");
      await expect(other.getByRole("heading", { level: 1, name: "Confirm your sign-in" })).toBeVisible();
      await other.getByRole("textbox", { name: "Code" }).fill(recovery);
      await other.getByRole("button", { name: "Confirm" }).click();
      await expect(other).toHaveURL("/moderation");
      await expect(other.getByRole("heading", { level: 1, name: "Moderation" })).toBeVisible();
      await device.close();
    });
  });
}
