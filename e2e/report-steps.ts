import { type Browser, expect, type Page } from "@playwright/test";
import { makeProposal } from "../db/factories";
import { formOf, type ReportFormValues } from "../domain/reports/new-service-form";
import { keepPendingDraft } from "../server/reports/moves/keep-pending-draft";
import { withDatabase } from "./sign-in-as";

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

/** Leaves the box that was typed into: the names it suggests lie over the buttons below until then, and come when they come. */
async function leaveFor(page: Page, button: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).focus();
}

/** Presses the button of a page of a report and waits for the next one. */
export async function goOn(page: Page, to: RegExp, button = "Continue"): Promise<void> {
  await leaveFor(page, button);
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.waitForURL(to);
}

/**
 * Fills in all that a report of a new service must say, from its first page to its last.
 * @param filled is told of each page but the last before its button, by its name, is pressed.
 * @returns how many pages that was
 */
export async function fillReport(
  page: Page,
  place: string,
  provider: string,
  postcode = "",
  filled?: (button: string) => Promise<void>,
): Promise<number> {
  let pages = 1;
  const on = async (to: RegExp, button = "Continue") => {
    await leaveFor(page, button);
    await filled?.(button);
    await goOn(page, to, button);
    pages += 1;
  };
  await page.getByLabel("Name of the place, or its postcode").fill(place);
  await on(/where\?.*choose=yes/);
  const none = page.getByText("It is none of these");
  if (await none.isVisible()) await none.click();
  await page.getByLabel("Town", { exact: true }).fill("Carlisle");
  await page.getByLabel("Postcode", { exact: true }).fill(postcode);
  await on(/\/what\?/);
  await page.getByLabel("Kind of care").selectOption({ label: "Eye care" });
  await on(/\/who\?/);
  await page.getByLabel("Name of the organisation").fill(provider);
  await on(/\/who\?.*choose=yes|\/when\?/);
  if (page.url().includes("/who")) await on(/\/when\?/, `None of these. It is called “${provider}”`);
  await on(/\/source\?/);
  await page
    .getByLabel("What kind of document is it?")
    .first()
    .selectOption({ label: "Official statistics" });
  await page.getByLabel("Title").first().fill(TYPED_SOURCE.title);
  await page.getByLabel("Who published it").first().fill(TYPED_SOURCE.publisher);
  await page.getByLabel("Link").first().fill(TYPED_SOURCE.url);
  await page.getByLabel("The date on it").first().fill(TYPED_SOURCE.date);
  await page
    .getByLabel("What it says about this service")
    .first()
    .fill("Lists 914 people who wait for an eye operation there.");
  await page.getByText("Does your source say more?").click();
  await page.getByLabel("What kind of organisation is it?").selectOption({ label: "A company" });
  await on(/\/review\?/);
  await expect(page.getByRole("heading", { level: 1, name: "Check your report" })).toBeVisible();
  // Asked once in an account's life.
  const licence = page.getByLabel("I wrote this myself");
  if (await licence.isVisible()) await licence.check();
  return pages;
}

/** A report that is kept and not sent, of which everything is said but what is given otherwise. @returns its id. */
export async function keptReport(given: ReportFormValues = {}): Promise<string> {
  const form = { ...formOf(makeProposal({ postcode: "" })), ...given };
  return (await withDatabase((db) => keepPendingDraft(db, { form }))).draftId;
}
