import { expect, test } from "./test";

const carlisle = "/areas/constituency/carlisle";
const fusehill = "GP practice at Fusehill Medical Practice"; // run by a company

test("companies only: sentence, list and map follow, and links, look-up and language keep it", async ({
  page,
}) => {
  const pins = /\/map\/data\/[\w-]+\/around\?q=constituency\/carlisle&counting=companies-by-type$/;
  const map = page.waitForResponse(pins, { timeout: 0 }); // the test's own limit
  await page.goto(carlisle);
  await page.getByRole("link", { name: "Count companies" }).click();
  await expect(page).toHaveURL(/\/counting\/companies-by-type\/areas\/constituency\/carlisle$/);
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute(
    "href",
    /\/counting\/companies-by-type\/areas\//,
  );
  await expect(page.locator("meta[name=robots]")).toHaveCount(0);
  await expect(page.locator("#answer")).toContainText("outside the NHS, counting companies.");
  await expect(page.getByLabel("Words to quote")).toHaveValue(
    /counting companies.*\/counting\/companies-by-type\/areas\//s,
  );
  const list = page.getByRole("region", { name: "The services" });
  await expect(list.getByRole("link", { name: fusehill })).toBeVisible();
  await page.locator("#map").scrollIntoViewIfNeeded();
  expect((await map).status()).toBe(200);
  await expect(page.locator("#map .service-map-frame")).toHaveAttribute("data-phase", "ready", {
    timeout: 60_000,
  });

  await list.getByRole("link", { name: fusehill }).click();
  await expect(page).toHaveURL(/\/counting\/companies-by-type\/services\//);
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", /^(?!.*counting).*\/services\//);
  await page.getByRole("link", { name: "Cymraeg" }).click();
  await expect(page).toHaveURL(/\/cy\/counting\/companies-by-type\/services\//);
  await page.getByRole("link", { name: "The NHS Outsourcing Map" }).click();
  await expect(page).toHaveURL(/\/cy\/counting\/companies-by-type$/);
  await page.getByLabel("Postcode, or the name").fill("CA2 7HY");
  await page.getByRole("button", { name: "Look up" }).click();
  await expect(page).toHaveURL(/\/cy\/counting\/companies-by-type\/near\/CA2$/);
  await page.getByRole("link", { name: "Count every organisation outside the NHS" }).click();
  await expect(page).toHaveURL(/\/cy\/near\/CA2$/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader chooses which kinds count, and the page, its payload and the look-up follow", async ({
    page,
    request,
  }) => {
    await page.goto(carlisle);
    await page.getByText("Choose which organisations to include").click();
    for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
    await page.getByRole("checkbox", { name: "charities" }).check();
    await page.getByRole("button", { name: "Count these" }).click();
    await expect(page).toHaveURL(/\/counting\/charity\/areas\/constituency\/carlisle$/);
    await expect(page.locator("#answer")).toContainText("outside the NHS, counting charities only.");
    await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex, nofollow");
    await expect(
      page.getByText(/\d+ services run by other types of organisation are not included here/),
    ).toBeVisible();
    await expect(page.getByRole("link", { name: fusehill })).toHaveCount(0);
    const pins = await request.get(
      "/api/v1/map/services.geojson?area=constituency/carlisle&counting=charity",
    );
    expect(pins.ok()).toBe(true);
    expect(await pins.text()).not.toContain("Fusehill");

    await page.getByText("Choose which organisations to include").click();
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(1);
    await page.getByRole("link", { name: "The NHS Outsourcing Map" }).click();
    await expect(page.getByText("Counting charities only, on")).toBeVisible();
    await page.getByLabel("Postcode, or the name").fill("CA2 7HY");
    await page.getByRole("button", { name: "Look up" }).click();
    await expect(page.getByRole("heading", { name: "nearest services to your postcode" })).toBeVisible();
    await expect(page.locator("#areas")).toContainText("counting charities only");
    await page.getByRole("link", { name: "Carlisle", exact: true }).click();
    await expect(page).toHaveURL(/\/counting\/charity\/areas\/constituency\/carlisle$/);
  });

  test("every other way to write a definition leads to its one address", async ({ page, request }) => {
    await page.goto(`${carlisle}/companies`);
    await expect(page).toHaveURL(/\/counting\/companies-by-type\/areas\/constituency\/carlisle$/);
    await page.goto("/counting/university_charity/areas");
    await expect(page).toHaveURL(/\/counting\/charity_university\/areas$/);
    await page.goto("/counting/nonsense/areas");
    await expect(page).toHaveURL(/^[^/]*\/\/[^/]*\/areas$/);
    const pins = await request.get("/api/v1/map/services.geojson?counting=university_charity");
    expect(pins.status()).toBe(404);
  });
});
