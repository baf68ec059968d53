import { discoverRoutes, visits } from "./routes";
import { expect, test } from "./test";

test.use({ javaScriptEnabled: false });

for (const [route, ways] of Object.entries(visits)) {
  for (const [index, { path, status = 200, isPersonal }] of ways.entries()) {
    test(`${route} (${index + 1}) is complete without JavaScript`, async ({ page, context }) => {
      const response = await page.goto(typeof path === "string" ? path : await path(context));
      expect(response?.status()).toBe(status);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("main")).not.toBeEmpty();
      await expect(page.getByRole("contentinfo")).toContainText("This is not an NHS website");
      if (isPersonal) return;
      const cookies = await context.cookies();
      expect(cookies, "no cookie before sign-in").toEqual([]);
    });
  }
}

test("every route is visited", () => {
  expect(Object.keys(visits).sort()).toEqual(discoverRoutes());
});

test("a postcode leads to its constituency, and nothing of it is in the address", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Postcode, or the name").fill("ca2 7hy");
  await page.getByRole("button", { name: "Look up" }).click();
  await expect(page).toHaveURL(/\/areas\/constituency\/carlisle$/);
  await expect(page.locator("#answer")).toContainText("In Carlisle constituency we know of");
});

test("a Welsh page stays in Welsh after a look-up", async ({ page }) => {
  await page.goto("/cy");
  await page.getByLabel("Postcode, or the name").fill("CF14 4XW");
  await page.getByRole("button", { name: "Look up" }).click();
  await expect(page).toHaveURL(/\/cy\/areas\/constituency\//);
  await expect(page.locator("html")).toHaveAttribute("lang", "cy");
  await expect(page.getByRole("main")).toHaveAttribute("lang", "en");
  await expect(page.getByText("Nid yw’r testun hwn ar gael yn Gymraeg eto")).toBeVisible();
});

for (const [typed, near, words] of [
  ["CA2", "CA2", "only the first part of a postcode"],
  ["CA2 7", "CA2", "only the first part of a postcode"],
  ["CA2 7ZZ", "CA2", "We have no such postcode"],
  ["JE2 3AB", null, "health services of their own"],
  ["BFPO 58", null, "A BFPO address"],
  ["!!!", null, "That does not look like a postcode or a name"],
] as const) {
  test(`${typed} is answered in words, with the outward code at most`, async ({ page }) => {
    await page.goto("/");
    await page.getByLabel("Postcode, or the name").fill(typed);
    await page.getByRole("button", { name: "Look up" }).click();
    await expect(page.getByRole("alert")).toContainText(words);
    expect(new URL(page.url()).searchParams.get("near")).toBe(near);
    expect(page.url()).not.toMatch(/7ZZ|3AB/);
    await expect(page.getByLabel("Postcode, or the name")).toBeVisible();
  });
}

test("a name leads to the search", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Postcode, or the name").fill("cumberland infirmary");
  await page.getByRole("button", { name: "Look up" }).click();
  await page.getByRole("link", { name: "Cumberland Infirmary", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cumberland Infirmary" })).toBeVisible();
});
