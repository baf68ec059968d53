import { readFileSync } from "node:fs";
import { join } from "node:path";
import { discoverRoutes, visits } from "./routes";
import { SERVER_LOG } from "./site";
import { expect, test } from "./test";

test.use({ javaScriptEnabled: false });

for (const [route, ways] of Object.entries(visits)) {
  for (const [index, { path, status = 200, isPersonal }] of ways.entries()) {
    test(`${route} (${index + 1}) is complete without JavaScript`, async ({ context }) => {
      const address = typeof path === "string" ? path : await path(context);
      // What a browser without scripts has is what was sent; the axe tests draw the same pages.
      const response = await context.request.get(address, { headers: { accept: "text/html" } });
      expect(response.status()).toBe(status);
      const html = (await response.text()).replaceAll(/<script\b[\s\S]*?<\/script>/g, "");
      expect(html.match(/<h1[\s>]/g), "one first heading").toHaveLength(1);
      const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? "";
      expect(main.replaceAll(/<[^>]*>/g, "").trim().length).toBeGreaterThan(20);
      expect(html.slice(html.lastIndexOf("<footer"))).toContain("This is not an NHS website");
      // Where React waits for a part, it sends the part hidden, for a script to put in its place.
      expect(html).not.toMatch(/<div hidden="" id="S:|<template id="B:/);
      if (isPersonal) return;
      const cookies = await context.cookies();
      expect(cookies, "no cookie before sign-in").toEqual([]);
    });
  }
}

test("every route is visited", () => {
  expect(Object.keys(visits).sort()).toEqual(discoverRoutes());
});

test("a postcode leads to what is near it, then its constituency, and nothing of it is in the address", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByLabel("Postcode, or the name").fill("ca2 7hy");
  await page.getByRole("button", { name: "Look up" }).click();
  await expect(page).toHaveURL(/\/api\/look-up$/);
  await expect(page.getByRole("heading", { name: "nearest services to your postcode" })).toBeVisible();
  await expect(page.locator("#areas")).toContainText("in Carlisle constituency run by");
  await page.getByRole("link", { name: "Carlisle", exact: true }).click();
  await expect(page).toHaveURL(/\/areas\/constituency\/carlisle$/);
});

test("a Welsh page stays in Welsh after a look-up", async ({ page }) => {
  await page.goto("/cy");
  await page.getByLabel("Postcode, or the name").fill("CF14 4XW");
  await page.getByRole("button", { name: "Look up" }).click();
  await page.locator("#areas").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/cy\/areas\/constituency\//);
  await expect(page.locator("html")).toHaveAttribute("lang", "cy");
  await expect(page.getByRole("main")).toHaveAttribute("lang", "en");
  await expect(page.getByText("Nid yw’r testun hwn ar gael yn Gymraeg eto")).toBeVisible();
});

for (const [typed, near, words] of [
  ["CA2", "CA2", "Enter the whole postcode"],
  ["CA2 7", "CA2", "Enter the whole postcode"],
  ["CA99 1AA", "CA99", "We do not have this postcode"],
  ["JE2 3AB", null, "their own health services"],
  ["BFPO 58", null, "A BFPO address"],
  ["!!!", null, "Enter a full postcode, such as CA2 7HY, or at least two letters of a name"],
] as const) {
  test(`${typed} is answered in words, with the outward code at most`, async ({ page }) => {
    await page.goto("/");
    await page.getByLabel("Postcode, or the name").fill(typed);
    await page.getByRole("button", { name: "Look up" }).click();
    await expect(page.getByRole("alert")).toContainText(words);
    expect(new URL(page.url()).searchParams.get("near")).toBe(near);
    expect(page.url()).not.toMatch(/1AA|3AB/);
    await expect(page.getByLabel("Postcode, or the name")).toBeVisible();
  });
}

test("a district and one of its sectors are told apart, with the shares of the areas each lies in", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByLabel("Postcode, or the name").fill("ca2 7");
  await page.getByRole("button", { name: "Look up" }).click();
  const sector = page.getByRole("region", { name: "Postcode sector CA2 7" });
  const district = page.getByRole("region", { name: "Postcode district CA2" });
  await expect(sector).toContainText(/Carlisle\s*\d\d%/);
  await expect(sector).toContainText("Cumberland");
  await expect(sector).toContainText("Integrated Care Board");
  await expect(district).toBeHidden();
  await page.getByRole("link", { name: "All of CA2" }).click();
  await expect(district).toContainText(/Carlisle\s*\d\d%/);
  await expect(sector).toBeHidden();
  await expect(page.locator("#postcode-data")).toContainText("OS Code-Point Open, October 2025");
});

test("a postcode that nobody has is answered with the nearest, and is in no address and no log", async ({
  page,
}) => {
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));
  await page.goto("/cy");
  await page.getByLabel("Postcode, or the name").fill("la23 1zz");
  await page.getByRole("button", { name: "Look up" }).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("We do not have this postcode");
  await expect(alert).toContainText(/The closest postcodes we have: (LA23 1[A-Z]{2}(, |\.)){5}/);
  await expect(page.locator("html")).toHaveAttribute("lang", "cy");
  await expect(page.getByRole("link", { name: "Which areas is LA23 in?" })).toBeVisible();
  await alert.getByRole("button").first().click();
  await page.getByRole("link", { name: "Westmorland and Lonsdale", exact: true }).click();
  await expect(page).toHaveURL(/\/cy\/areas\/constituency\/westmorland-and-lonsdale$/);

  const log = readFileSync(join(process.env.E2E_DATA_DIR ?? "", SERVER_LOG), "utf8");
  expect(log, "it is the log of this server").toContain("Outsourcing Map is at");
  for (const text of [...addresses, log]) expect(text).not.toMatch(/la23\W*1/i);
});

test("a name leads to the search", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Postcode, or the name").fill("cumberland infirmary");
  await page.getByRole("button", { name: "Look up" }).click();
  await page.getByRole("link", { name: "Cumberland Infirmary", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cumberland Infirmary" })).toBeVisible();
});
