import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openDb } from "./client";
import { type Embedded, startEmbedded } from "./embedded";
import { canReach } from "./embedded-files";
import { answersAsPostgres, liveProcesses } from "./embedded-process";
import { urlsOf } from "./embedded-record";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // whole servers start and stop here

/** What a person's computer does to a database: kills it, loses a file, has a space in the path. */
let dataDir = "";
let server: Embedded | undefined;
const start = async ({ fsync } = { fsync: false }) => {
  server = await startEmbedded({ dataDir, fsync });
  return server;
};

beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), `nhs-map-test-${process.pid}-embedded-`)), "with a space");
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  rmSync(join(dataDir, ".."), { recursive: true, force: true });
});

async function write(embedded: Embedded, value: number): Promise<void> {
  const { db, close } = openDb({ url: urlsOf(embedded.record).ownerUrl, deadlineMs: 10_000, size: 1 });
  await db.execute(sql`create table if not exists public.kept (value int)`);
  await db.execute(sql`insert into public.kept values (${value})`);
  await close();
}

async function read(embedded: Embedded): Promise<number[]> {
  const { db, close } = openDb({ url: urlsOf(embedded.record).ownerUrl, deadlineMs: 10_000, size: 1 });
  const rows = await db.execute<{ value: number }>(sql`select value from public.kept`);
  await close();
  return rows.map(({ value }) => value);
}

test("made once, then started again with what it held; passwords are for us alone", async () => {
  const first = await start();
  expect(first.how).toBe("made");
  await write(first, 1);
  expect(statSync(join(dataDir, "postgres.json")).mode & 0o077).toBe(0);
  await first.stop();
  expect(liveProcesses(first.record.clusterDir)).toEqual([]);

  const second = await start();
  expect(second.how).toBe("started");
  expect(await read(second)).toEqual([1]);
});

describe.skipIf(process.platform !== "linux")("after kill -9", () => {
  test("of the postmaster: its stale pid file and left-over backends are cleared, data is there", async () => {
    const first = await start({ fsync: true });
    await write(first, 2);
    process.kill(first.pid, "SIGKILL");
    const second = await start({ fsync: true });
    expect(second.how).toBe("started");
    expect(await read(second)).toEqual([2]);
  });

  test("of everything, when its number was given to another program since", async () => {
    const first = await start({ fsync: true });
    await write(first, 3);
    for (const pid of liveProcesses(first.record.clusterDir)) process.kill(pid, "SIGKILL");
    const file = join(first.record.clusterDir, "postmaster.pid");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^\d+/, String(process.pid)));
    const second = await start({ fsync: true });
    expect(await read(second)).toEqual([3]);
  });

  test("of our own process only: the running database is found and used", async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ how: "found running", pid: first.pid });
    await write(second, 4);
  });
});

test("a database that another live process of ours looks after is left running by us", async () => {
  const first = await start();
  writeFileSync(join(dataDir, "postgres-owner.pid"), String(process.ppid));
  const guest = await startEmbedded({ dataDir, fsync: false });
  await guest.stop();
  await write(first, 5);
  expect(await read(first)).toEqual([5]);
});

test("lost passwords are set anew and the data stays", async () => {
  const first = await start();
  await write(first, 6);
  await first.stop();
  rmSync(join(dataDir, "postgres.json"));
  const second = await start();
  expect(second.record.passwords).not.toEqual(first.record.passwords);
  expect(await read(second)).toEqual([6]);
});

test("a connection that opens and is never answered is no database", async () => {
  const first = await start();
  expect(await answersAsPostgres(first.record.port)).toBe(true);
  const mute = createServer((socket) => socket.once("data", () => socket.resetAndDestroy()));
  await new Promise<void>((listening) => mute.listen(0, "127.0.0.1", listening));
  const address = mute.address();
  if (!address || typeof address === "string") throw new Error("no port");
  expect(await answersAsPostgres(address.port)).toBe(false);
  mute.close();
});

test("an initialisation that was cut off is begun again", async () => {
  mkdirSync(join(dataDir, "postgres.new", "half"), { recursive: true });
  mkdirSync(join(dataDir, "postgres"), { recursive: true });
  expect((await start()).how).toBe("made");
});

test("whether another user can reach a folder is read from the folders above it", () => {
  const closed = mkdtempSync(join(tmpdir(), `nhs-map-test-${process.pid}-closed-`)); // mode 700
  const { uid, gid } = statSync(closed);
  const inside = join(closed, "a", "b");
  expect(canReach(inside, { uid, gid, name: "me" })).toBe(true);
  expect(canReach(inside, { uid: uid + 1, gid: gid + 1, name: "someone" })).toBe(false);
  rmSync(closed, { recursive: true });
});
