import { randomUUID } from "node:crypto";
import { bookOf } from "../ingest/workbook/testing-book";
import { signInAs } from "./sign-in-as";
import { expect, test } from "./test";

test("another sheet and its row of headings are chosen, and one value is given for a whole list", async ({
  context,
  page,
}) => {
  // Staging waits for the tables of postcodes and areas, which a server that was just started reads first.
  test.slow();
  const patience = { timeout: 60_000 };
  const name = `Quay Clinic ${randomUUID().slice(0, 8)}`;
  const head = ["Place", "Postcode", "Kind of care", "Provider"];
  const buffer = bookOf([
    { name: "Open", rows: [head, [`Old ${name}`, "CA2 7HY", "MRI", "not named"]] },
    { name: "Planned", rows: [["To come, by the campaign"], head, [name, "CA1 1QS", "", "not named"]] },
  ]);
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const file = { name: "book.xlsx", mimeType, buffer };
  await signInAs(context, "admin");
  await page.goto("/admin/imports/new");
  await page.getByLabel("What this import is").fill(name);
  await page.getByLabel("The file").setInputFiles(file);
  await page.getByLabel("Title of the document").fill(`Clinics ${name}`);
  await page.getByLabel("Who published it").fill("Quay campaign");
  await page.getByLabel("Web address").fill("https://quay.example/list");
  await page.getByLabel("Date of the document").fill("2026-04");
  await page.getByRole("button", { name: "Read it and show the preview" }).click();
  const main = page.getByRole("main");
  await expect(main).toContainText("Sheet “Open”, headings in row 1.", patience);

  await page.getByText("Read another sheet or heading row", { exact: true }).click();
  await page.getByLabel("Name of the sheet").selectOption("Planned");
  await page.getByLabel("Row of the headings").fill("2");
  await page.getByLabel("The file").setInputFiles(file);
  await page.getByRole("button", { name: "Read it again" }).click();
  await expect(main).toContainText("Sheet “Planned”, headings in row 2.", patience);
  await expect(main).toContainText("1 row: 0 new, 0 changed, 0 may have ended, 0 unchanged, 1 refused");

  await page.getByText("The same for the whole list", { exact: true }).click();
  await page.locator("#whole-category").selectOption("eye-care");
  await page.locator("#whole-provider-kind").selectOption("company");
  await page.getByRole("button", { name: "Fill it in and preview again" }).click();
  await expect(main).toContainText(
    "1 row: 1 new, 0 changed, 0 may have ended, 0 unchanged, 0 refused",
    patience,
  );
});
