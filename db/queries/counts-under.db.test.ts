import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeProvider, makeService } from "@/db/factories";
import { isProviderInForce, kindInForce, provider, providerAsWritten } from "@/db/queries/counts-under";
import { listServices } from "@/db/queries/services";
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
      const { id: providerId } = await makeProvider(db, { legalForm, parentId: parent?.id ?? null });
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
