import { type Browser, expect, type Page } from "@playwright/test";

/** The seed's own example, under a name of its own for each run: two runs must not be each other's duplicates. */
export const TYPED_SOURCE = {
  title: "Consultant-led referral to treatment waiting times, April 2026",
  publisher: "NHS England",
  url: "https://www.england.nhs.uk/statistics/statistical-work-areas/rtt-waiting-times/",
  date: "2026-04",
};

/** What a visitor who is signed out reads on the page of Carlisle. */
export async function servicesInCarlisle(
  browser: Browser,
  origin = "",
): Promise<{ count: number; text: string }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/areas/constituency/carlisle`);
  const text = (await page.getByRole("main").textContent()) ?? "";
  await context.close();
  const count = /we knew of (\d+) NHS services?/.exec(text)?.[1];
  expect(count, text.slice(0, 400)).toBeDefined();
  return { count: Number(count), text };
}

/** Fills in all that a report of a new service must say, but for the postcode. */
export async function fillReport(page: Page, place: string, provider: string): Promise<void> {
  await page.getByLabel("Kind of care").selectOption({ label: "Eye care" });
  await page.getByLabel("Name of the place").fill(place);
  await page.getByLabel("Town", { exact: true }).fill("Carlisle");
  await page.getByRole("radio", { name: "Yes" }).check();
  await page.getByLabel("Name of the organisation").fill(provider);
  await page.getByLabel("What kind of organisation is it?").selectOption({ label: "A company" });
  const source = page.getByRole("group", { name: "How do you know?" });
  await source
    .getByLabel("What kind of document is it?")
    .first()
    .selectOption({ label: "Official statistics" });
  await source.getByLabel("Title").first().fill(TYPED_SOURCE.title);
  await source.getByLabel("Who published it").first().fill(TYPED_SOURCE.publisher);
  await source.getByLabel("Link").first().fill(TYPED_SOURCE.url);
  await source.getByLabel("The date on it").first().fill(TYPED_SOURCE.date);
  await source
    .getByLabel("What it says about this service")
    .first()
    .fill("Lists 914 people who wait for an eye operation there.");
  await page.getByLabel("I wrote this myself").check();
}
