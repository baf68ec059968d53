import { expect, it } from "vitest";
import { testDb } from "@/db/testing";
import { audit } from "@/server/audit";
import { makeActor } from "@/server/imports/testing";
import { loadAudit } from "@/server/reports/pages/load-audit";

const db = testDb();

it("is read page by page, newest first, each behind the one before it and nothing twice", async () => {
  const admin = await makeActor(db, "admin");
  for (let done = 0; done < 201; done += 1)
    await audit(db, admin, "report.message", { type: "report", id: admin.id }, {});
  const pages = [await loadAudit(db, admin)];
  for (let older = pages[0]?.older ?? null; older !== null && pages.length < 4; ) {
    const page = await loadAudit(db, admin, { before: older });
    pages.push(page);
    older = page.older;
  }
  expect(pages.map(({ lines }) => lines.length)).toEqual([100, 100, 1]);
  const numbers = pages.flatMap(({ lines }) => lines.map(({ number }) => number));
  expect(numbers).toEqual(Array.from({ length: 201 }, (_, index) => 201 - index));
  expect((await loadAudit(db, admin, { before: 1 })).lines).toEqual([]);
  expect(JSON.stringify(pages)).not.toContain("payload");
});
