import { signInAs } from "./sign-in-as";
import { expect, test } from "./test";

test("from an area's page to what is left to find out there: taken, and given back", async ({ page }) => {
  await signInAs(page.context(), "campaigner");
  await page.goto("/areas/constituency/carlisle");
  await page.getByRole("link", { name: "See what is left to find out here" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "What you can find out in Carlisle" }),
  ).toBeVisible();
  await expect(page.getByLabel("Council")).toHaveValue("constituency/carlisle");
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(page.getByText("You are not looking at anything at the moment.")).toBeVisible();

  const free = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: /^I will look this up/ }) })
    .first();
  const name = (await free.getByRole("link").first().textContent()) ?? "";
  await free.getByRole("button").click();
  await expect(page.getByText("You are looking at 1 thing at the moment.")).toBeVisible();
  const taken = page.getByRole("listitem").filter({ hasText: "You are looking this up until" });
  await expect(taken.getByRole("link", { name, exact: true })).toBeVisible();
  await taken.getByRole("button", { name: /not looking it up any more/ }).click();
  await expect(page.getByText("You are not looking at anything at the moment.")).toBeVisible();
});
