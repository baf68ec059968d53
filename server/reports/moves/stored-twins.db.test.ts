import { readdirSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeReport } from "@/db/factories";
import { findDecisions, insertDecision } from "@/db/queries/decisions";
import { decisionFields } from "@/db/schema/reports";
import { type FreshDatabase, freshDatabase } from "@/db/testing";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

it("twins that were stored among the parts of a decision are read as those of today, and are no part of it", async () => {
  const { db, ownerDb } = fresh;
  const report = await makeReport(db, {});
  const decision = {
    reportId: report.id,
    revision: 1,
    moderatorId: report.authorId,
    reason: "Seen.",
  } as const;
  const twins = ["0b1f0f5e-8a55-4f3e-9d0e-3f2f5f7a0001", "0b1f0f5e-8a55-4f3e-9d0e-3f2f5f7a0002"];
  const part = { field: "provider", verdict: "accept", comment: "Yes.", changedTo: null } as const;
  const decisionId = await insertDecision(db, { ...decision, verdict: "send-for-second" }, [part]);
  await db.insert(decisionFields).values({
    decisionId,
    field: "twins",
    verdict: "accept",
    changedTo: { notTheSameAs: twins },
  });
  await insertDecision(db, { ...decision, verdict: "confirm" }, []);
  const file = readdirSync("drizzle").find((name) => name.endsWith("_twins-ruled-out.sql"));
  const migration = readFileSync(`drizzle/${file}`, "utf8");
  for (const statement of migration.split("--> statement-breakpoint"))
    await ownerDb.execute(sql.raw(statement));
  expect(await findDecisions(db, report.id)).toMatchObject([
    { verdict: "send-for-second", notTheSameAs: twins, fields: [part] },
    { verdict: "confirm", notTheSameAs: [], fields: [] },
  ]);
});
