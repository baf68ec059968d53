import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { signInAs } from "./sign-in-as";
import { expect, test } from "./test";

/** Undoing asks once more. */
async function undoAll(page: Page): Promise<void> {
  const sure = page.getByRole("button", { name: "Yes, undo all of it" });
  await expect(sure).toBeHidden();
  await page.getByText("Undo the whole import").click();
  await sure.click();
}

test("an admin brings a list, repairs a row; somebody else approves it, the page shows it, undoing takes it away", async ({
  browser,
}) => {
  // Staging and publishing wait for the tables of postcodes and areas, which a server that was just started reads first.
  test.slow();
  const patience = { timeout: 60_000 };
  const name = `Harbour Clinic ${randomUUID().slice(0, 8)}`;
  const slug = `eye-care-at-${name.toLowerCase().replaceAll(" ", "-")}`;
  const list = `Place,Town,Postcode,Kind of care,Provider,Kind of provider,Since when,Note,Colour\n${name},Whitehaven,CA28 7XX9,eye care,Harbour Eyes Ltd,company,2025-03,The quay has new lenses,green\n`;
  const adminContext = await browser.newContext();
  await signInAs(adminContext, "admin");
  const admin = await adminContext.newPage();
  await admin.goto("/admin/imports/new");
  await admin.getByLabel("What this import is").fill("Harbours");
  await admin
    .getByLabel("The file")
    .setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await admin.getByLabel("Title of the document").fill(`Harbours of Cumbria ${name}`);
  await admin.getByLabel("Who published it").fill("Harbour campaign");
  await admin.getByLabel("Web address").fill("https://harbours.example/list");
  await admin.getByRole("button", { name: "Read it and show the preview" }).click();
  // The date was forgotten: what was typed stands.
  await expect(admin.getByRole("link", { name: /Give the date/ })).toBeVisible();
  await expect(admin.getByLabel("Who published it")).toHaveValue("Harbour campaign");
  await admin.getByLabel("Date of the document").fill("2026-04");
  await admin
    .getByLabel("The file")
    .setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await admin.getByRole("button", { name: "Read it and show the preview" }).click();

  await expect(
    admin.getByText("1 row: 0 new, 0 changed, 0 may have ended, 0 unchanged, 1 refused"),
  ).toBeVisible(patience);
  await expect(admin.getByText("“CA28 7XX9” is no postcode.")).toBeVisible();
  await expect(admin.getByText("Colour. Nothing is read from them.")).toBeVisible();
  await admin.getByRole("link", { name: "Repair row 2" }).click();
  await admin.getByLabel("Postcode").fill("CA28 7QE");
  await admin.getByRole("button", { name: "Save and preview again" }).click();
  await expect(admin.getByText("1 row: 1 new,")).toBeVisible(patience);
  await admin.getByRole("button", { name: "Hand it to a second person" }).click();
  await expect(
    admin.getByText("You brought this import, so another person has to approve it."),
  ).toBeVisible();
  const address = admin.url().replace(/\?.*/, "");

  const moderatorContext = await browser.newContext();
  await signInAs(moderatorContext, "moderator");
  const moderator = await moderatorContext.newPage();
  await moderator.goto(address);
  // Nobody approves what they were not shown: every fact stands in the list, in the sample and on the row's own page.
  const facts = [
    `Place: ${name}`,
    "Whitehaven, CA28 7QE",
    "Harbour Eyes Ltd",
    "Kind of provider: a company",
    "Since when: March 2025",
    "The quay has new lenses",
  ];
  const sample = moderator.getByRole("group", { name: "A sample, chosen by chance" });
  const listed = moderator.getByRole("region", { name: "Rows", exact: true });
  for (const where of [sample, listed]) for (const fact of facts) await expect(where).toContainText(fact);
  await expect(moderator.getByRole("link", { name: `Harbours of Cumbria ${name}` })).toHaveAttribute(
    "href",
    "https://harbours.example/list",
  );
  await listed.getByRole("link", { name: "Look at row 2" }).click();
  for (const fact of facts) await expect(moderator.getByRole("main")).toContainText(fact);
  await expect(moderator.getByRole("main").getByRole("textbox")).toHaveCount(0);
  await moderator.goto(address);
  for (const rule of await moderator.getByRole("radio").all()) await expect(rule).not.toBeChecked();
  await moderator.getByRole("radio", { name: /All rows, because I looked/ }).check();
  await moderator.getByRole("button", { name: "Approve and publish" }).click();
  await expect(moderator.getByRole("link", { name: /Tick each row of the sample/ })).toBeVisible();
  await moderator.getByRole("checkbox", { name: /I looked at row 2/ }).check();
  await moderator.getByRole("button", { name: "Approve and publish" }).click();
  await expect(
    moderator.getByRole("link", { name: /Some of these rows have something to look at/ }),
  ).toBeVisible();
  await moderator.getByRole("checkbox", { name: /^Include the 1 row with something to look at/ }).check();
  await moderator.getByRole("button", { name: "Approve and publish" }).click();
  await expect(moderator.getByText("Approved and published", { exact: true })).toBeVisible(patience);

  await moderator.goto(`/services/${slug}`);
  await expect(moderator.getByRole("heading", { level: 1 })).toContainText(name);
  await admin.goto(address);
  await undoAll(admin);
  await expect(admin.getByText("Undone", { exact: true })).toBeVisible(patience);
  expect((await moderator.goto(`/services/${slug}`))?.status()).toBe(404);
  await adminContext.close();
  await moderatorContext.close();
});

