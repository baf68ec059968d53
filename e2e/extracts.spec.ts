import { randomUUID } from "node:crypto";
import { signInAs } from "./sign-in-as";
import { expect, test } from "./test";

/** An extract of the month that is in force, so that services of other codes are not doubted: a trust, and a new code. */
function extractOf(code: string, name: string): string {
  const header =
    "Period,Provider Parent Org Code,Provider Org Code,Provider Org Name,Commissioner Parent Org Code,Commissioner Org Code,Commissioner Org Name,RTT Part Type,Treatment Function Code,Treatment Function Name,Gt 00 To 01 Weeks SUM 1,Patients with unknown clock start date,Total All";
  const rows = [
    ["RNN", "NORTH CUMBRIA INTEGRATED CARE NHS FOUNDATION TRUST"],
    [code, name],
  ].flatMap(([provider, filed]) =>
    ["C_130", "C_999"].map(
      (treatment) =>
        `RTT-April-2026,QHM,${provider},${filed},QHM,01H,SUB ICB,Part_1B,${treatment},Eyes,40,0,40`,
    ),
  );
  return `${[header, ...rows].join("\n")}\n`;
}

test("an admin brings an extract of the waiting times and says who is behind a new code; somebody else approves it, undoing takes it away", async ({
  browser,
}) => {
  test.slow();
  const patience = { timeout: 60_000 };
  const unique = randomUUID().slice(0, 6).toUpperCase();
  const name = `Lantern Eyes ${unique.toLowerCase()}`;
  const file = {
    name: "rtt.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(extractOf(`Z${unique.slice(0, 4)}`, name.toUpperCase())),
  };
  const adminContext = await browser.newContext();
  await signInAs(adminContext, "admin");
  const admin = await adminContext.newPage();
  await admin.goto("/admin/imports/new?what=register");
  const send = async () => {
    await admin.getByRole("radio", { name: /waiting times/ }).check();
    await admin.getByLabel("The publisher’s own file").setInputFiles(file);
    await admin.getByRole("button", { name: "Read it and show the preview" }).click();
  };
  await admin.getByLabel("Date of the file").fill("2026-05");
  await send();
  await expect(admin.getByRole("link", { name: /counts the month 2026-04/ })).toBeVisible(patience);
  await admin.getByLabel("Date of the file").fill("2026-04");
  await send();
  await expect(admin.getByRole("link", { name: /Providers in this file: 1\./ })).toBeVisible(patience);
  await admin.getByLabel("Why this edition is right all the same").fill("A file of one code, for a test");
  await send();

  await expect(
    admin.getByText("1 row: 0 new, 0 changed, 0 may have ended, 0 unchanged, 1 refused"),
  ).toBeVisible(patience);
  await expect(admin.getByText(/The share of care stays as it is/)).toBeVisible();
  await admin.getByRole("link", { name: "Repair row 1" }).click();
  await admin.getByRole("radio", { name: "A place where patients go" }).check();
  await admin.getByLabel("Who is it?").fill(name);
  await admin.getByLabel("What is it in law?").selectOption("company");
  await admin.getByLabel("Name of the site").fill(`${name} Carlisle`);
  await admin.getByLabel("Postcode").fill("CA1 1ZX");
  await admin.getByLabel("Kind of document").selectOption("provider-page");
  await admin.getByLabel("Title of the document").fill("Our clinics");
  await admin.getByLabel("Who published it").fill(name);
  await admin.getByLabel("Date of the document").fill("2026-04");
  await admin.getByLabel("What the document says").fill("Lists its clinic in Carlisle.");
  await admin.getByRole("button", { name: "Save and preview again" }).click();
  // What was typed stands, with what is wrong beside it.
  await expect(admin.getByText("Postcode: “CA1 1ZX” does not exist.")).toBeVisible(patience);
  await admin.getByRole("link", { name: "Repair row 1" }).click();
  await expect(admin.getByLabel("Who is it?")).toHaveValue(name);
  await expect(admin.getByLabel("Postcode")).toHaveAccessibleDescription(/The nearest postcodes are CA1/);
  await admin.getByLabel("Postcode").fill("CA1 1QS");
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
  await expect(moderator.getByText(/Looked up by whoever brought this: .*Our clinics/).first()).toBeVisible();
  await moderator.getByRole("radio", { name: "Only what is new" }).check();
  await moderator.getByRole("checkbox", { name: /^Include the 1 row with something to look at/ }).check();
  await moderator.getByRole("button", { name: "Approve and publish" }).click();
  await expect(moderator.getByText("Approved and published", { exact: true })).toBeVisible(patience);
  const service = `/services/eye-care-at-${name.toLowerCase().replaceAll(" ", "-")}-carlisle`;
  await moderator.goto(service);
  await expect(moderator.getByRole("heading", { level: 1 })).toContainText(name);
  await admin.goto(address);
  await admin.getByText("Undo the whole import").click();
  await admin.getByRole("button", { name: "Yes, undo all of it" }).click();
  await expect(admin.getByText("Undone", { exact: true })).toBeVisible(patience);
  expect((await moderator.goto(service))?.status()).toBe(404);
  await adminContext.close();
  await moderatorContext.close();
});
