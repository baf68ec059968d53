import { signInAgain, signInAs } from "./sign-in-as";
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
  await expect(page.getByRole("link", { name: /^Report its address/ }).first()).toHaveAttribute(
    "href",
    /question=wrong&field=address/,
  );
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

test("one source for several places, without scripts: what is wrong is said, and each answer is a report", async ({
  browser,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 800 },
  });
  const { id } = await signInAs(context, "campaigner");
  const page = await context.newPage();
  await page.goto("/to-do?area=council/cardiff");
  await page.getByRole("link", { name: "Check several places with one source" }).click();
  const practices = page
    .getByRole("group")
    .filter({ has: page.getByLabel("An organisation runs it"), hasNot: page.getByRole("group") });
  await expect(practices).toHaveCount(10);
  // On paper: what counts as evidence, the places with their boxes, and nothing to press.
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("A list of directors is no evidence of who owns it.")).toBeVisible();
  await expect(practices.nth(9)).toBeVisible();
  await expect(page.getByRole("button", { name: "Send these reports" })).toBeHidden();
  await page.emulateMedia({ media: null });
  const first = (await practices.nth(0).locator("legend").textContent()) ?? "";
  await practices.nth(0).getByLabel("The NHS, or the practice’s own GPs, run it").check();
  await practices.nth(1).getByLabel("An organisation runs it").check();
  await page.getByRole("button", { name: "Send these reports" }).click();
  await expect(
    page.getByRole("alert").getByRole("link", { name: /give the organisation’s name/ }),
  ).toBeVisible();
  await expect(practices.nth(0).getByLabel("The NHS, or the practice’s own GPs, run it")).toBeChecked();

  await page.getByLabel("If an organisation: its name").nth(1).fill("Gazelle Health Ltd");
  await page.locator('[id="sources.0.kind"]').selectOption({ index: 1 });
  await page.locator('[id="sources.0.title"]').fill("Who holds the contracts");
  await page.locator('[id="sources.0.publisher"]').fill("The health board");
  await page.locator('[id="sources.0.url"]').fill("https://board.example/contracts");
  await page.locator('[id="sources.0.publishedOn"]').fill("2026-10");
  await page
    .locator('[id="sources.0.says"]')
    .fill("A list of practices and of who holds the contract of each.");
  await page.getByLabel("An official register names who holds the contract").check();
  await page.locator("#licence").check();
  // The session runs out meanwhile: the sheet stays as it was filled in, and is sent once they are signed in again.
  await context.clearCookies();
  await page.getByRole("button", { name: "Send these reports" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: "Sign in" })).toHaveAttribute(
    "href",
    /callbackUrl=.*worksheet/,
  );
  await expect(page.getByLabel("If an organisation: its name").nth(1)).toHaveValue("Gazelle Health Ltd");
  await signInAgain(context, id);
  await page.getByRole("button", { name: "Send these reports" }).click();
  await expect(page.getByText("We have 2 reports from this sheet.")).toBeVisible();
  await expect(page.getByText(first, { exact: true })).toHaveCount(0);
  await context.close();
});
