import { expect, test } from "./test";

test("near a boundary the reader is told of both constituencies, and the address names no postcode", async ({
  page,
}) => {
  await page.goto("/");
  const box = page.getByLabel("Postcode, or the name");
  await box.fill("ca2 4de");
  await box.press("Enter");
  await expect(page).toHaveURL(/\/near\/CA2$/);
  const areas = page.locator("#areas");
  await expect(areas).toContainText("Some addresses with your postcode may be in another constituency");
  await expect(areas.getByRole("link")).toHaveText([
    "Carlisle",
    "Penrith and Solway",
    "Cumberland",
    /Board$/,
  ]);
  await areas.getByRole("link", { name: "Penrith and Solway" }).click();
  await expect(page).toHaveURL(/\/areas\/constituency\/penrith-and-solway$/);
  await page.goto("/look-up?choose=carlisle,<script>");
  await expect(page.getByRole("heading", { level: 1, name: "Look up a postcode or a name" })).toBeVisible();
});

test("a board of 2023 says what it became; a seat of 2010 too, or it leads to the one that has all of it", async ({
  page,
}) => {
  const shares = page.getByRole("main").getByRole("listitem");
  await page.goto("/areas/icb/frimley");
  await expect(page.locator("#answer")).toContainText(
    "In April 2026 the area of NHS Frimley Integrated Care Board was split between these areas of today",
  );
  await expect(shares.filter({ hasText: "%" })).toContainText([
    /Thames Valley.*55%/,
    /Hampshire.*23%/,
    /Surrey.*22%/,
  ]);
  await page.goto("/areas/constituency/e14000620-until-2024");
  await expect(page.locator("#answer")).toContainText("In July 2024");
  await expect(shares.filter({ hasText: "%" })).toContainText([/Carlisle.*90%/, /Penrith and Solway.*10%/]);
  await page.goto("/areas/constituency/e14000530-until-2024");
  await expect(page).toHaveURL(/\/areas\/constituency\/aldershot$/);
  await expect(page.getByRole("heading", { level: 1, name: "Aldershot" })).toBeVisible();
});

/** The clone knows no ended postcodes: this one is put into the file on its way, as an ingest of the ONS's would. */
test("a postcode that ended says when, and offers live ones", async ({ page }) => {
  await page.route(/\/postcodes\/[0-9a-f]{16}\/CA2\.json$/, async (route) => {
    const response = await route.fetch();
    const ended = { inward: [3199], month: [2019 * 12 + 5] };
    await route.fulfill({ response, json: { ...(await response.json()), ended } });
  });
  await page.goto("/");
  const box = page.getByLabel("Postcode, or the name");
  await box.fill("CA2 7ZZ");
  await box.press("Enter");
  const told = page.getByRole("alert").filter({ hasText: "This postcode is no longer in use" });
  await expect(told).toContainText("It went out of use in June 2019.");
  await expect(told).toContainText(/The closest postcodes we have: CA2 7\w\w, /);
});
