import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Locator, type Page } from "@playwright/test";
import { openDb } from "../db/client";
import { embeddedUrls } from "../db/embedded-record";
import { makeCampaigner, makeWaitingReports } from "../db/factories";
import { insertSession } from "../db/queries/sessions";
import { LAUNCH } from "../scripts/launch-options";
import { hashSessionToken } from "../server/auth/find-session";
import { startProduct } from "./servers";

const REPORTS = 20;
const REASON = "I read the source, and it says so.";
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 640 };

/**
 * What hands do: keys pressed but for the letters of a reason, those letters, clicks, how often the pointer (or a finger) goes elsewhere for one
 * and how far in all, in pixels of the window from middle to middle, and how far a page is scrolled to reach it.
 */
type Count = {
  keys: number;
  letters: number;
  clicks: number;
  moves: number;
  moved: number;
  scrolled: number;
};
type Hands = {
  count: Count;
  press: (key: string) => Promise<void>;
  type: (text: string) => Promise<void>;
  click: (target: Locator) => Promise<void>;
};

function handsOf(page: Page): Hands {
  const count = { keys: 0, letters: 0, clicks: 0, moves: 0, moved: 0, scrolled: 0 };
  const pointer = { x: 0, y: 0 };
  /** In a straight line: no hand goes a shorter way. */
  const moveTo = (box: { x: number; y: number; width: number; height: number }) => {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const far = Math.hypot(x - pointer.x, y - pointer.y);
    if (far >= 1) count.moves += 1;
    count.moved += far;
    Object.assign(pointer, { x, y });
  };
  return {
    count,
    press: async (key) => {
      await page.keyboard.press(key);
      count.keys += 1;
    },
    type: async (text) => {
      await page.keyboard.type(text);
      count.letters += text.length;
    },
    click: async (target) => {
      const before = await page.evaluate(() => window.scrollY);
      await target.scrollIntoViewIfNeeded();
      count.scrolled += Math.abs((await page.evaluate(() => window.scrollY)) - before);
      const box = await target.boundingBox();
      if (box === null) throw new Error("what is clicked is not to be seen");
      moveTo(box);
      await target.click();
      count.clicks += 1;
    },
  };
}

/** Presses Tab until what is called so, or begins with it, has the focus: a button that decides also says what it will do. */
async function tabTo(page: Page, hands: Hands, name: string): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs += 1) {
    await hands.press("Tab");
    const here = await page.evaluate(() => document.activeElement?.textContent ?? "");
    if (here.trim().startsWith(name)) return;
  }
  throw new Error(`No Tab leads to "${name}"`);
}

const sitting = (page: Page, number: number) =>
  number % 10 === 0
    ? page.getByText("You have looked at ten")
    : page.getByText(`Report ${(number % 10) + 1} of 10`);

type Way = {
  name: string;
  size: typeof DESK;
  run: (page: Page, hands: Hands, view: string) => Promise<void>;
};

