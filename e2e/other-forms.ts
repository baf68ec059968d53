import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import { eq, like, sql } from "drizzle-orm";
import type { Db } from "../db/client";
import { makeArea, makePlace, makeProposal, makeReport } from "../db/factories";
import { lockAuditChain } from "../db/queries/audit";
import { complaints } from "../db/schema/brake";
import { decisions, reports } from "../db/schema/reports";
import { tips } from "../db/schema/tips";
import { losesTheAnswer, told, unreachable } from "./lost-network";
import { signInAs, withDatabase } from "./sign-in-as";

type OwnSite = { origin: string; dataDir: string };

/** One filled-in form on a tab of its own, and what comes of it. */
type FilledForm = {
  page: Page;
  /** Of its button. */
  button: string;
  /** Where it is sent to, as Playwright matches addresses. */
  address: string;
  /** What was typed stands there. */
  still: () => Promise<void>;
  /** It is said that it was stored. */
  said: () => Promise<void>;
  /** How often it was stored. */
  stored: (db: Db) => Promise<number>;
};

/** The forms beside those of one report: a problem with an entry, a tip, a sheet of several places, a moderator's decision. */
async function fillOtherForms(browser: Browser, site: OwnSite): Promise<FilledForm[]> {
  const tag = randomUUID().slice(0, 8);
  const text = `Told by somebody who was there, ${tag}`;
  const { areas, placeName, reportId } = await withDatabase(async (db) => {
    const { id } = await makeArea(db, { kind: "council", slug: `gnu-${tag}`, nation: "england" });
    const place = { kind: "gp-practice", name: `Gnu Surgery ${tag}` } as const;
    await makePlace(db, place, { areaIds: [id], odsCode: `G${tag}` });
    const proposal = makeProposal({ placeName: `Clinic ${tag}`, postcode: "", town: "Nowhere-on-Sea" });
    const report = await makeReport(db, { title: `Clinic ${tag}` }, proposal);
    return { areas: `council/gnu-${tag}`, placeName: place.name, reportId: report.id };
  }, site);
  const open = async (role: "campaigner" | "moderator" | null, path: string) => {
    const context = await browser.newContext();
    if (role) await signInAs(context, role, { site });
    const page = await context.newPage();
    await page.goto(`${site.origin}${path}`);
    return page;
  };

  const complaint = await open(null, "/complaints/services/gp-practice-at-warwick-road-surgery");
  await complaint.getByRole("radio", { name: "Out of date" }).check();
  await complaint.getByLabel("What is right, and how do you know?").fill(text);

  const tip = await open(null, "/tips");
  await tip.getByLabel("Where is it?").fill("Nowhere-on-Sea");
  await tip.getByLabel("What is missing?").fill(text);

  const sheet = await open("campaigner", `/to-do/worksheet?${new URLSearchParams({ area: areas })}`);
  const own = sheet.getByRole("radio", { name: "The NHS, or the practice’s own GPs, run it" });
  await own.check();
  await sheet.locator('[id="sources.0.kind"]').selectOption({ index: 1 });
  await sheet.locator('[id="sources.0.title"]').fill(text);
  await sheet.locator('[id="sources.0.publisher"]').fill("The health board");
  await sheet.locator('[id="sources.0.url"]').fill("https://board.example/contracts");
  await sheet.locator('[id="sources.0.publishedOn"]').fill("2026-10");
  await sheet.locator('[id="sources.0.says"]').fill("A list of practices and of who holds the contract.");
  await sheet.getByLabel("An official register names who holds the contract").check();
  await sheet.locator("#licence").check();

  const desk = await open("moderator", `/moderation/${reportId}`);
  await desk.getByRole("button", { name: "Take it", exact: true }).click();
  await desk.getByRole("radio", { name: "Do not accept" }).check();
  await desk.getByLabel("Kind of care: Comment to the author").fill("Are you sure?");
  await desk.getByLabel("Your reason, for the author").fill(text);

  const typed = (page: Page, label: string) => () => expect(page.getByLabel(label)).toHaveValue(text);
  const numbered = (page: Page) => () =>
    expect(page.getByRole("status")).toContainText(/Its number is [0-9A-F]{8}/);
  return [
    {
      page: complaint,
      button: "Send",
      address: "**/complaints/**",
      still: typed(complaint, "What is right, and how do you know?"),
      said: numbered(complaint),
      stored: (db) => db.$count(complaints, eq(complaints.why, text)),
    },
    {
      page: tip,
      button: "Send",
      address: "**/tips**",
      still: typed(tip, "What is missing?"),
      said: numbered(tip),
      stored: (db) => db.$count(tips, eq(tips.says, text)),
    },
    {
      page: sheet,
      button: "Send these reports",
      address: "**/worksheet**",
      still: async () => {
        await expect(own).toBeChecked();
        await expect(sheet.locator('[id="sources.0.title"]')).toHaveValue(text);
      },
      said: () => expect(sheet.getByText("We have 1 report from this sheet.")).toBeVisible(),
      stored: (db) => db.$count(reports, like(reports.title, `%${placeName}%`)),
    },
    {
      page: desk,
      button: "Decide: do not accept",
      address: "**/moderation/**",
      still: async () => {
        await expect(desk.getByRole("radio", { name: "Do not accept" })).toBeChecked();
        await expect(desk.getByLabel("Kind of care: Comment to the author")).toHaveValue("Are you sure?");
        await expect(desk.getByLabel("Your reason, for the author")).toHaveValue(text);
      },
      said: async () => {
        // Where it was stored already the moderator is told that they did it themselves.
        const done = desk.getByText("Not accepted", { exact: true }).first();
        const before = told(desk).filter({ hasText: "You did this first" });
        await expect(done.or(before)).toBeVisible();
        await desk.reload();
        await expect(done).toBeVisible();
      },
      stored: (db) => db.$count(decisions, eq(decisions.reportId, reportId)),
    },
  ];
}

/**
 * Two of each of the other forms, to be there when the server falls: of one the answer is lost after it was stored, the other is in the middle
 * of its transaction.
 * @returns `fall` runs `kill` at that moment. `after` is for when the server is back: nothing that was typed is gone, and sent once more each
 * was stored once.
 */
export async function otherFormsAtTheFall(browser: Browser, site: OwnSite) {
  const answered = await fillOtherForms(browser, site);
  const inside = await fillOtherForms(browser, site);
  const all = [...answered, ...inside];
  const counts = () => withDatabase((db) => Promise.all(all.map(({ stored }) => stored(db))), site);
  for (const { page, address, button } of answered) await losesTheAnswer(page, address, button);
  expect(await counts()).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);

  const fall = async (kill: () => void) => {
    // Whoever holds the chain of the audit lets none of them commit.
    await withDatabase(
      (db) =>
        db.transaction(async (tx) => {
          await lockAuditChain(tx);
          const waiting = async () => {
            const [row] = await tx.execute<{ count: number }>(
              sql`select count(*)::int as count from pg_locks where locktype = 'advisory' and not granted`,
            );
            return row?.count ?? 0;
          };
          for (const { page, button } of inside)
            await page.getByRole("button", { name: button, exact: true }).click();
          await expect.poll(waiting).toBeGreaterThanOrEqual(inside.length);
          kill();
        }),
      site,
    );
    for (const { page } of inside) await expect(told(page)).toContainText(unreachable);
  };
  const after = async () => {
    expect(await counts()).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
    for (const { page, still, said } of all) {
      await still();
      await page.getByRole("button", { name: "Try again" }).click();
      await said();
    }
    expect(await counts()).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    for (const { page } of all) await page.context().close();
  };
  return { fall, after };
}
