import { type BrowserContext, expect, type Page } from "@playwright/test";

export type ChangedEntries = {
  /** By the last part of the addresses of their pages. */
  service: string;
  other: string;
  place: string;
  provider: string;
  /** Whether the map has something at the place: which of the two is meant is asked then. */
  isOnMap: boolean;
};

type ChangePage = { query: Record<string, string>; type?: Record<string, string>; tick?: readonly string[] };

/** One report of each kind about an entry that is there: its address, and what is typed beside the source. */
const changes = ({ service, other, place, provider, isOnMap }: ChangedEntries): readonly ChangePage[] => [
  { query: { service, question: "still-there" } },
  {
    query: { service, question: "new-provider" },
    type: { "Name of the organisation": "Livewell Southwest", "Since when?": "April 2024" },
  },
  {
    query: { service, question: "moved" },
    type: { "Name of the place": "Gnu House", Town: "Carlisle", "Since when?": "2025" },
  },
  { query: { service, question: "ended" }, type: { "Since when?": "May 2026" } },
  { query: { service, question: "wrong", field: "started-on" }, type: { "What is right": "2019" } },
  { query: { service, question: "same-as" }, type: { "The entry it is the same as": other } },
  {
    query: { place, question: "not-outsourced" },
    type: { "The day you checked": "2026-11-02" },
    tick: [...(isOnMap ? ["Something else at this place"] : []), "The practice says so itself"],
  },
  {
    query: { provider, question: "wrong", field: "website" },
    type: { "What is right": "https://okapi.example" },
  },
];

const SOURCE: Readonly<Record<string, string>> = {
  Title: "What became of the clinic",
  "Who published it": "Plymouth Herald",
  "The date on it": "April 2026",
  "What it says about this service": "The paper says so.",
};

/** A report of every kind, each filled in on a page of its own and not sent. */
export async function writeEveryChange(context: BrowserContext, origin: string, entries: ChangedEntries) {
  const pages: { page: Page; typed: Record<string, string> }[] = [];
  for (const { query, type = {}, tick = [] } of changes(entries)) {
    const page = await context.newPage();
    await page.goto(`${origin}/reports/change?${new URLSearchParams(query)}`);
    const hasSource = query.question !== "same-as";
    const typed = { ...type, ...(hasSource ? SOURCE : {}) };
    if (hasSource)
      await page.getByLabel("What kind of document is it?").selectOption({ label: "News report" });
    for (const [label, text] of Object.entries(typed))
      await page.getByLabel(label, { exact: true }).fill(text);
    for (const label of tick) await page.getByRole("radio", { name: label }).check();
    await page.getByLabel("I wrote this myself").check();
    pages.push({ page, typed });
  }
  /** Nothing that was typed is gone. */
  const still = async () => {
    for (const { page, typed } of pages)
      for (const [label, text] of Object.entries(typed))
        await expect(page.getByLabel(label, { exact: true })).toHaveValue(text);
  };
  return { pages: pages.map(({ page }) => page), still };
}

/** Tries each again until it is there. @returns the paths of what was sent, in order */
export async function sendAll(pages: readonly Page[]): Promise<string[]> {
  const sent: string[] = [];
  for (const page of pages) {
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText("Waiting for a moderator")).toBeVisible();
    sent.push(new URL(page.url()).pathname);
  }
  expect(new Set(sent).size).toBe(pages.length);
  return sent.sort();
}

/** The paths of all reports on somebody's own list, in order. */
export async function reportsOfMine(context: BrowserContext, origin: string): Promise<string[]> {
  const page = await context.newPage();
  await page.goto(`${origin}/reports`);
  const links = page.getByRole("main").getByRole("link");
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  return paths.filter((path) => /^\/reports\/[0-9a-f-]{36}$/.test(path)).sort();
}
