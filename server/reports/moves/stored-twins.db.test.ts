import { readdirSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeReport } from "@/db/factories";
import { findDecisions, insertDecision } from "@/db/queries/decisions";
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
  // As the column was then, when it took any word; no message had a part of its own yet.
  await ownerDb.execute(sql.raw("alter table report_messages drop column field"));
  await ownerDb.execute(sql.raw("alter table decision_fields alter column field type text"));
  await ownerDb.execute(sql.raw("drop type report_field"));
  await db.execute(sql`insert into decision_fields (decision_id, field, verdict, changed_to)
    values (${decisionId}, 'twins', 'accept', ${JSON.stringify({ notTheSameAs: twins })}::jsonb)`);
  await insertDecision(db, { ...decision, verdict: "confirm" }, []);
  for (const name of ["_twins-ruled-out.sql", "_report-fields.sql"])
    for (const statement of statementsOf(name)) await ownerDb.execute(sql.raw(statement));
  expect(await findDecisions(db, report.id)).toMatchObject([
    { verdict: "send-for-second", notTheSameAs: twins, fields: [part] },
    { verdict: "confirm", notTheSameAs: [], fields: [] },
  ]);
});

it("no other word than a part of a report's form is a part of a decision", async () => {
  const { db } = fresh;
  const report = await makeReport(db, {});
  const decision = { reportId: report.id, revision: 1, moderatorId: report.authorId, reason: "Seen." };
  const id = await insertDecision(db, { ...decision, verdict: "confirm" }, []);
  const other = sql`insert into decision_fields (decision_id, field, verdict) values (${id}, 'twins', 'accept')`;
  await expect(db.execute(other)).rejects.toThrow();
});

function statementsOf(ending: string): string[] {
  const file = readdirSync("drizzle").find((name) => name.endsWith(ending));
  return readFileSync(`drizzle/${file}`, "utf8").split("--> statement-breakpoint");
}
