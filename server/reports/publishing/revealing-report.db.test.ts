import { beforeEach, describe, expect, it } from "vitest";
import { makeArea, makePlace, makeProposal } from "@/db/factories";
import { saveSetting } from "@/db/queries/settings";
import { providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { claims, sources } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { AREA_ONLY_CATEGORIES, type ServiceCategory } from "@/domain/services/category";
import { AREA_ONLY_SETTING } from "@/server/records/area-only";
import { withholdRecord } from "@/server/records/withhold-record";
import { approveReport } from "@/server/reports/moves/approve-report";
import { confirmReport } from "@/server/reports/moves/confirm-report";
import { loadModerationReport } from "@/server/reports/pages/load-moderation-report";
import { change, held, moderator, NOW, REASON } from "@/server/reports/testing-approval";

const db = testDb();
/** All kinds of our list, and one that an admin added. */
const KINDS: ServiceCategory[] = [...AREA_ONLY_CATEGORIES, "fertility"];

beforeEach(async () => {
  await saveSetting(db, AREA_ONLY_SETTING, ["fertility"]);
  await makeArea(db, { kind: "icb", code: "E54000050", nameEn: "Cumbria board" });
});

const WHERE = {
  placeName: "Kingsdown House",
  addressLines: "3 Grove Road",
  town: "Carlisle",
  postcode: "CA2 7HY",
};
const SOURCE = {
  kind: "news",
  title: "Care in the north",
  publisher: "A newspaper",
  url: "https://news.example/care",
  publishedOn: "2026-06",
  says: "Names Care Ltd as the provider.",
} as const;
const reportOf = (category: ServiceCategory, given: Partial<NewServiceProposal> = {}) => ({
  ...WHERE,
  category,
  providerName: "Care Ltd",
  sources: [SOURCE],
  ...given,
});
const withSource = (part: Partial<Record<keyof typeof SOURCE, string>>) => ({
  sources: [{ ...SOURCE, ...part } as NewServiceProposal["sources"][number]],
});

async function approval(given: Partial<NewServiceProposal>, fields: Parameters<typeof change>[] = []) {
  const actor = await moderator(db);
  const seen = await held(db, actor, given);
  const changes = fields.map((each) => change(...each));
  return { seen, approved: approveReport(db, actor, { ...seen, reason: REASON, fields: changes }, NOW) };
}

/** By field, what tells the place, its street, town and postcode, or any number or postcode. */
const TELLING: [field: string, given: Partial<NewServiceProposal>][] = [
  ["source.0.title", withSource({ title: "Kingsdown House opens" })],
  ["source.0.title", withSource({ title: "A clinic in CARLISLE" })],
  ["source.0.publisher", withSource({ publisher: "Carlisle Gazette" })],
  ["source.0.url", withSource({ url: "https://care.example/clinics/carlisle" })],
  ["source.0.url", withSource({ url: "https://care.example/find/ca27hy" })],
  ["source.0.says", withSource({ says: "The care is given at 3 Grove Road." })],
  ["source.0.says", withSource({ says: "It is off grove rd." })],
  ["source.0.says", withSource({ says: "Write to CA2 7HY." })],
  ["source.0.says", withSource({ says: "At 19 Other Street." })],
  ["source.0.says", withSource({ says: "Its address is BS1 4DJ." })],
  ["provider", { providerName: "Carlisle Clinic Ltd" }],
  ["commissioner", { commissionerName: "Carlisle Council" }],
];

describe.each(KINDS)("a report of %s", (category) => {
  it.each(TELLING)("is not approved while %s tells where it is: %j", async (field, given) => {
    const { approved } = await approval(reportOf(category, given));
    await expect(approved).rejects.toMatchObject({
      code: "invalid",
      fields: { [field]: { code: "reveals-place", detail: expect.stringMatching(/^“.+”$/) } },
    });
    expect(await db.$count(services)).toBe(0);
    expect(await db.$count(sources)).toBe(0);
  });

  it("is published by two people when a moderator changed or dropped what told it, and nothing tells it", async () => {
    const sent = withSource({
      title: "Kingsdown House opens",
      publisher: "Carlisle Gazette",
      url: "https://care.example/carlisle",
      says: "Care Ltd gives the care at 3 Grove Road, Carlisle CA2 7HY.",
    });
    const edits = [{ index: 0, title: "", publisher: "A local newspaper", url: "", says: "Names Care Ltd." }];
    const { seen, approved } = await approval(reportOf(category, sent), [["sources", { edits }]]);
    const { version } = await approved;
    const again = { reportId: seen.reportId, version, reason: REASON };
    await confirmReport(db, await moderator(db), again, NOW);
    const stored = JSON.stringify([
      await db.select().from(services),
      await db.select().from(sources),
      await db.select().from(claims),
      await db.select().from(providers),
    ]);
    expect(stored).toContain("Title left out by a moderator");
    expect(stored).toContain("Names Care Ltd.");
    expect(stored).not.toMatch(/Kingsdown|Grove|Carlisle|CA2 ?7HY/i);
  });
});

it("checks again when the second moderator confirms: the kind of care may be hidden since", async () => {
  await saveSetting(db, AREA_ONLY_SETTING, []);
  const { seen, approved } = await approval({
    ...reportOf("fertility", withSource({ says: "At 3 Grove Road." })),
    providerName: "Dr A. Example",
  });
  const { version } = await approved;
  await saveSetting(db, AREA_ONLY_SETTING, ["fertility"]);
  const again = { reportId: seen.reportId, version, reason: REASON };
  await expect(confirmReport(db, await moderator(db), again, NOW)).rejects.toMatchObject({
    fields: { "source.0.says": { code: "reveals-place", row: "", detail: "“At 3 Grove Road”" } },
  });
});

it("knows the names of a chosen place and of all that stands at its postcode", async () => {
  const place = await makePlace(db, { name: "Newton Surgery", slug: "newton-surgery" });
  const { approved } = await approval(
    reportOf("abortion", { placeId: place.id, ...withSource({ says: "In the Newton Surgery." }) }),
  );
  await expect(approved).rejects.toMatchObject({
    fields: { "source.0.says": { code: "reveals-place", row: "", detail: "“Newton”" } },
  });
});

it("names the fields as the form does when a source before it is left out", async () => {
  const two = [SOURCE, { ...SOURCE, says: "At 3 Grove Road." }];
  const { approved } = await approval(reportOf("abortion", { sources: two }), [
    ["sources", { leaveOut: [0] }],
  ]);
  await expect(approved).rejects.toMatchObject({
    fields: { "source.1.says": { code: "reveals-place", row: "", detail: "“At 3 Grove Road”" } },
  });
});

it("asks nothing of care that is shown with its place", async () => {
  const { approved } = await approval({ ...makeProposal(), ...WHERE });
  await expect(approved).resolves.toMatchObject({ state: "approved" });
});

it.each([
  ["title", "The clinic in Workington opens"],
  ["title", "The Kingsdown clinic opens"],
  ["says", "It is off grove rd."],
])("knows the place that was sent, whatever place a moderator writes instead: %s", async (part, text) => {
  const elsewhere = { placeId: null, placeName: "A clinic", addressLines: "", town: "", postcode: "NE1 4LP" };
  const sent = { ...reportOf("abortion", withSource({ [part]: text })), town: "Workington" };
  const { approved } = await approval(sent, [["place", elsewhere]]);
  await expect(approved).rejects.toMatchObject({
    fields: { [`source.0.${part}`]: { code: "reveals-place" } },
  });
});

describe("care that may be one shown by area only, under another kind of care,", () => {
  it("is published by two people where one moderator calls it something else", async () => {
    const { approved } = await approval(reportOf("abortion"), [
      ["category", { category: "outpatient-clinic" }],
    ]);
    await expect(approved).resolves.toMatchObject({
      state: "awaiting-second",
      rules: ["may-be-area-only"],
    });
    expect(await db.$count(services)).toBe(0);
  });

  it.each([
    ["the place", { placeName: "Carlisle Abortion Clinic" }],
    ["the provider", { providerName: "British Pregnancy Advisory Service" }],
    ["the quotation", withSource({ says: "The women's refuge is run by Care Ltd." })],
    ["the title", withSource({ title: "New SARC opens" })],
    ["the link", withSource({ url: "https://care.example/abortion-care/carlisle" })],
    ["the note", { note: "It gives gender identity care." }],
  ])("is published by two people where %s speaks of it", async (_, given) => {
    const { approved } = await approval(reportOf("outpatient-clinic", given));
    await expect(approved).resolves.toMatchObject({ rules: ["may-be-area-only"] });
    expect(await db.$count(services)).toBe(0);
  });
});

it("is reached from its report by a moderator, who takes it off the site: it has no page that would lead there", async () => {
  const actor = await moderator(db);
  const seen = await held(db, actor, reportOf("abortion"));
  const { version } = await approveReport(db, actor, { ...seen, reason: REASON, fields: [] }, NOW);
  const second = await moderator(db);
  await confirmReport(db, second, { reportId: seen.reportId, version, reason: REASON }, NOW);
  const { became } = await loadModerationReport(db, second, seen.reportId, NOW);
  await withholdRecord(db, second, {
    type: "service",
    ref: became?.id,
    reason: "Its quotation tells where it is.",
  });
  expect(await db.select({ visibility: services.visibility }).from(services)).toEqual([
    { visibility: "withheld" },
  ]);
});
