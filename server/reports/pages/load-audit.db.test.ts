import { expect, it } from "vitest";
import { makePlace } from "@/db/factories";
import { testDb } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import type { AuditFilter } from "@/domain/audit/audit-filter";
import { ukToday } from "@/domain/dates/partial-date";
import { NotAllowedError } from "@/domain/errors";
import { audit } from "@/server/audit";
import { makeActor } from "@/server/imports/testing";
import { auditParts, loadAudit, WHOLE_AUDIT } from "@/server/reports/pages/load-audit";

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

it("is sifted by person, by what it is about, by what was done and by day, each by how people write it", async () => {
  const [admin, other] = [await makeActor(db, "admin"), await makeActor(db, "moderator")];
  const clinic = await makePlace(db, { name: "Yak House", slug: "yak-house" });
  const place = { type: "place", id: clinic.id };
  const withheld = await audit(db, other, "record.withheld", place);
  const restored = await audit(db, admin, "record.restored", place);
  const joined = await audit(db, systemActor("starter-accounts"), "campaigner.joined", {
    type: "campaigner",
    id: other.id,
  });
  const sifted = async (filter: Partial<AuditFilter>) => {
    const { lines, isUnknown } = await loadAudit(db, admin, { filter: { ...WHOLE_AUDIT, ...filter } });
    return isUnknown ? "unknown" : lines.map(({ number }) => number);
  };
  const handle = other.id.slice(-4);
  expect(await sifted({ who: other.id })).toEqual([withheld]);
  expect(await sifted({ who: `Moderator ${handle.toUpperCase()}` })).toEqual([withheld]);
  expect(await sifted({ who: "starter-accounts" })).toEqual([joined]);
  for (const about of ["/places/yak-house", `https://map.example/cy/places/yak-house#x`, clinic.id])
    expect(await sifted({ about })).toEqual([restored, withheld]);
  expect(await sifted({ about: "/places/no-such-place" })).toBe("unknown");
  expect(await sifted({ about: "yak house" })).toBe("unknown");
  expect(await sifted({ action: "record.restored" })).toEqual([restored]);
  const today = ukToday();
  const yesterday = ukToday(new Date(Date.now() - 86_400_000));
  expect(await sifted({ from: today, until: today })).toEqual([joined, restored, withheld]);
  expect(await sifted({ until: yesterday })).toEqual([]);
  expect((await loadAudit(db, admin)).lines.at(-1)?.subjectName).toBe("Yak House");

  const all: number[] = [];
  for await (const part of auditParts(db, admin, { ...WHOLE_AUDIT, about: clinic.id }))
    all.push(...part.map(({ number }) => number));
  expect(all).toEqual([restored, withheld]);
  expect(() => auditParts(db, other, WHOLE_AUDIT)).toThrow(NotAllowedError);
});
