import { signInAs } from "./sign-in-as";
import { expect, test } from "./test";

test.use({ viewport: { width: 360, height: 740 } });

test("a link is looked at, what is ticked goes into the form, and Enter still sends it", async ({ page }) => {
  await signInAs(page.context(), "campaigner");
  await page.goto("/reports/new");
  const source = page.getByRole("group", { name: "How do you know?" });
  await page.getByLabel("Name of the place").fill("Castle Clinic");
  await source.getByLabel("Link").first().fill("https://www.find-tender.service.gov.uk/Notice/071254-2025");
  await source.getByRole("button", { name: "Look at this link" }).first().click();
  await expect(source).toContainText("This is a page of Find a Tender. This site does not read pages.");
  await source.getByRole("button", { name: "Put what is ticked into the form" }).click();
  await expect(source.getByText("It is in the form")).toBeVisible();
  await expect(source.getByRole("textbox", { name: "Who published it" }).first()).toHaveValue(
    "Find a Tender",
  );
  await expect(source.getByLabel("What kind of document is it?").first()).toHaveValue("contract-notice");

  await source.getByLabel("Title").first().press("Enter");
  await expect(page.getByText("There is a problem")).toBeVisible();
  await expect(page.getByLabel("Name of the place")).toHaveValue("Castle Clinic");
  await expect(source.getByRole("textbox", { name: "Who published it" }).first()).toHaveValue(
    "Find a Tender",
  );
});
