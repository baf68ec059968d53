import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { basisOf, type ClaimBasis } from "@/domain/claims/basis";
import { SHIPPED } from "@/server/starter/testing-shipped";

/** Every sentence that the project ships, with the fact that rests on it. Only read. */
type Said = { recordType: string; field: string; says: string; source: string; records: number };
let own: FreshDatabase;
let all: (Said & { basis: ClaimBasis })[];
beforeAll(async () => {
  own = await freshDatabase({ filling: SHIPPED });
  const rows = await own.db.execute<Said>(sql`
    select claims.record_type as "recordType", field, says, sources.source_key as source,
      count(distinct record_id)::int as records
    from claims join sources on sources.id = claims.source_id group by 1, 2, 3, 4`);
  all = rows.map((row) => ({ ...row, basis: basisOf(row.says, row.field) }));
}, 240_000);
afterAll(() => own.close());

/** Each was held against the article that it is said to be in, word by word. */
const ARTICLE = "starter/news-and-star-2024-04";
const QUOTATIONS = [
  '"Alliance has scanning centres scattered across 30 locations in England."',
  '"Carlisle NHS Clinic is another."',
  '"The health firm boasts management of 37 GP practice sites in the North West."',
  '"Warwick Road Surgery and Fusehill Medical Practice, two general practice sites, are operated and managed by SSP Health."',
];

test("what stands under “What the source says” is a quotation of that source, and nothing else does", () => {
  const quoted = all.filter(({ basis }) => basis === "quoted");
  expect([...new Set(quoted.map(({ says }) => says))].sort()).toEqual(QUOTATIONS);
  expect(new Set(quoted.map(({ source }) => source))).toEqual(new Set([ARTICLE]));
});

/** Words of a sentence that goes beyond its source. */
const INFERRED =
  /^Worked out from (the reg|two )|named after|of the same name|Both entries|middle of|centre of [A-Z]|the one centre|code begins|lies in|the whole of the town|approximate position|drawn at/;

test("a sentence that goes beyond its source is called worked out, and no other is", () => {
  const [told, workedOut] = (["told", "worked-out"] as const).map((basis) =>
    all.filter((one) => one.basis === basis),
  );
  expect(told?.filter(({ says }) => INFERRED.test(says)).map(({ says }) => says)).toEqual([]);
  const byField = ["legal-form", "kind"];
  const others = workedOut?.filter(({ field, says }) => !INFERRED.test(says) && !byField.includes(field));
  expect(others).toEqual([]);
});

test("who runs a service by an older name (99) or by the letters of a code (5) is worked out; what is filed so is told", () => {
  const providers = all.filter(({ recordType, field }) => recordType === "service" && field === "provider");
  const inferred = (part: string) =>
    providers
      .filter(({ basis, says }) => basis === "worked-out" && says.includes(part))
      .reduce((sum, { records }) => sum + records, 0);
  expect(inferred("BMI Healthcare became part of Circle Health Group in December 2019")).toBe(99);
  expect(inferred("code begins")).toBe(5);
  const filed = providers.filter(({ says }) => says.startsWith("Filed under"));
  expect(filed.length).toBeGreaterThan(100);
  expect(filed.filter(({ basis }) => basis !== "told")).toEqual([]);
});

test("what kind of place it is by its name as filed, and what an organisation is by its own, is worked out", () => {
  const of = (field: string, begins: string) =>
    all.filter((one) => one.field === field && one.says.startsWith(begins));
  for (const found of [of("kind", "Lists it as SPAMEDICA"), of("legal-form", "Filed as")]) {
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter(({ basis }) => basis !== "worked-out")).toEqual([]);
  }
});
