import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { DatabaseUnavailableError } from "@/domain/errors";
import { wasUnavailable } from "./availability";
import { inTransaction, type OpenDb, openDb } from "./client";
import { type Embedded, startEmbedded } from "./embedded";
import { liveProcesses } from "./embedded-process";
import { urlsOf } from "./embedded-record";
import { listenForPublications } from "./listen";
import { migrateDatabase } from "./migrate";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // whole servers start and stop here

/** A server of its own, because it is frozen: nobody else's tests may be on it. */
describe.skipIf(process.platform !== "linux")("a frozen PostgreSQL", () => {
  const dataDir = mkdtempSync(join(tmpdir(), `nhs-map-test-${process.pid}-frozen-`));
  let server: Embedded;
  let open: OpenDb;
  const one = () => open.db.execute(sql`select 1 as one`);

  /** Postmaster and every backend. */
  const all = () => liveProcesses(server.record.clusterDir);
  const freeze = () => {
    for (const pid of all()) process.kill(pid, "SIGSTOP");
  };
  const thaw = () => {
    for (const pid of all()) process.kill(pid, "SIGCONT");
  };

  const answersAgain = () =>
    expect
      .poll(
        () =>
          one().then(
            () => "answers",
            () => "silent",
          ),
        { timeout: 5_000 },
      )
      .toBe("answers");

  beforeAll(async () => {
    server = await startEmbedded({ dataDir, fsync: false });
    await migrateDatabase(urlsOf(server.record).ownerUrl);
    open = openDb({ url: urlsOf(server.record).url, deadlineMs: 500, size: 3 });
  }, 60_000);
  afterAll(async () => {
    thaw();
    await open.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test("answers with an error at the deadline, on old and new connections, and recovers", async () => {
    await one(); // a connection that exists before the freeze
    expect(all().length).toBeGreaterThan(1);
    freeze();
    const started = Date.now();
    await expect(one()).rejects.toBeInstanceOf(DatabaseUnavailableError);
    expect(Date.now() - started).toBeLessThan(900);

    // While the silence is fresh nobody waits again, so a page with several queries answers in time.
    const again = Date.now();
    await expect(one()).rejects.toBeInstanceOf(DatabaseUnavailableError);
    expect(Date.now() - again).toBeLessThan(100);

    thaw();
    await answersAgain();
  });

  test("a transaction that is frozen half-way is not committed behind the caller's back", async () => {
    await answersAgain();
    const owner = openDb({ url: urlsOf(server.record).ownerUrl, deadlineMs: 2_000, size: 1 });
    await owner.db.execute(sql`create table public.frozen_notes (id int)`);
    const work = inTransaction(owner.db, async (transaction) => {
      await transaction.execute(sql`insert into public.frozen_notes values (1)`);
      freeze();
      await transaction.execute(sql`insert into public.frozen_notes values (2)`);
    });
    await expect(work).rejects.toBeInstanceOf(DatabaseUnavailableError);
    thaw();
    const count = () =>
      owner.db.execute(sql`select * from public.frozen_notes`).then(
        (rows) => rows.length,
        () => -1,
      );
    await expect.poll(count, { timeout: 5_000 }).toBe(0);
    await owner.close();
  });

  test("a statement that a live server cut short at the deadline is said to be unavailable, without a silence", async () => {
    const patient = openDb({ url: urlsOf(server.record).url, deadlineMs: 20_000, size: 1 });
    // Our own deadline is far away here, so that it is the server that cuts, however busy the machine is.
    const [settings] = await patient.db.execute<{ timeout: number }>(
      sql`select setting::int as timeout from pg_settings where name = 'statement_timeout'`,
    );
    expect(settings?.timeout).toBe(17_000);
    await patient.db.execute(sql`set statement_timeout = 200`);
    await expect(patient.db.execute(sql`select pg_sleep(60)`)).rejects.toBeInstanceOf(
      DatabaseUnavailableError,
    );
    expect(wasUnavailable(60_000)).toBe(true);
    await expect(patient.db.execute(sql`select 1 as one`)).resolves.toBeDefined();
    await patient.close();
  });

  test("a server that is gone is said to be unavailable, too", async () => {
    const nobody = openDb({ url: "postgres://a:b@127.0.0.1:1/c", deadlineMs: 500 });
    await expect(nobody.db.execute(sql`select 1`)).rejects.toBeInstanceOf(DatabaseUnavailableError);
    await nobody.close();
  });

  test("the listener hears what is published, before and after its connection is cut", async () => {
    await answersAgain();
    const heard: number[] = [];
    const owner = openDb({ url: urlsOf(server.record).ownerUrl, deadlineMs: 5_000, size: 1 });
    const stop = listenForPublications({
      url: urlsOf(server.record).url,
      role: undefined,
      onNumber: (number) => heard.push(number),
      heartbeatMs: 100,
    });
    await expect.poll(() => heard.length, { timeout: 5_000 }).toBeGreaterThan(0);
    await owner.db.execute(sql`select pg_notify('published', '41')`);
    await expect.poll(() => heard.includes(41), { timeout: 5_000 }).toBe(true);

    const superuser = openDb({
      url: urlsOf(server.record, "postgres").superuserUrl,
      deadlineMs: 5_000,
      size: 1,
    });
    await superuser.db.execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'nhs-outsourcing-map-listener'`,
    );
    const notified = async () => {
      await owner.db.execute(sql`select pg_notify('published', '42')`);
      return heard.includes(42);
    };
    await expect.poll(notified, { timeout: 8_000 }).toBe(true);
    await stop();
    await Promise.all([owner.close(), superuser.close()]);
  });
});
