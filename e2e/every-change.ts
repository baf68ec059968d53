import { type BrowserContext, expect, type Page } from "@playwright/test";

export type ChangedEntries = {
  /** By the last part of the addresses of their pages. */
  service: string;
  other: string;
  place: string;
  provider: string;
  /** Whether the map has something at the place: which of the two is meant is asked then. */
  isOnMap: boolean;
  /** Whether a move to an area is told too: an account sends ten reports a minute. */
  isServed: boolean;
};

type ChangePage = {
  query: Record<string, string>;
  /** By page, in their order: what is typed or pressed on it before "Continue". */
  pages: Readonly<Record<string, Written>>;
};
type Written = {
  type?: Readonly<Record<string, string>>;
  tick?: readonly string[];
  /** The label of a list of which something is chosen. */
  choose?: string;
  /** Another button than "Continue". */
  press?: string;
};

const movedToArea = (service: string): ChangePage => ({
  query: { service, question: "moved" },
  pages: {
    where: { press: "It has no place of its own: it serves an area" },
    "where, area": { choose: "Which area does it serve?" },
    when: { type: { "Since when?": "2025" } },
  },
});

/** One report of each kind about an entry that is there: its address, and what is written page by page beside the source. */
const changes = ({
  service,
  other,
  place,
  provider,
  isOnMap,
  isServed,
}: ChangedEntries): readonly ChangePage[] => [
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
    query: { service, question: "moved" },
    pages: {
      where: { press: "Put a pin on the map" },
      "where, pin": {
        type: { "Coordinates of the pin": "54.8951, -2.9382", "Name of the place": "Gnat Barn of Nowhere" },
      },
      when: { type: { "Since when?": "2025" } },
    },
  },
  ...(isServed ? [movedToArea(service)] : []),
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

/** How somebody gets to a report from the public page of its entry: the link of each question, and of the fact that is wrong. */
const LINKS: Readonly<Record<string, string>> = {
  "still-there": "It is still there",
  "new-provider": "Another organisation runs it now",
  moved: "It has moved",
  ended: "It has closed",
  wrong: "Something we say is wrong",
  "same-as": "It is the same as another entry",
  "not-outsourced": "I checked",
  "started-on": "Began",
  website: "Website",
};

async function openFrom(page: Page, origin: string, query: Readonly<Record<string, string>>) {
  const type = (["service", "place", "provider"] as const).find((known) => known in query) ?? "service";
  await page.goto(`${origin}/${type}s/${query[type]}`);
  for (const name of ["Tell us what changed", LINKS[query.question ?? ""], LINKS[query.field ?? ""]])
    if (name) await page.getByRole("link", { name }).first().click();
}

/**
 * A report of every kind, each written on a tab of its own up to the last page and not sent.
 * @param filled is told of each page that is filled in, by its name, before it is sent with "Continue".
 * @param from "entry" begins each at the public page of its entry, "address" at its own.
 */
export async function writeEveryChange(
  context: BrowserContext,
  origin: string,
  entries: ChangedEntries,
  filled?: (page: Page, step: string) => Promise<void>,
  from: "entry" | "address" = "address",
) {
  const pages: Page[] = [];
  // That it ended, or that another runs it, has a journey of its own from there (changes.spec.ts, change-kept.spec.ts).
  const hasOwn = new Set(from === "entry" ? ["new-provider", "ended"] : []);
  const told = changes(entries).filter(({ query }) => !hasOwn.has(query.question ?? ""));
  for (const { query, pages: asked } of told) {
    const page = await context.newPage();
    if (from === "entry") await openFrom(page, origin, query);
    else await page.goto(`${origin}/reports/change?${new URLSearchParams(query)}`);
    const hasSource = query.question !== "same-as";
    const all: ChangePage["pages"] = hasSource
      ? Object.assign({ ...asked }, { source: { type: SOURCE } })
      : asked;
    for (const [step, { type = {}, tick = [], choose, press }] of Object.entries(all)) {
      const [name, mode] = step.split(", ");
      await expect.poll(() => stepOf(page)).toBe(name);
      if (mode) await expect(page).toHaveURL(mode === "chosen" ? /choose=yes/ : new RegExp(`choose=${mode}`));
      if (step === "source")
        await page.getByLabel("What kind of document is it?").selectOption({ label: "News report" });
      for (const [label, text] of Object.entries(type))
        await page.getByLabel(label, { exact: true }).fill(text);
      if (choose) await page.getByLabel(choose).selectOption({ index: 1 });
      for (const label of tick) await page.getByRole("radio", { name: label }).check();
      await filled?.(page, step);
      await goFrom(page, press);
    }
    await expect.poll(() => stepOf(page)).toBe("review");
    await page.getByLabel("I wrote this myself").check();
    pages.push(page);
  }
  /** Nothing that was answered is gone. */
  const still = async () => {
    for (const [index, page] of pages.entries()) {
      const said = page.getByRole("region", { name: "Your answers" });
      const hasSource = told[index]?.query.question !== "same-as";
      if (hasSource) await expect(said).toContainText("What became of the clinic");
      await expect(page.getByLabel("I wrote this myself")).toBeChecked();
    }
  };
  return { pages, still };
}

/** Sends one page and waits for another, or for the same one that asks which is meant. */
async function goFrom(page: Page, press?: string): Promise<void> {
  const at = page.url();
  const button = page.getByRole("button", { name: press ?? /^(Continue|Try again)$/ }).first();
  // The names that a box suggests lie over the buttons below it until it is left.
  await button.focus();
  if (page.url() === at && (await button.isVisible())) await button.click();
  await expect(page).not.toHaveURL(at);
}

/** Sends each, or tries it again, until it is there. @returns the paths of what was sent, in order */
export async function sendAll(pages: readonly Page[], button = "Try again"): Promise<string[]> {
  const sent: string[] = [];
  for (const page of pages) {
    await page.getByRole("button", { name: button }).click();
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