const WAYS: readonly Way[] = [
  {
    name: "single keys",
    size: DESK,
    run: async (page, hands, view) => {
      await page.goto(`/moderation${view}`);
      await page.evaluate(() => window.localStorage.clear());
      await page.getByText("Keys", { exact: true }).click();
      await page.getByLabel("Use single keys").check();
      await page.getByText("Keys", { exact: true }).focus();
      for (let number = 1; number <= REPORTS; number += 1) {
        if (number % 10 === 1) {
          await page.getByText("Keys", { exact: true }).waitFor();
          await hands.press("n");
          await page.getByText("Report 1 of 10").waitFor();
        }
        await page.getByText("Keys", { exact: true }).waitFor();
        await hands.press("a");
        await hands.press("Enter");
        await sitting(page, number).waitFor();
      }
    },
  },
  {
    name: "Tab alone",
    size: DESK,
    run: async (page, hands, view) => {
      for (let number = 1; number <= REPORTS; number += 1) {
        if (number % 10 === 1) {
          await page.goto(`/moderation${view}`);
          await page.getByRole("button", { name: "Take the next report" }).focus();
          await hands.press("Enter");
          await page.getByText("Report 1 of 10").waitFor();
        }
        await page.reload(); // the focus is at the top of the page, as after any other visit
        for (const name of [
          "Skip to the main text",
          "Skip the links of your account",
          "Go to the decision",
        ]) {
          await tabTo(page, hands, name);
          await hands.press("Enter");
        }
        await hands.press("Tab");
        await hands.press("Space");
        await hands.press("Tab");
        await hands.press("Tab");
        await hands.type(REASON);
        await tabTo(page, hands, "Decide and take the next");
        await hands.press("Enter");
        await sitting(page, number).waitFor();
      }
    },
  },
  ...[
    { name: "pointer", size: DESK },
    { name: "pointer, on a phone", size: PHONE },
  ].map(
    (way): Way => ({
      ...way,
      run: async (page, hands, view) => {
        for (let number = 1; number <= REPORTS; number += 1) {
          if (number % 10 === 1) {
            await page.goto(`/moderation${view}`);
            await hands.click(page.getByRole("button", { name: "Take the next report" }));
            await page.getByText("Report 1 of 10").waitFor();
          }
          await hands.click(page.getByRole("link", { name: "Go to the decision" }));
          await hands.click(page.getByRole("radio", { name: "Approve and publish" }));
          await hands.click(page.getByLabel("Your reason, for the author"));
          await hands.type(REASON);
          await hands.click(page.getByRole("button", { name: "Decide and take the next" }));
          await sitting(page, number).waitFor();
        }
      },
    }),
  ),
  {
    name: "all at once, by pointer",
    size: DESK,
    run: async (page, hands, view) => {
      await page.goto(`/moderation${view}`);
      await hands.click(page.getByRole("link", { name: "Decide several of these at once" }));
      await page.getByRole("button", { name: "See what would happen" }).waitFor();
      for (const box of await page.getByRole("checkbox").all()) await hands.click(box);
      await hands.click(page.getByRole("radio", { name: "Approve and publish" }));
      await hands.click(page.getByLabel("Your reason, for each author"));
      await hands.type(REASON);
      await hands.click(page.getByRole("button", { name: "See what would happen" }));
      await hands.click(page.getByRole("button", { name: `Approve and publish these ${REPORTS} reports` }));
      await page.getByText(`${REPORTS} reports are decided.`).waitFor();
    },
  },
];

/** What hands do to approve twenty sourced reports of one view, by each way that the site offers. */
export async function benchKeystrokes(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "nhs-map-keystrokes-"));
  const product = await startProduct({ DATA_DIR: dataDir });
  const browser = await chromium.launch(LAUNCH);
  try {
    console.log(
      `| approving ${REPORTS} sourced reports by | keys | letters of reasons | clicks | pointer moves | px moved | px scrolled |`,
    );
    console.log("|---|---|---|---|---|---|---|");
    for (const { name, size, run } of WAYS) {
      const context = await browser.newContext({ baseURL: product.origin, viewport: size });
      const view = await prepare(context, product.origin, dataDir);
      const page = await context.newPage();
      const hands = handsOf(page);
      await run(page, hands, view);
      const { keys, letters, clicks, moves, moved, scrolled } = hands.count;
      console.log(
        `| ${name} | ${keys} | ${letters} | ${clicks} | ${moves} | ${Math.round(moved)} | ${Math.round(scrolled)} |`,
      );
      await context.close();
    }
  } finally {
    await browser.close();
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Twenty reports of one town that nobody else has, and a moderator who is signed in. @returns the view of them */
async function prepare(context: BrowserContext, origin: string, dataDir: string): Promise<string> {
  process.env.DATA_DIR = dataDir;
  const { db, close } = openDb({ url: embeddedUrls()?.url ?? "", size: 1, deadlineMs: 20_000 });
  const { id } = await makeCampaigner(db, { role: "moderator" });
  const { town } = await makeWaitingReports(db, REPORTS);
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + 3_600_000);
  await insertSession(db, { token: hashSessionToken(token), campaignerId: id, expiresAt });
  await close();
  await context.addCookies([
    { name: "next-auth.session-token", value: token, url: origin, httpOnly: true, sameSite: "Lax" },
  ]);
  return `?q=${town}`;
}
