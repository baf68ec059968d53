import { expect, test } from "vitest";
import { makeClaim, makeProvider } from "@/db/factories";
import { testDb } from "@/db/testing";
import { definitionOf } from "@/domain/providers/legal-form";
import { loadProviderPage } from "./load-provider-page";

const db = testDb();

const value = { key: "2026-04", completedAdmitted: 3, completedNonAdmitted: 4, waiting: 5, newReferrals: 6 };
const completed = async (slug: string, ...definition: Parameters<typeof definitionOf>) =>
  (await loadProviderPage(slug, definitionOf(...definition), db))?.numbers?.completedNonAdmitted ?? 0;

test("the numbers of a page are those of the organisations that its definition counts, by whose they are and not by law alone", async () => {
  const trust = await makeProvider(db, { legalForm: "nhs-body" });
  const holding = await makeProvider(db, { parentId: trust.id });
  const arm = await makeProvider(db, { parentId: holding.id });
  const company = await makeProvider(db);
  const unknown = await makeProvider(db, { legalForm: null, parentId: company.id });
  for (const { id: recordId } of [holding, arm, company, unknown])
    await makeClaim(db, { recordType: "provider", recordId, field: "waiting-times", value });
  // Both are companies in law, and the NHS's: under companies nothing of theirs stands, as none of it is counted.
  expect(await completed(holding.slug, ["company", "private-sector"])).toBe(0);
  expect(await completed(arm.slug, ["company", "private-sector"])).toBe(0);
  expect(await completed(company.slug, ["company", "private-sector"])).toBe(4);
  expect(await completed(company.slug, ["company", "not-known"])).toBe(8);
});
