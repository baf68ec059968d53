import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openDb } from "./client";
import { urlsOf } from "./embedded-record";
import { type KeptEmbedded, keepEmbedded } from "./keep-embedded";
import { listenForPublications } from "./listen";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const SOON = { timeout: 90_000 };
let dataDir = "";
let kept: KeptEmbedded | undefined;
let said: string[] = [];
let gaveUp = 0;

beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), `nhs-map-test-${process.pid}-kept-`)), "data");
  said = [];
  gaveUp = 0;
});
afterEach(async () => {
  await kept?.stop();
  kept = undefined;
  rmSync(join(dataDir, ".."), { recursive: true, force: true });
});

/** Kept with `times` restarts. */
async function keep(times: number): Promise<KeptEmbedded> {
  let count = 0;
  kept = await keepEmbedded({
    dataDir,
    // As in use: without it the table that was just made is lost with the process.
    fsync: true,
    nextRestart: () => (count < times ? { count: ++count, waitMs: 0 } : undefined),
    say: (line) => said.push(line.trim()),
    giveUp: () => gaveUp++,
  });
  return kept;
}

describe.skipIf(process.platform !== "linux")("the embedded database", () => {
  test("is started again after kill -9: connections find it, and what was published meanwhile is heard", async () => {
    const { embedded } = await keep(1);
    const { url, ownerUrl } = urlsOf(embedded.record);
    const application = openDb({ url, deadlineMs: 5_000, size: 2 });
    const owner = openDb({ url: ownerUrl, deadlineMs: 5_000, size: 1 });
    await owner.db.execute(sql`create table publications (number int)`);
    await owner.db.execute(sql`grant select on publications to nhs_map_app`);
    await owner.db.execute(sql`insert into publications values (7)`);
    const heard: number[] = [];
    const stop = listenForPublications({
      url,
      role: undefined,
      onNumber: (number) => heard.push(number),
      heartbeatMs: 100,
    });
    await expect.poll(() => heard.includes(7), SOON).toBe(true);
    await application.db.execute(sql`select 1`);

    process.kill(embedded.pid, "SIGKILL");
    // Its orphans still answer for a moment.
    await expect.poll(() => said.length, SOON).toBe(2);
    const publish = () =>
      owner.db.execute(sql`insert into publications values (8)`).then(
        () => true,
        () => false,
      );
    await expect.poll(publish, SOON).toBe(true); // tells nobody: the number is asked for
    await expect.poll(() => heard.includes(8), SOON).toBe(true);
    await expect
      .poll(
        () =>
          application.db.execute(sql`select 1`).then(
            () => true,
            () => false,
          ),
        SOON,
      )
      .toBe(true);
    const notified = async () => {
      await owner.db.execute(sql`select pg_notify('published', '9')`);
      return heard.includes(9);
    };
    await expect.poll(notified, SOON).toBe(true);
    expect(said).toEqual([
      "The database ended by itself. It is started again (1).",
      "The database is running again.",
    ]);
    expect(kept?.embedded.pid).not.toBe(embedded.pid);
    expect(kept?.embedded.record.port).toBe(embedded.record.port);
    await stop();
    await Promise.all([application.close(), owner.close()]);
  });

  test("is given up in a line when it dies too often, and stays stopped when we stop it", async () => {
    const { embedded } = await keep(0);
    process.kill(embedded.pid, "SIGKILL");
    await expect.poll(() => gaveUp, SOON).toBe(1);
    expect(said).toEqual(["The database ended by itself too often: it is not started again."]);
  });
});