test("an edition of a register that looks cut needs a reason; a moderator finds it in the queue and approves what is new", async ({
  browser,
}) => {
  test.slow();
  const patience = { timeout: 60_000 };
  const unique = randomUUID().slice(0, 6).toUpperCase();
  const name = `Harbour Surgery ${unique.toLowerCase()}`;
  // Lines of `epraccur`: 27 columns, no headings. The second could be care that is shown by area only.
  const lineOf = (code: string, called: string) => {
    const where = ["Y62", "QHM", "1 QUAY", "WHITEHAVEN", "", "", "", "CA28 7QE", "20010401"];
    return [code, called, ...where, "", "A", ...Array.from({ length: 12 }, () => ""), "4", ""].join(",");
  };
  const lines = [lineOf(`Z${unique}`, name), lineOf(`Y${unique}`, `Refuge Lane Surgery ${unique}`)];
  const file = { name: "epraccur.csv", mimeType: "text/csv", buffer: Buffer.from(`${lines.join("\n")}\n`) };
  const adminContext = await browser.newContext();
  await signInAs(adminContext, "admin");
  const admin = await adminContext.newPage();
  await admin.goto("/admin/imports/new");
  await admin.getByRole("link", { name: "A publisher’s own file" }).click();
  await admin.getByRole("radio", { name: /^GP practices/ }).check();
  await admin.getByLabel("Date of the file").fill("2025-10");
  await admin.getByLabel("The publisher’s own file").setInputFiles(file);
  await admin.getByRole("button", { name: "Read it and show the preview" }).click();
  await expect(admin.getByText(/Open entries in this file: 2\./).first()).toBeVisible(patience);
  await admin.getByLabel("Why this edition is right all the same").fill("A trial with one surgery.");
  await admin.getByLabel("The publisher’s own file").setInputFiles(file);
  await admin.getByRole("button", { name: "Read it and show the preview" }).click();
  await expect(admin.getByText(/A trial with one surgery\./)).toBeVisible(patience);
  await admin.goto(`${admin.url().replace(/\?.*/, "")}?show=refused`);
  await admin.getByRole("link", { name: /^Repair row 2/ }).click();
  await admin.getByRole("radio", { name: "It is no care that we show by area only" }).check();
  await admin.getByRole("button", { name: "Save and preview again" }).click();
  // Thousands of rows are previewed again: what takes longer than a moment goes on behind the page, which says so.
  await expect(admin.getByText(/rows: 2 new,/)).toBeVisible(patience);
  await admin.goto(`${admin.url().replace(/\?.*/, "")}?show=new`);
  await expect(admin.getByText(/1 QUAY/i)).toHaveCount(2);
  await admin.getByRole("button", { name: "Hand it to a second person" }).click();
  await expect(
    admin.getByText("You brought this import, so another person has to approve it."),
  ).toBeVisible();
  const address = admin.url().replace(/\?.*/, "");

  const moderatorContext = await browser.newContext();
  await signInAs(moderatorContext, "moderator");
  const moderator = await moderatorContext.newPage();
  await moderator.goto("/moderation");
  await expect(moderator.getByText(/imports? waits? for a second person to approve/)).toBeVisible();
  await moderator.goto(address);
  // Not all: the others are services that this made-up edition does not list.
  await moderator.getByRole("radio", { name: "Only what is new" }).check();
  await moderator.getByRole("checkbox", { name: /with something to look at/ }).check();
  await moderator.getByRole("button", { name: "Approve and publish" }).click();
  await expect(moderator.getByText("Approved and published", { exact: true })).toBeVisible(patience);
  const path = `/places/harbour-surgery-${unique.toLowerCase()}-whitehaven`;
  await moderator.goto(path);
  await expect(moderator.getByRole("heading", { level: 1 })).toContainText(/harbour surgery/i);
  await admin.goto(address);
  await undoAll(admin);
  await expect(admin.getByText("Undone", { exact: true })).toBeVisible(patience);
  expect((await moderator.goto(path))?.status()).toBe(404);
  await adminContext.close();
  await moderatorContext.close();
});
