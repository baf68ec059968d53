import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeClaim, makeProvider, makeService } from "@/db/factories";
import { isProviderInForce, kindInForce, provider, providerAsWritten } from "@/db/queries/counts-under";
import { findLegalForms } from "@/db/queries/extracts";
import { findProvider, listGroupMembers, listProviders } from "@/db/queries/providers";
import { listServices } from "@/db/queries/services";
import { listUnknownCarers } from "@/db/queries/unknown-carers";
import { providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { countsAs, PRESETS } from "@/domain/providers/legal-form";

const db = testDb();

const FORMS = [null, "company", "community-interest-company", "nhs-body"] as const;
const SAID = [null, "private-sector", "nhs-owned-company"] as const;
const PARENTS = [null, "company", "nhs-body", "nhs-owned-company"] as const;

test("what runs a service is the same in SQL as in the domain, and never outside the NHS where a source says the NHS owns it", async () => {
  const ownedByNhs = new Set<string>();
  for (const parentForm of PARENTS) {
    const parent = parentForm === null ? null : await makeProvider(db, { legalForm: parentForm });
    for (const legalForm of FORMS) {
      // A company stands between them every second time: whose the group is does not depend on how many do.
      const between = parent && (await makeProvider(db, { parentId: parent.id }));
      const { id: providerId } = await makeProvider(db, {
        legalForm,
        parentId: (legalForm === "company" ? between : parent)?.id ?? null,
      });
      for (const providerKind of SAID) {
        const { id } = await makeService(db, { providerId, providerKind });
        const isOfNhs = parentForm === "nhs-body" || parentForm === "nhs-owned-company";
        if (isOfNhs || providerKind === "nhs-owned-company" || legalForm === "nhs-body") ownedByNhs.add(id);
      }
    }
  }
  const inSql = await db
    .select({ id: services.id, kind: kindInForce })
    .from(services)
    .leftJoin(providerAsWritten, eq(providerAsWritten.id, services.providerId))
    .leftJoin(provider, isProviderInForce);
  const kinds = new Map((await listServices(db)).map(({ id, kind }) => [id, kind]));
  expect(inSql).toHaveLength(FORMS.length * SAID.length * PARENTS.length);
  for (const { id, kind } of inSql) expect(kinds.get(id)).toBe(kind);
  for (const id of ownedByNhs)
    for (const preset of PRESETS) expect(countsAs(kinds.get(id) ?? null, preset)).toBe(false);
  const counted = inSql.filter(({ id }) => countsAs(kinds.get(id) ?? null, "outside-the-nhs"));
  expect(counted.length).toBeGreaterThan(0);
});

test("an organisation's own kind follows its group as that of its services does, however it is asked for", async () => {
  const trust = await makeProvider(db, { legalForm: "nhs-body" });
  const holding = await makeProvider(db, { parentId: trust.id });
  const arm = await makeProvider(db, { parentId: holding.id });
  const unknown = await makeProvider(db, { legalForm: null, parentId: holding.id });
  const apart = await makeProvider(db, { legalForm: null });
  const kinds = { [holding.id]: "nhs-owned-company", [arm.id]: "nhs-owned-company" };
  const all = { [trust.id]: "nhs-body", ...kinds, [unknown.id]: "nhs-owned-company", [apart.id]: null };
  const listed = await listProviders(db);
  for (const [id, kind] of Object.entries(all)) {
    const row = listed.find((one) => one.id === id);
    expect(row?.kind).toBe(kind);
    expect((await findProvider(db, row?.slug ?? ""))?.kind).toBe(kind);
    expect((await findLegalForms(db, [id])).get(id) ?? null).toBe(kind);
  }
  expect((await listGroupMembers(db, trust.id)).map(({ kind }) => kind)).toEqual(
    Array(3).fill("nhs-owned-company"),
  );
});

test("groups that belong to each other in a circle end somewhere", async () => {
  const one = await makeProvider(db);
  const other = await makeProvider(db, { parentId: one.id });
  await db.update(providers).set({ parentId: other.id }).where(eq(providers.id, one.id));
  expect((await findProvider(db, other.slug))?.kind).toBe("company");
});

test("who treated patients and is of unknown kind is named by the rule of the counts: no company of the NHS, and merges followed", async () => {
  const trust = await makeProvider(db, { legalForm: "nhs-body" });
  const holding = await makeProvider(db, { legalForm: null, parentId: trust.id });
  const ofTheNhs = await makeProvider(db, { legalForm: null, parentId: holding.id });
  const unknown = await makeProvider(db, { legalForm: null });
  const kept = await makeProvider(db, { legalForm: null });
  const merged = await makeProvider(db, { legalForm: null, mergedInto: kept.id, visibility: "merged" });
  const value = {
    key: "2026-04",
    completedAdmitted: 3,
    completedNonAdmitted: 4,
    waiting: 5,
    newReferrals: 6,
  };
  for (const providerId of [ofTheNhs.id, unknown.id, merged.id]) {
    const { id: recordId } = await makeService(db, { providerId });
    await makeClaim(db, { recordType: "service", recordId, field: "waiting-times", value });
  }
  const seats = [ofTheNhs.id, unknown.id].map((recordId) => ({ recordType: "provider" as const, recordId }));
  for (const seat of seats) await makeClaim(db, { ...seat, field: "waiting-times", value });
  const called = await makeService(db, { providerId: unknown.id, providerKind: "private-sector" });
  await makeClaim(db, { recordType: "service", recordId: called.id, field: "waiting-times", value });
  expect(await listUnknownCarers(db, "2026-04", null)).toEqual(
    [unknown, kept].map(({ slug, name }) => ({ slug, name })),
  );
});
