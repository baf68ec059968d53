import type { Page, Request } from "@playwright/test";
import { expect, test } from "./test";

const box = (page: Page) => page.getByLabel("Postcode, or the name");

/** Everything a request says: its address, its headers and its body. */
async function said(request: Request): Promise<string> {
  const headers = await request.allHeaders();
  return decodeURIComponent(
    `${request.url()} ${JSON.stringify(headers)} ${request.postData() ?? ""}`,
  ).toUpperCase();
}

/** Listens to every request from now on; the text of all of them is what was learnt. */
function listen(page: Page): () => Promise<string[]> {
  const requests: Request[] = [];
  page.on("request", (request) => requests.push(request));
  return () => Promise.all(requests.map(said));
}

test.describe("with JavaScript", () => {
  test("no request carries the second half of a postcode, and the page says so", async ({ page }) => {
    const learnt = listen(page);
    await page.goto("/");
    await page.getByText("How we protect your postcode").click();
    await expect(page.getByText("we learn only the first half of your postcode, such as CA2")).toBeVisible();
    await box(page).fill("ca2 7hy");
    await box(page).press("Enter");
    await expect(page).toHaveURL(/\/near\/CA2$/);
    await expect(page.getByRole("heading", { name: "nearest services to your postcode" })).toBeFocused();
    await page.waitForLoadState("networkidle");
    const requests = await learnt();
    expect(requests.filter((text) => /\/POSTCODES\/[0-9A-F]{16}\/CA2\.JSON/.test(text))).toHaveLength(1);
    for (const text of requests) expect(text).not.toMatch(/7[\s+%\d-]*HY/);
  });

  test.describe("nor of one", () => {
    for (const [typed, secret] of [
      ["CA2 7ZZ", "7ZZ"],
      ["CA2 7HC", "7HC"],
      ["ca27hy, Carlisle", "7HY"],
      ["JE2 3AB", "3AB"],
    ] as const) {
      test(`that leads nowhere or stands among words: ${typed}`, async ({ page }) => {
        const learnt = listen(page);
        await page.goto("/");
        await box(page).fill(typed);
        await box(page).press("Enter");
        await expect(
          page.getByRole("alert").filter({ hasText: /\w/ }).or(page.locator("#nearest")),
        ).toBeVisible();
        for (const text of await learnt()) expect(text).not.toContain(secret);
      });
    }
  });

  test("the file of postcodes is asked for without cookies", async ({ page, context, baseURL }) => {
    await context.addCookies([{ name: "somebody", value: "known", url: baseURL ?? "" }]);
    const learnt = listen(page);
    await page.goto("/");
    for (const typed of ["CA2 7ZZ", "CA2 8ZZ"]) {
      await box(page).fill(typed);
      await box(page).press("Enter");
      await expect(page.getByRole("alert").filter({ hasText: "We do not have this postcode" })).toContainText(
        "CA2",
      );
    }
    const files = (await learnt()).filter((text) => text.includes("/POSTCODES/"));
    expect(files.length).toBeGreaterThanOrEqual(2);
    for (const text of files) expect(text).not.toContain("SOMEBODY");
  });

  test("an unknown postcode is answered with the closest ones", async ({ page }) => {
    await page.goto("/");
    await box(page).fill("CA2 7ZZ");
    await box(page).press("Enter");
    const alert = page.getByRole("alert").filter({ hasText: "closest postcodes" });
    await expect(alert).toContainText(/CA2 7[A-Z]{2}, CA2 7/);
    await expect(page.getByRole("link", { name: "Which areas is CA2 in?" })).toBeVisible();
    await alert.getByRole("button").first().click();
    await expect(page).toHaveURL(/\/near\/CA2$/);
  });

  test("half a postcode leads to its areas, and a sector's figure is in no request; a page shown again has stopped looking", async ({
    page,
  }) => {
    const learnt = listen(page);
    await page.goto("/");
    await box(page).fill("CA2 7");
    await box(page).press("Enter");
    await expect(page.getByRole("heading", { name: "Postcode sector CA2 7" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Postcode district CA2" })).toBeHidden();
    for (const text of await learnt()) expect(text).not.toMatch(/CA2\W*7|SECTOR/);
    // On the page itself another part of the same district is only another fragment.
    await box(page).fill("CA2 6");
    await box(page).press("Enter");
    await expect(page.getByRole("heading", { name: "Postcode sector CA2 6" })).toBeVisible();
    await expect(page.getByRole("status")).toBeEmpty();

    // An answer without content leaves the page as it is, still looking.
    await page.route("**/near/CA2", (route) => route.fulfill({ status: 204 }));
    await box(page).fill("CA2 7HY");
    await box(page).press("Enter");
    await expect(page.getByRole("status")).toHaveText("Looking up …");
    // The back button shows a page as it was left. Browsers under test keep none, so this one is told that it was kept.
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    await expect(page.getByRole("status")).toBeEmpty();
  });

  test("a postcode known only to its neighbourhood says so, on the page that everybody gets", async ({
    page,
  }) => {
    await page.goto("/near/BT10");
    const notice = page.getByText("only the middle of a neighbourhood for your postcode");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(notice).toBeHidden();
    await page.goto("/");
    await box(page).fill("BT10 0AB");
    await box(page).press("Enter");
    await expect(notice).toBeVisible();
    await expect(page.locator("#nearest")).toContainText(/about [\d.]+ miles/);
    await page.getByRole("link", { name: "Belfast South and Mid Down" }).click();
    await expect(page.locator("#postcode-data")).toContainText("Northern Ireland");
  });

  test("a name still goes to the search", async ({ page }) => {
    await page.goto("/");
    await box(page).fill("Cumberland Infirmary");
    await box(page).press("Enter");
    await expect(page).toHaveURL(/\/search\?q=Cumberland/);
  });

  test("a list that does not come is said, nothing is sent, and the reader decides", async ({ page }) => {
    await page.route("**/postcodes/**", (route) => route.abort());
    const learnt = listen(page);
    await page.goto("/");
    await box(page).fill("CA2 7HY");
    await box(page).press("Enter");
    await expect(page.getByRole("alert").filter({ hasText: "has not left your device" })).toBeVisible();
    await expect(box(page)).toHaveValue("CA2 7HY");
    for (const text of await learnt()) expect(text).not.toContain("7HY");

    await page.getByRole("button", { name: "Send the whole postcode" }).click();
    await expect(page).toHaveURL(/\/near\/CA2$/);
    expect((await learnt()).filter((text) => text.includes("7HY"))).toHaveLength(1);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the postcode is in one request's body and in no address", async ({ page }) => {
    const learnt = listen(page);
    await page.goto("/");
    await page.getByText("How we protect your postcode").click();
    await expect(page.getByText("the whole postcode is sent to us")).toBeVisible();
    await box(page).fill("CA2 7HY");
    await page.getByRole("button", { name: "Look up" }).click();
    await expect(page.getByRole("heading", { name: "nearest services to your postcode" })).toBeVisible();
    const requests = (await learnt()).filter((text) => /7[\s+]*HY/.test(text));
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatch(/^\S+\/API\/LOOK-UP /);
  });
});

test("the privacy page says the same", async ({ page }) => {
  await page.goto("/privacy");
  await expect(page.getByText("of a postcode we learn only the first half, such as CA2")).toBeVisible();
});
