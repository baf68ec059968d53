import type { Page, Request } from "@playwright/test";
import { accessibilityFaults } from "./axe";
import { expect, test } from "./test";

const box = (page: Page) => page.getByLabel("Postcode, or the name");
const options = (page: Page) => page.getByRole("option");

/** The addresses and bodies of all requests from now on. */
function listen(page: Page): () => string[] {
  const requests: Request[] = [];
  page.on("request", (request) => requests.push(request));
  return () => requests.map((request) => decodeURIComponent(`${request.url()} ${request.postData() ?? ""}`));
}

test("a village is found with the keyboard alone and leads to its constituency", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/");
  await expect(box(page)).toHaveRole("combobox");
  await expect(box(page)).toHaveAttribute("aria-expanded", "false");
  await box(page).fill("dalst");
  const village = options(page).filter({ hasText: "Cumberland CA5" });
  await expect(village).toContainText("in Penrith and Solway constituency");
  await expect(page.getByText(/^\d suggestions\. Use the up and down arrows/)).toBeAttached();
  await expect(box(page)).toHaveAttribute("aria-expanded", "true");
  expect(await accessibilityFaults(page)).toEqual([]);
  for (const option of await options(page).all())
    expect((await option.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);

  await box(page).press("Escape");
  await expect(options(page)).toHaveCount(0);
  await expect(box(page)).toHaveValue("dalst");
  await box(page).press("ArrowDown");
  await box(page).press("ArrowDown");
  await expect(village).toHaveAttribute("aria-selected", "true");
  await expect(box(page)).toHaveAttribute("aria-activedescendant", (await village.getAttribute("id")) ?? "");
  await expect(box(page)).toBeFocused();
  await box(page).press("Enter");
  await expect(page).toHaveURL(/\/areas\/constituency\/penrith-and-solway$/);
});

test("a town asks which constituency, and offers its council", async ({ page }) => {
  await page.goto("/cy");
  await box(page).fill("leeds");
  await options(page).filter({ hasText: "in 10 constituencies" }).click();
  await expect(page).toHaveURL(/\/cy\/look-up\?town=leeds$/);
  await expect(page.getByRole("main").getByRole("link", { name: "Leeds", exact: true })).toHaveAttribute(
    "href",
    "/cy/areas/council/leeds",
  );
  await page.getByRole("link", { name: "Leeds North East" }).click();
  await expect(page).toHaveURL(/\/cy\/areas\/constituency\/leeds-north-east$/);
});

test("a practice and who runs it are suggested in spite of slips", async ({ page }) => {
  await page.goto("/look-up");
  await box(page).fill("cumberlnd infirm");
  await expect(options(page).first()).toContainText("Cumberland Infirmary");
  await box(page).fill("");
  await expect(options(page)).toHaveCount(0);
  await box(page).fill("ssp helth");
  await expect(options(page).first()).toContainText("SSP Health");
});

test("what can be the beginning of a postcode is never sent for suggestions", async ({ page }) => {
  const learnt = listen(page);
  await page.goto("/");
  for (const typed of ["ca2 7hy", "Carlisle CA2", "c a 2", "M1"]) {
    await box(page).fill("");
    await box(page).pressSequentially(typed);
  }
  // A name is asked for afterwards, so that whatever would have been sent before it has been.
  await box(page).fill("");
  await box(page).fill("wetheral");
  await expect(options(page).first()).toContainText("Wetheral");
  const asked = learnt().filter((text) => text.includes("/api/v1/names"));
  expect(asked.length).toBeGreaterThan(0);
  for (const text of asked) expect(new URL(text.trim()).searchParams.get("q")).not.toMatch(/\d/);
  expect(learnt().filter((text) => text.includes("/postcodes/"))).toEqual([]);
});

test.describe("use my location", () => {
  test("says what happens, then leads to what is near, and sends the position nowhere", async ({
    page,
    context,
  }) => {
    await context.grantPermissions(["geolocation"]);
    await context.setGeolocation({ longitude: -2.9578, latitude: 54.8965, accuracy: 30 });
    const learnt = listen(page);
    await page.goto("/");
    await page.getByRole("button", { name: "Use my location" }).click();
    await expect(page.getByText("Your position is not sent to us")).toBeVisible();
    await page.getByRole("button", { name: "Find what is near me" }).click();
    await expect(page.getByRole("heading", { name: /nearest services to where you are$/ })).toBeVisible();
    await expect(page).toHaveURL(/\/near\/CA2$/);
    await expect(page.locator("#areas li").first()).toContainText("Carlisle");
    expect(learnt().filter((text) => text.includes("/outlines/60-50.json"))).toHaveLength(1);
    for (const text of learnt()) expect(text).not.toMatch(/54[.,]?89|2[.,]?95/);

    await page.goto("/look-up");
    await context.setGeolocation({ longitude: -0.1195, latitude: 51.503, accuracy: 900 });
    await page.getByRole("button", { name: "Use my location" }).click();
    await page.getByRole("button", { name: "Find what is near me" }).click();
    await expect(page.getByText("You are close to a boundary")).toBeVisible();
    expect(page.url()).toMatch(/\/look-up\?choose=[a-z,-]+&by=location$/);
  });

  for (const [where, position, words] of [
    ["abroad", { longitude: 2.35, latitude: 48.85, accuracy: 30 }, "not in the United Kingdom"],
    [
      "roughly known",
      { longitude: -2.9578, latitude: 54.8965, accuracy: 20_000 },
      "only to more than half a mile",
    ],
  ] as const) {
    test(`a position ${where} gets a sentence`, async ({ page, context }) => {
      await context.grantPermissions(["geolocation"]);
      await context.setGeolocation(position);
      await page.goto("/look-up");
      await page.getByRole("button", { name: "Use my location" }).click();
      await page.getByRole("button", { name: "Find what is near me" }).click();
      await expect(page.getByText(words)).toBeVisible();
    });
  }

  test("a refusal gets a sentence, and so does changing one's mind, and the keyboard keeps its place", async ({
    page,
  }) => {
    await page.goto("/look-up");
    const opener = page.getByRole("button", { name: "Use my location" });
    await opener.press("Enter");
    await page.getByRole("button", { name: "Not now" }).press("Enter");
    await expect(page.getByText("Your position is not sent to us")).toBeHidden();
    await expect(opener).toBeFocused();
    await opener.press("Enter");
    await page.getByRole("button", { name: "Find what is near me" }).press("Enter");
    await expect(page.getByText("Your browser did not give us your location")).toBeFocused();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the same names are on a page of results, and the box claims no list", async ({ page }) => {
    await page.goto("/");
    await expect(box(page)).toHaveRole("textbox");
    await expect(page.getByRole("button", { name: "Use my location" })).toHaveCount(0);
    await box(page).fill("Dalston, Cumberland");
    await page.getByRole("button", { name: "Look up" }).click();
    await expect(page.getByRole("main")).toContainText("Dalston is in Penrith and Solway constituency.");
    await page.getByRole("link", { name: "Dalston", exact: true }).click();
    await expect(page).toHaveURL(/\/areas\/constituency\/penrith-and-solway$/);
  });
});
