import { randomUUID } from "node:crypto";
import { signInAs } from "./sign-in-as";
import { expect, test } from "./test";

const PHONE = { width: 360, height: 740 };

test.describe("on a telephone", () => {
  test.use({ viewport: PHONE });

  test("what is missing: a tip without an address, shown by a moderator, becomes a volunteer's report", async ({
    browser,
    page,
  }) => {
    const place = `Quagga ${randomUUID().slice(0, 8).replace(/\d/g, "x")}`;
    await page.goto(`/search?q=${encodeURIComponent(place)}`);
    await page.getByRole("link", { name: "Tell us what is missing here" }).click();
    await expect(page.getByLabel("Where is it?")).toHaveValue(place);
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByRole("link", { name: "Say what is missing" })).toBeVisible();
    const words = `The surgery ${place} was taken over in May`;
    await page.getByLabel("What is missing?").fill(words);
    await page.getByLabel("Web address of a page that shows it").fill("https://news.example/taken-over");
    await page.getByRole("button", { name: "Send" }).click();
    const receipt = page.getByRole("status");
    await expect(receipt).toContainText(/The moderators have your tip.*Its number is [0-9A-F]{8}/);
    const number = /number is ([0-9A-F]{8})/.exec((await receipt.textContent()) ?? "")?.[1] ?? "";

    const moderation = await (await browser.newContext({ viewport: PHONE })).newPage();
    await signInAs(moderation.context(), "moderator");
    await moderation.goto("/moderation/tips");
    await moderation.getByRole("link", { name: place }).click();
    await expect(moderation.getByText(`Tip ${number}`)).toBeVisible();
    await expect(moderation.getByText(words)).toBeVisible();
    await moderation.getByLabel("What volunteers read").fill(`Who runs ${place} since May?`);
    await moderation.getByRole("button", { name: "Show it on the page of leads" }).click();
    await expect(moderation.getByRole("status")).toContainText("Volunteers see it");

    const volunteer = await (await browser.newContext({ viewport: PHONE })).newPage();
    await signInAs(volunteer.context(), "campaigner");
    await volunteer.goto("/leads");
    const lead = volunteer.getByRole("listitem").filter({ hasText: `Who runs ${place} since May?` });
    await expect(lead).not.toContainText(words);
    await lead.getByRole("link", { name: "Make a report of it" }).click();
    await expect(volunteer.getByText(`Who runs ${place} since May?`).first()).toBeVisible();
    await expect(volunteer.locator(`input[value="${place}"]`).first()).toBeAttached();
    await moderation.context().close();
    await volunteer.context().close();
  });
});

test.describe("on a telephone without scripts", () => {
  test.use({ viewport: PHONE, javaScriptEnabled: false });

  test("a problem with an area's page is confirmed by a mailed link, and nothing typed is lost on the way", async ({
    browser,
    page,
  }) => {
    const own = randomUUID().slice(0, 8);
    await page.goto("/areas/constituency/carlisle");
    await page.getByRole("link", { name: "Report a problem with this page" }).click();
    await page.getByRole("radio", { name: "Out of date" }).check();
    await page.getByLabel("What is right, and how do you know?").fill(`It closed in the spring, ${own}.`);
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByRole("link", { name: /we send you a link to confirm/ })).toBeVisible();
    await expect(page.getByLabel("What is right, and how do you know?")).toHaveValue(new RegExp(own));
    await page.getByLabel("Your email address").fill(`${own}@e2e.test`);
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByRole("status")).toContainText("saved, and not sent yet");

    const moderation = await (await browser.newContext({ viewport: PHONE })).newPage();
    await signInAs(moderation.context(), "moderator");
    const waiting = async () => {
      await moderation.goto("/moderation");
      return moderation.getByRole("region", { name: "Complaints waiting" });
    };
    await expect((await waiting()).getByRole("link", { name: "Carlisle", exact: true })).toHaveCount(0);

    await page.goto("/outbox");
    const mail = page.getByRole("article").filter({ hasText: `To: ${own}@e2e.test` });
    await mail.getByRole("link", { name: /complaints\/confirm/ }).click();
    await page.getByRole("button", { name: "Send it" }).click();
    await expect(
      page.getByRole("heading", { level: 1, name: "It is with the moderators now" }),
    ).toBeVisible();
    await expect(page.getByRole("status")).toContainText(/Its number is [0-9A-F]{8}/);

    await (await waiting()).getByRole("link", { name: "Carlisle", exact: true }).click();
    await expect(moderation.getByText(`It closed in the spring, ${own}.`)).toBeVisible();
    await moderation.context().close();
  });
});
