import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { FILE_LIMITS } from "../domain/files/report-file";
import { keptReport } from "./report-steps";
import { signInAs } from "./sign-in-as";
import { expect, test } from "./test";

/**
 * An address that ends in "#files" is scrolled to again until its pictures are there: a press before that can land where the button was.
 */
const whole = (page: Page) => page.waitForLoadState("load");

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

test.describe("with scripts", () => {
  test.use({ javaScriptEnabled: true });

  test("a file of 8 MB whose network goes in the middle goes on from there once it is back", async ({
    page,
    context,
  }) => {
    const BYTES = 8_000_000;
    const draft = await keptReport({ placeName: `Clinic ${randomUUID().slice(0, 8)}` });
    await signInAs(context, "campaigner");
    await page.goto(`/reports/new/source?draft=${draft}`);
    await page.getByRole("button", { name: "Add photographs or PDFs" }).click();
    // Where each part begins that is sent: one after the other, and each up to where the next begins.
    const sent: number[] = [];
    let isCut = false;
    await page.route("**/api/report-files/*?at=*", async (route) => {
      if (sent.length === 12 && !isCut) await context.setOffline(true);
      else sent.push(Number(new URL(route.request().url()).searchParams.get("at")));
      await route.continue().catch(() => undefined);
    });
    await page.getByLabel("Choose files").setInputFiles({
      name: "letter.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.concat([
        Buffer.from("%PDF-1.7\n"),
        Buffer.alloc(BYTES - 15, 32),
        Buffer.from("%%EOF\n"),
      ]),
    });
    await page.getByRole("button", { name: "Add these files" }).click();
    await expect(page.getByText("letter.pdf was not sent completely.")).toBeVisible();
    const parts = Array.from(
      { length: Math.ceil(BYTES / FILE_LIMITS.part) },
      (_, nth) => nth * FILE_LIMITS.part,
    );
    expect(sent.splice(0)).toEqual(parts.slice(0, 12));
    isCut = true;
    await context.setOffline(false);
    await page.getByRole("button", { name: "Continue sending" }).click();
    await expect(page.getByText("letter.pdf was added.")).toBeVisible();
    await expect(page.getByRole("link", { name: /Save letter\.pdf/ })).toBeVisible();
    // Nothing that had arrived is sent a second time.
    expect(sent).toEqual(parts.slice(12));
  });
});

test("without scripts: a photograph and a PDF go with a report; the photograph is offered, published and taken off again", async ({
  page,
  browser,
}) => {
  const tag = randomUUID().slice(0, 8);
  const draft = await keptReport({ placeName: `Clinic ${tag}`, providerName: `Provider ${tag}` });
  // Signed out: what is typed is kept, and signing in leads to the page for files.
  await page.goto(`/reports/new/source?draft=${draft}`);
  await page.getByLabel("Title").first().fill(`A sign at Clinic ${tag}`);
  await page.getByRole("button", { name: "Add photographs or PDFs" }).click();
  await expect(page.getByLabel("Email address")).toBeVisible();
  const back = new URL(page.url()).searchParams.get("callbackUrl") ?? "";
  await signInAs(page.context(), "campaigner");
  await page.goto(back);
  const sign = { width: 400, height: 300, channels: 3, background: "teal" } as const;
  await page.getByLabel("Choose files").setInputFiles([
    { name: "sign.jpg", mimeType: "image/jpeg", buffer: await sharp({ create: sign }).jpeg().toBuffer() },
    {
      name: "letter.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(2_000_000, 32), Buffer.from("%%EOF\n")]),
    },
  ]);
  await page.getByRole("button", { name: "Add these files" }).click();
  await expect(page.getByRole("img", { name: /sign\.jpg/ })).toBeVisible();
  await whole(page);
  await page.getByRole("button", { name: "Let moderators publish sign.jpg" }).click();
  await expect(page.getByText("You offered this picture")).toBeVisible();
  await whole(page);
  await page.getByRole("link", { name: "Back to your report" }).click();
  await expect(page.getByText("sign.jpg, letter.pdf")).toBeVisible();
  await expect(page.getByLabel("Title").first()).toHaveValue(`A sign at Clinic ${tag}`);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("region", { name: "Your answers" })).toContainText("sign.jpg, letter.pdf");
  await expect(page.getByRole("region", { name: "What we never publish" })).toContainText("PDFs");
  await page.getByLabel("I wrote this myself").check();
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByText("Waiting for a moderator")).toBeVisible();
  await expect(page.getByRole("link", { name: /Save letter\.pdf/ })).toBeVisible();
  const id = new URL(page.url()).pathname.split("/").pop();

  const desk = await browser.newContext({ javaScriptEnabled: false });
  await signInAs(desk, "moderator");
  const moderator = await desk.newPage();
  await moderator.goto(`/moderation/${id}`);
  await moderator.getByRole("button", { name: "Take it", exact: true }).click();
  await moderator.getByRole("radio", { name: "Approve and publish" }).check();
  await moderator.getByLabel("Your reason, for the author").fill("The sign says so, and the file lists it.");
  await moderator.getByRole("button", { name: "Decide" }).click();
  await moderator.getByLabel("What the picture shows").fill(`A sign that says Clinic ${tag}`);
  await moderator.getByRole("button", { name: "Publish sign.jpg" }).click();
  await expect(moderator.getByText("This picture is public.")).toBeVisible();
  await whole(moderator);
  const entry = await moderator
    .getByRole("region", { name: "Photographs and PDFs" })
    .getByRole("link", { name: new RegExp(`Clinic ${tag}`) })
    .getAttribute("href");

  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await visitor.goto(entry ?? "");
  const figure = visitor.getByRole("figure", { name: /Photograph by a volunteer/ });
  await expect(figure).toContainText(`A sign that says Clinic ${tag}`);
  const address = (await figure.locator("img").getAttribute("src")) ?? "";
  const picture = await visitor.request.get(address);
  expect([picture.status(), picture.headers()["content-security-policy"]]).toEqual([
    200,
    expect.stringContaining("sandbox"),
  ]);
  await moderator.getByRole("button", { name: "Take sign.jpg off the page" }).click();
  await expect(moderator.getByRole("button", { name: "Publish sign.jpg" })).toBeVisible();
  await visitor.reload();
  await expect(figure).toHaveCount(0);
  expect((await visitor.request.get(address)).status()).toBe(404);
});
