import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { liveProcesses, readPostmaster } from "../db/embedded-process";
import { reportsOfMine, sendAll, writeEveryChange } from "./every-change";
import { told, unreachable } from "./lost-network";
import { otherFormsAtTheFall } from "./other-forms";
import { fillReport } from "./report-steps";
import { expect, test } from "./test";

/** Runs `npm start`'s script in local mode, until it says where the site is. */
async function start(port: number, dataDir: string): Promise<{ child: ChildProcess; said: () => string }> {
  const { DATABASE_URL, SITE_URL, ...env } = process.env;
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: {
      ...env,
      PORT: String(port),
      DATA_DIR: dataDir,
      EMBEDDED_FSYNC: "off",
      HOST: "127.0.0.1",
      LOAD_REGISTERS: "no",
      DATABASE_DEADLINE_MS: "10000", // two browsers and three servers share two cores
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  await new Promise<void>((ready, failed) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("Ctrl-C stops it")) ready();
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", (code) => failed(new Error(`it ended with ${code}:\n${said}`)));
  });
  return { child, said: () => said };
}

/** The server's process, which `npm start` runs as a child. */
function childOf(parent = 0): number {
  return Number(readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").trim().split(" ")[0]);
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGINT");
  await ended;
}

async function signInByOutbox(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel("Email address").fill("volunteer@example.org");
  await page.getByRole("button", { name: "Send me a sign-in link" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Check your email" })).toBeVisible();
  await page.goto(`${origin}/outbox`);
  await page.getByRole("link", { name: /sign-in\/confirm/ }).click();
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** A page of a form once more, on a tab of its own, with what is typed on the first. */
async function twin(page: Page): Promise<Page> {
  const tab = await page.context().newPage();
  // The first page keeps what is typed once its scripts are there.
  await expect(async () => {
    await tab.goto(page.url());
    await expect(tab.getByText("We put back what you typed here earlier.")).toBeVisible({ timeout: 2000 });
  }).toPass();
  return tab;
}

test("npm start: a path with a space, the next port, each step with its time; what is killed comes back; Ctrl-C stops the database, and the next start finds everything there", async ({
  request,
  page,
  browser,
}) => {
  test.skip(process.platform !== "linux", "the processes of the database are found in /proc");
  // Three minutes where little else goes on: a build, every form written, two falls and two starts.
  test.setTimeout(420_000);
  const dataDir = mkdtempSync(join(tmpdir(), "nhs map start "));
  chmodSync(dataDir, 0o711); // under root another user runs the database, and must be able to enter
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const taken = typeof address === "object" && address ? address.port : 0;
  try {
    const first = await start(taken, dataDir);
    expect(first.said()).toContain(`Port ${taken} is taken by another program`);
    for (const step of ["Packages", "Database", "Migrations", "Starter data", "Build", "Server"]) {
      expect(first.said()).toMatch(new RegExp(`^ *${step} .* \\d+\\.\\d s$`, "m"));
    }
    for (const word of ["/sign-in", "/outbox"]) expect(first.said()).toContain(word);
    const origin = /Outsourcing Map is at (http:\S+)/.exec(first.said())?.[1];
    expect((await request.get(`${origin}/`)).status()).toBe(200);
    expect(liveProcesses(join(dataDir, "postgres")).length).toBeGreaterThan(1);

    const cluster = join(dataDir, "postgres");
    const health = async () => (await request.get(`${origin}/api/health`).catch(() => null))?.status();
    const again = { timeout: 60_000 };
    process.kill(readPostmaster(cluster)?.pid ?? 0, "SIGKILL");
    await expect.poll(first.said, again).toContain("The database is running again.");
    await expect.poll(health, again).toBe(200);

    // What somebody writes of an entry outlives the server that falls before they send it, whatever it is.
    await signInByOutbox(page, origin ?? "");
    const steps: Page[] = [];
    const entries = {
      service: "gp-practice-at-fusehill-medical-practice",
      other: "gp-practice-at-warwick-road-surgery",
      place: "fusehill-medical-practice",
      provider: "ssp-health",
      isOnMap: false, // its entry in the register of practices ended
      isServed: false, // with the report of a new service there are ten
    };
    const seen = new Set<string>();
    const { pages, still } = await writeEveryChange(
      page.context(),
      origin ?? "",
      entries,
      async (tab, step) => {
        // Each kind of page once, on a tab of its own.
        if (!seen.has(step)) steps.push(await twin(tab));
        seen.add(step);
      },
    );
    // And so does each page of a report of a new service.
    await page.goto(`${origin}/reports/new`);
    await fillReport(page, "A half-remembered clinic", "A provider", "", async (button) => {
      if (button !== "Continue") return;
      const since = page.getByLabel("When it began, if the source says");
      if (await since.isVisible()) await since.fill("2024");
      steps.push(await twin(page));
    });
    const others = await otherFormsAtTheFall(browser, { origin: origin ?? "", dataDir });
    await others.fall(() => process.kill(childOf(first.child.pid), "SIGKILL"));
    // All of them before it is back.
    for (const tab of steps) await tab.getByRole("button", { name: "Continue", exact: true }).click();
    for (const tab of [...pages, page]) await tab.getByRole("button", { name: "Send the report" }).click();
    for (const tab of [...steps, ...pages, page]) await expect(told(tab)).toContainText(unreachable);
    await expect
      .poll(first.said, again)
      .toContain("The server fell (signal SIGKILL). It is started again: 1 of at most 5");
    await expect.poll(health, again).toBe(200);
    expect((await request.get(`${origin}/areas/constituency/carlisle`)).status()).toBe(200);
    await still();
    for (const tab of steps) {
      const at = tab.url();
      await tab.getByRole("button", { name: "Try again" }).click();
      await expect(tab).not.toHaveURL(at);
    }
    expect(steps.length).toBeGreaterThanOrEqual(14);
    const sent = await sendAll([...pages, page]);
    expect(await reportsOfMine(page.context(), origin ?? "")).toEqual(sent);
    await others.after();

    await stop(first.child);
    expect(liveProcesses(join(dataDir, "postgres"))).toEqual([]);

    const second = await start(taken, dataDir);
    expect(second.said()).toMatch(/Starter data +already there/);
    expect(second.said()).toMatch(/Build +up to date/);
    await stop(second.child);
  } finally {
    other.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
