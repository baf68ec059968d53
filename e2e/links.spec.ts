import sharp from "sharp";
import { keptReport } from "./report-steps";
import { signInAs } from "./sign-in-as";
import { expect, test } from "./test";

test.use({ viewport: { width: 360, height: 740 } });

test("a link is looked at, what is ticked goes into the form, and Enter still sends it", async ({ page }) => {
  await signInAs(page.context(), "campaigner");
  const empty = {
    "sources.0.url": "",
    "sources.0.title": "",
    "sources.0.publisher": "",
    "sources.0.kind": "",
  };
  await page.goto(`/reports/new/source?draft=${await keptReport(empty)}`);
  const source = page.getByRole("main");
  await source.getByLabel("Link").first().fill("https://www.find-tender.service.gov.uk/Notice/071254-2025");
  await source.getByRole("button", { name: "Look at this link" }).first().click();
  await expect(source).toContainText("This is a page of Find a Tender.");
  await expect(source).toContainText("This site does not read pages.");
  await source.getByRole("button", { name: "Put what is ticked into the form" }).click();
  await expect(source.getByText("It is in the form")).toBeVisible();
  await expect(source.getByRole("textbox", { name: "Who published it" }).first()).toHaveValue(
    "Find a Tender",
  );
  await expect(source.getByLabel("What kind of document is it?").first()).toHaveValue("contract-notice");

  await source.getByLabel("Title").first().press("Enter");
  await expect(page.getByText("There is a problem")).toBeVisible();
  await expect(source.getByRole("textbox", { name: "Who published it" }).first()).toHaveValue(
    "Find a Tender",
  );
});

test("photographs and documents are added to a draft, seen by nobody else, covered in part and removed", async ({
  page,
  browser,
}) => {
  await signInAs(page.context(), "campaigner");
  await page.goto(`/reports/new/review?draft=${await keptReport({ placeName: "Castle Clinic" })}`);
  await page.getByRole("button", { name: "Save as a draft" }).click();
  const files = page.getByRole("region", { name: "Photographs and PDFs" });
  const picture = await sharp({ create: { width: 600, height: 400, channels: 3, background: "teal" } })
    .withExif({ IFD0: { Artist: "A volunteer" } })
    .jpeg()
    .toBuffer();
  await files.getByLabel("Choose files").setInputFiles([
    { name: "sign.jpeg", mimeType: "image/jpeg", buffer: picture },
    { name: "notice.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF\n") },
    { name: "drawing.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg/>") },
  ]);
  await files.getByRole("button", { name: "Add these files" }).click();
  await expect(files.getByText("drawing.svg was not added. We take JPEG")).toBeVisible();
  const shown = files.getByAltText("Photograph added to this report: sign.jpg").first();
  const before = await shown.getAttribute("src");
  const stored = await page.request.get(before ?? "");
  expect((await stored.body()).includes("A volunteer")).toBe(false);
  expect(stored.headers()["content-security-policy"]).toMatch(/sandbox$/);
  const notice = await page.request.get(
    (await files.getByRole("link", { name: /notice\.pdf/ }).getAttribute("href")) ?? "",
  );
  expect(notice.headers()["content-disposition"]).toMatch(/^attachment/);
  const stranger = await browser.newContext();
  await signInAs(stranger, "trusted-campaigner");
  expect((await stranger.request.get(before ?? "")).status()).toBe(404);

  await files.getByText("Blur or cover a part of sign.jpg").click();
  for (const [label, value] of [
    ["From the left (%)", "10"],
    ["From the top (%)", "10"],
    ["Width (%)", "30"],
    ["Height (%)", "30"],
  ] as const)
    await files.getByLabel(label).fill(value);
  await files.getByLabel("Cover it in black").check();
  await files.getByRole("button", { name: "Hide this part of sign.jpg" }).click();
  await expect(page.getByText("Your files are saved.")).toBeVisible();
  await expect(shown).not.toHaveAttribute("src", before ?? "");
  await files.getByRole("button", { name: "Remove notice.pdf" }).click();
  await expect(files.getByRole("link", { name: /notice\.pdf/ })).toBeHidden();
});
