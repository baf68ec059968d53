import { expect, test } from "./test";

test("from a postcode a reporter has the words and the rows in three steps", async ({ page }) => {
  await page.goto("/");
  // One: the postcode.
  await page.getByLabel("Postcode, or the name").fill("CA2 7HY");
  await page.getByRole("button", { name: "Look up" }).click();
  // Two: its area.
  await page.locator('main a[href="/areas/constituency/carlisle"]').first().click();
  await expect(page).toHaveURL(/\/areas\/constituency\/carlisle$/);
  // Three: how to quote it.
  await page
    .getByRole("navigation", { name: "On this page" })
    .getByRole("link", { name: "Quote or share this page" })
    .click();
  const quote = page.getByRole("region", { name: "Quote or share this page" });
  await expect(quote.getByLabel("Words to quote")).toBeInViewport();
  await expect(quote.getByRole("button", { name: "Copy these words" })).toBeVisible();
  await expect(quote.getByRole("link", { name: "Download the list (CSV)" })).toBeVisible();
  await expect(quote.getByRole("link", { name: "Compare areas" })).toHaveAttribute("href", "/areas/compare");
  // The local copy has named nobody for journalists to write to.
  await expect(page.getByText(/Journalists/)).toHaveCount(0);
});
