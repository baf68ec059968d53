import { goOn } from "./report-steps";
import { expect, test } from "./test";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a place is told by coordinates, an area by its name, and each fault by a sentence of its own", async ({
    page,
  }) => {
    await page.goto("/reports/new");
    await page.getByLabel("Name of the place, or its postcode").fill("Harbour Clinic");
    await goOn(page, /choose=pin/, "Put a pin on the map");
    await expect(page.getByLabel("Name of the place")).toHaveValue("Harbour Clinic");
    const point = page.getByLabel("Coordinates of the pin");
    for (const [typed, said] of [
      ["48.8566, 2.3522", /outside the United Kingdom/],
      ["50.2001, -4.1427", /in the sea/],
    ] as const) {
      await point.fill(typed);
      await page.getByRole("button", { name: "Continue" }).click();
      await expect(page.getByRole("alert").getByText(said)).toBeVisible();
      await expect(point).toHaveValue(typed);
    }
    await point.fill("50.3755, -4.1427");
    await goOn(page, /\/what\?/);
    await page.getByRole("link", { name: "Back" }).click();
    await expect(point).toHaveValue("50.3755, -4.1427");
    await page.getByRole("link", { name: "Look for it by its name or postcode instead" }).click();
    await goOn(page, /choose=area/, "It has no place of its own: it serves an area");
    await page
      .getByLabel("Which area does it serve?")
      .selectOption({ label: "NHS Devon Integrated Care Board" });
    await goOn(page, /\/what\?/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What kind of care is it?");
    // From a point of the map, nothing is asked again that it says.
    await page.goto("/map?at=14/50.3755/-4.1427&view=list");
    await page.getByRole("link", { name: "Something missing here? Report it" }).click();
    await expect(point).toHaveValue("50.37550, -4.14270");
  });
});

test("at 360 pixels a pin is moved by keys and by a finger, and the areas it lies in are named", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/reports/new");
  await page.getByLabel("Name of the place, or its postcode").fill("PL1 2AA");
  await goOn(page, /choose=pin/, "Put a pin on the map");
  const map = page.getByRole("region", { name: "Map with a pin" });
  const canvas = map.locator("canvas");
  await expect(canvas).toBeVisible({ timeout: 45_000 });
  const point = page.getByLabel("Coordinates of the pin");
  await point.fill("50.3755, -4.1427");
  await expect(page.getByText(/It lies in: .*Plymouth/)).toBeVisible();
  await canvas.focus();
  await page.keyboard.press("ArrowUp");
  await expect(point).not.toHaveValue("50.3755, -4.1427");
  const [lat, lon] = (await point.inputValue()).split(", ").map(Number);
  expect(lat).toBeGreaterThan(50.3755);
  expect(lat).toBeLessThan(50.378);
  expect(lon).toBeCloseTo(-4.1427, 4);
  await canvas.click({ position: { x: 20, y: 60 } });
  await expect.poll(async () => Number((await point.inputValue()).split(", ")[1])).toBeLessThan(-4.15);
  await page.getByLabel("Name of the place").fill("Harbour Clinic");
  await goOn(page, /\/what\?/);
});
