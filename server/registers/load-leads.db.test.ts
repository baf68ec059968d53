import { expect, test } from "vitest";
import { makeArea, makeContract, makePlace, makeProvider, makeService, makeSource } from "@/db/factories";
import { readLeadTable } from "@/db/reference/place-table";
import { checks, serviceContracts } from "@/db/schema";
import { testDb } from "@/db/testing";
import { VISITOR } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { restOfLeads } from "@/domain/pages/remainders";
import { loadLeads } from "./load-leads";

const db = testDb();
const actor = { kind: "campaigner", id: "c1", role: "campaigner" } as const;
const [lead] = readLeadTable().leads;
const code = lead?.code ?? "";

const practice = () => makePlace(db, { kind: "gp-practice", name: "The Surgery" }, { odsCode: code });
async function isLeft(): Promise<boolean> {
  const { leads, known } = await loadLeads(db, actor, "");
  const left = leads.some((one) => one.code === code);
  expect(known).toBe(left ? 0 : 1);
  return left;
}
const check = async (placeId: string, result: "not-outsourced" | "unclear", dueAgainOn: string) =>
  db.insert(checks).values({
    placeId,
    result,
    checkedOn: "2026-01-01",
    dueAgainOn,
    proof: "register-holder",
    sourceId: (await makeSource(db)).id,
    recordedBy: "test",
  });

test("is for people who signed in", async () => {
  await expect(loadLeads(db, VISITOR, "")).rejects.toThrow(NotAllowedError);
});

test("a practice stays while another kind of care at its address is known, or a practice nobody is named for", async () => {
  const place = await practice();
  await makeService(db, { placeId: place.id, category: "eye-care" });
  await makeService(db, { placeId: place.id, category: "gp-practice", providerId: null });
  expect(await isLeft()).toBe(true);
});

test("goes when the practice's provider is named", async () => {
  await makeService(db, { placeId: (await practice()).id, category: "gp-practice" });
  expect(await isLeft()).toBe(false);
});

test("goes when the practice's provider is named at a place merged into it", async () => {
  const twin = await makePlace(db, { mergedInto: (await practice()).id, visibility: "merged" });
  await makeService(db, { placeId: twin.id, category: "gp-practice" });
  expect(await isLeft()).toBe(false);
});

test("goes when its contract has a holder", async () => {
  const service = await makeService(db, {
    placeId: (await practice()).id,
    category: "gp-practice",
    providerId: null,
  });
  const contract = await makeContract(db, { holderId: (await makeProvider(db)).id });
  await db.insert(serviceContracts).values({ serviceId: service.id, contractId: contract.id });
  expect(await isLeft()).toBe(false);
});

test.each([
  ["withheld", {}],
  ["published", { visibility: "withheld" as const }],
])("stays when who it is may not be said: service %s, provider %j", async (visibility, hidden) => {
  const provider = await makeProvider(db, hidden);
  await makeService(db, {
    placeId: (await practice()).id,
    category: "gp-practice",
    providerId: provider.id,
    visibility: visibility as "withheld" | "published",
  });
  expect(await isLeft()).toBe(true);
});

test("stays when the service has ended: who holds it now is not known", async () => {
  await makeService(db, { placeId: (await practice()).id, category: "gp-practice", status: "ended" });
  expect(await isLeft()).toBe(true);
});

test("goes with a check that holds, and comes back when the check is due again or could not tell", async () => {
  const place = await practice();
  await check(place.id, "unclear", "2099-01-01");
  expect(await isLeft()).toBe(true);
  await check(place.id, "not-outsourced", "2026-02-01");
  expect(await isLeft()).toBe(true);
  await check(place.id, "not-outsourced", "2099-01-01");
  expect(await isLeft()).toBe(false);
});

test.each([
  ["withheld", "withheld"],
  ["erased", "erased"],
] as const)(
  "a practice that is %s is in none of the lists, and not said to have ended",
  async (_, visibility) => {
    const before = await loadLeads(db, actor, "");
    await makePlace(db, { kind: "gp-practice", name: "The Surgery", visibility }, { odsCode: code });
    const { total, leads, ended } = await loadLeads(db, actor, "");
    expect([...leads, ...ended].map((one) => one.code)).not.toContain(code);
    expect(total).toBe(before.total - 1);
    expect(ended).toHaveLength(before.ended.length - 1);
  },
);

test("nor is one whose name would tell of a provider that is off the site", async () => {
  await makeProvider(db, { name: "Zebra Care", visibility: "withheld" });
  await makePlace(db, { kind: "gp-practice", name: "Zebra Care Surgery" }, { odsCode: code });
  const { leads, ended } = await loadLeads(db, actor, "");
  expect([...leads, ...ended].map((one) => one.code)).not.toContain(code);
});

test("what is left, found out and over comes to the title's number, and what other boards have is said", async () => {
  const north = await makeArea(db, { kind: "icb" });
  await makePlace(db, { kind: "gp-practice" }, { odsCode: code, areaIds: [north.id] });
  const all = await loadLeads(db, actor, "");
  expect(restOfLeads(all)).toMatchObject({ total: all.total, missing: 0, again: 0 });
  const own = await loadLeads(db, actor, north.slug);
  expect(own.leads).toHaveLength(1);
  expect(restOfLeads(own).missing).toBe(all.total - 1);
});
