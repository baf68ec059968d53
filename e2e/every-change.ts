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

type ChangePage = {
  query: Record<string, string>;
  /** By page, in their order: what is typed or pressed on it before "Continue". */
  pages: Readonly<Record<string, { type?: Readonly<Record<string, string>>; tick?: readonly string[] }>>;
};

/** One report of each kind about an entry that is there: its address, and what is written page by page beside the source. */
const changes = ({ service, other, place, provider, isOnMap }: ChangedEntries): readonly ChangePage[] => [
  { query: { service, question: "still-there" }, pages: {} },
  {
    query: { service, question: "new-provider" },
    pages: {
      who: { type: { "Name of the organisation": "Gnat Care of Nowhere" } },
      when: { type: { "Since when?": "April 2024" } },
    },
  },
  {
    query: { service, question: "moved" },
    pages: {
      where: { type: { "Name of the place, or its postcode": "Gnat House of Nowhere" } },
      "where, chosen": { type: { "Name of the place": "Gnat House of Nowhere", Town: "Carlisle" } },
      when: { type: { "Since when?": "2025" } },
    },
  },
  {
    query: { service, question: "ended" },
    pages: { when: { type: { "When did it close?": "May 2026" } } },
  },
  {
    query: { service, question: "wrong", field: "started-on" },
    pages: { fact: { type: { "What is right": "2019" } } },
  },
  {
    query: { service, question: "same-as" },
    pages: { twin: { type: { "The entry it is the same as": other } } },
  },
  {
    query: { place, question: "not-outsourced" },
    pages: {
      check: {
        type: { "The day you checked": "2 November 2026" },
        tick: [...(isOnMap ? ["Something else at this place"] : []), "The practice says so itself"],
      },
    },
  },
  {
    query: { provider, question: "wrong", field: "website" },
    pages: { fact: { type: { "What is right": "https://okapi.example" } } },
  },
];

const SOURCE: Readonly<Record<string, string>> = {
  Title: "What became of the clinic",
  "Who published it": "Plymouth Herald",
  "The date on it": "April 2026",
  "What it says about this service": "The paper says so.",
};

/** Which page of a report a browser stands on. */
const stepOf = (page: Page) => new URL(page.url()).searchParams.get("step");

/**
 * A report of every kind, each written on a tab of its own up to the last page and not sent.
 * @param filled is told of each page that is filled in, by its name, before it is sent with "Continue".
 */
export async function writeEveryChange(
  context: BrowserContext,
  origin: string,
  entries: ChangedEntries,
  filled?: (page: Page, step: string) => Promise<void>,
) {
  const pages: Page[] = [];
  for (const { query, pages: asked } of changes(entries)) {
    const page = await context.newPage();
    await page.goto(`${origin}/reports/change?${new URLSearchParams(query)}`);
    const hasSource = query.question !== "same-as";
    const all: ChangePage["pages"] = hasSource
      ? Object.assign({ ...asked }, { source: { type: SOURCE } })
      : asked;
    for (const [step, { type = {}, tick = [] }] of Object.entries(all)) {
      await expect.poll(() => stepOf(page)).toBe(step.split(",")[0]);
      if (step.endsWith("chosen")) await expect(page).toHaveURL(/choose=yes/);
      if (step === "source")
        await page.getByLabel("What kind of document is it?").selectOption({ label: "News report" });
      for (const [label, text] of Object.entries(type))
        await page.getByLabel(label, { exact: true }).fill(text);
      for (const label of tick) await page.getByRole("radio", { name: label }).check();
      await filled?.(page, step);
      await goFrom(page);
    }
    await expect.poll(() => stepOf(page)).toBe("review");
    await page.getByLabel("I wrote this myself").check();
    pages.push(page);
  }
  /** Nothing that was answered is gone. */
  const still = async () => {
    for (const [index, page] of pages.entries()) {
      const said = page.getByRole("region", { name: "Your answers" });
      const hasSource = changes(entries)[index]?.query.question !== "same-as";
      if (hasSource) await expect(said).toContainText("What became of the clinic");
      await expect(page.getByLabel("I wrote this myself")).toBeChecked();
    }
  };
  return { pages, still };
}

/** Sends one page and waits for another, or for the same one that asks which is meant. */
async function goFrom(page: Page): Promise<void> {
  const at = page.url();
  const button = page.getByRole("button", { name: /^(Continue|Try again)$/ }).first();
  // The names that a box suggests lie over the buttons below it until it is left.
  await button.focus();
  if (page.url() === at && (await button.isVisible())) await button.click();
  await expect(page).not.toHaveURL(at);
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
