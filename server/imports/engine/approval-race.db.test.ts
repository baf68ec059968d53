import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { lockPublishing } from "@/db/queries/report-records";
import { services } from "@/db/schema/services";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadImport } from "@/server/imports/engine/load-import";
import { submitImport } from "@/server/imports/engine/submit-import";
import { makeActor, SOURCE, stage } from "@/server/imports/testing";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase({ deadlineMs: 60_000, size: 4 });
});
afterAll(() => fresh.close());

const LIST = "Place,Postcode,Kind of care,Provider\nNewtown,CA2 7HY,MRI,not named\n";

it("what was planned before the lock is planned again when something was published meanwhile", {
  timeout: 120_000,
}, async () => {
  const { db } = fresh;
  const admin = await makeActor(db, "admin");
  const moderator = await makeActor(db, "moderator");
  const submitted = async (title: string) => {
    const batchId = await stage(db, admin, LIST, { source: { ...SOURCE, title } });
    await submitImport(db, admin, { batchId, version: (await loadImport(db, admin, batchId)).version });
    return { batchId, version: (await loadImport(db, admin, batchId)).version, rule: "all", warned: true };
  };
  const [slow, quick] = [await submitted("One list"), await submitted("Another list")];

  const waiting = await inTransaction(db, async (transaction) => {
    await lockPublishing(transaction);
    const approval = approveImport(db, moderator, slow).then(
      () => "applied",
      (error: { what?: string }) => error.what ?? error,
    );
    let isOver = false;
    approval.finally(() => {
      isOver = true;
    });
    // It has planned and waits for the lock, which this transaction has.
    for (let isWaiting = false; !isWaiting && !isOver; ) {
      const [row] = await transaction.execute<{ n: number }>(sql`
        select count(*)::int as n from pg_locks
        where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`);
      isWaiting = Number(row?.n) > 0;
    }
    await approveImport(transaction, moderator, quick);
    return { approval };
  });
  expect(await waiting.approval).toBe("batch.preview-changed");
  expect(await db.select().from(services)).toHaveLength(1);
});
