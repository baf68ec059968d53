import { expect, test } from "vitest";
import { CARLISLE } from "@/db/seed/starter/carlisle";
import { DIAGNOSTIC_CENTRES } from "@/db/seed/starter/diagnostic-centres";
import type { StarterRecord } from "@/db/seed/starter/fact";
import { confirmedOn, sourceIdOf } from "@/db/seed/starter/source-ids";
import { STARTER_SOURCES } from "@/db/seed/starter/sources";
import { starterId } from "@/db/seed/starter/starter-id";
import { parseClaimValue } from "@/domain/claims/claim";
import { slugOf } from "@/domain/records/slug";
import { sourceInputSchema } from "@/domain/sources/source";
import { starterDrafts } from "@/server/starter/starter-drafts";

const RECORDS: readonly StarterRecord[] = [...CARLISLE, ...DIAGNOSTIC_CENTRES];
const AREAS = new Map([["area:constituency/E14001152", starterId("an-area")]]);
const nothing = () => ({ claims: new Set<string>(), records: new Set<string>() });

test("an id is a UUID of version 5, the same every time and another for another key", () => {
  expect(starterId("a")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(starterId("a")).toBe(starterId("a"));
  expect(starterId("a")).not.toBe(starterId("b"));
});

test.each([
  [{ publishedOn: "2024-04" }, "2024-04-01"],
  [{ publishedOn: "2023" }, "2023-01-01"],
  [{ publishedOn: null, periodFrom: "2022-04-01", periodTo: "2023-03-31" }, "2022-04-01"],
  [{ publishedOn: "2025", settledOn: "2025-10-13" }, "2025-10-13"],
])("a source dated %j confirms what it says on %s", (given, day) => {
  expect(confirmedOn({ kind: "news", title: "T", publisher: "P", url: null, ...given })).toBe(day);
});

test("a source without any date confirms nothing", () => {
  const undated = { kind: "news", title: "T", publisher: "P", url: null, publishedOn: null } as const;
  expect(() => confirmedOn(undated)).toThrow("date");
});

test("every fact has a value that fits, a source with a date, and a sentence", () => {
  for (const { recordType, claims } of starterDrafts(RECORDS, nothing(), AREAS)) {
    for (const { field, value, says, confirmedOn: day } of claims) {
      expect(() => parseClaimValue(recordType, field, value)).not.toThrow();
      expect(says).toMatch(/[.”"]$/);
      expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(day < "2026-01-01").toBe(true);
    }
  }
});

test("every source would pass as a volunteer's", () => {
  for (const source of Object.values(STARTER_SOURCES)) {
    const given = {
      ...source,
      url: source.url ?? "",
      publishedOn: source.publishedOn ?? confirmedOn(source),
      says: "Says so.",
    };
    expect(sourceInputSchema.safeParse(given).error).toBeUndefined();
  }
});

test("keys are unique and are addresses", () => {
  const keys = RECORDS.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(slugOf(key.split("/")[1] ?? "")).toBe(key.split("/")[1]);
});

test("a claim is replaced only by one of the same record and field", () => {
  for (const { claims } of starterDrafts(RECORDS, nothing(), AREAS)) {
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    for (const { field, supersedes = [] } of claims)
      for (const id of supersedes) expect(byId.get(id)?.field).toBe(field);
  }
});

test("what is stored is not drafted again; a new fact of a stored record is, without making the record again", () => {
  const [record] = RECORDS;
  const [draft] = starterDrafts(RECORDS, nothing(), AREAS);
  if (!record || !draft) throw new Error("no starter data");
  const ids = draft.claims.map(({ id = "" }) => id);
  const stored = { claims: new Set(ids), records: new Set([draft.recordId]) };
  expect(starterDrafts([record], stored, AREAS)).toEqual([]);
  stored.claims.delete(ids[0] ?? "");
  expect(starterDrafts([record], stored, AREAS)).toMatchObject([
    { create: undefined, claims: [{ id: ids[0] }] },
  ]);
});

test("a claim names its source by the id the source is stored under", () => {
  const [draft] = starterDrafts(CARLISLE, nothing(), AREAS);
  expect(draft?.claims[0]?.sourceId).toBe(sourceIdOf("news-and-star-2024-04"));
});
