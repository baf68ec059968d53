import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeCampaigner, makeClaim } from "@/db/factories";
import { insertBatch } from "@/db/queries/batches";
import { areas } from "@/db/schema/areas";
import { complaints } from "@/db/schema/brake";
import { tips } from "@/db/schema/tips";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import type { ComplaintKind } from "@/domain/complaint-kinds";
import { type QueueAddress, readQueueAddress } from "@/domain/reports/queue-address";
import { loadComplaints } from "@/server/complaints/load-complaints";
import { loadImportsToApprove } from "@/server/imports/engine/load-import";
import { makeWorld } from "@/server/records/testing-world";
import { loadTips } from "@/server/tips/load-tips";

const db = testDb();
const NOW = new Date("2026-11-21T12:00:00Z");
const ID = "0b3cf0c1-5a3e-4d0e-9a52-5a6d6c8a1f10";
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

async function moderator(): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db, { role: "moderator" });
  return { kind: "campaigner", id, role: "moderator" };
}
/** As the page reads it. */
const addressOf = (query: string): QueueAddress => {
  const asked = new URLSearchParams(query);
  return readQueueAddress((name) => asked.get(name));
};

async function begin() {
  const world = await makeWorld(db);
  const [area] = await db.select().from(areas).where(eq(areas.slug, world.area.slug));
  if (!area) throw new Error("no area");
  return { world, area, actor: await moderator() };
}

test("complaints are sifted by what was written and by their entry, with counts that agree", async () => {
  const { world, area, actor } = await begin();
  const service = {
    recordType: "service" as const,
    recordId: world.ids.service,
    called: "Lenses in the north",
  };
  await db.insert(complaints).values([
    {
      ...service,
      kind: "closed",
      why: "It closed, as they say in Llŷn and St John’s.",
      email: "wombat@example.org",
      link: "https://quokka.example",
      createdAt: ago(7),
    },
    { ...service, kind: "unsafe", why: "Somebody could be hurt.", createdAt: ago(3) },
    { recordType: "area", recordId: area.id, kind: "other", why: "The count is wrong.", createdAt: ago(1) },
    {
      recordType: "provider",
      recordId: world.ids.provider,
      called: "Okapi Ltd",
      kind: "other",
      why: "Wrong name.",
      createdAt: NOW,
    },
    { ...service, kind: "closed", why: "Closed in Llŷn: answered.", createdAt: ago(8), answeredAt: ago(6) },
    {
      ...service,
      kind: "closed",
      why: "Closed in Llŷn: its link waits.",
      createdAt: ago(8),
      confirmHash: "x",
    },
  ]);
  const asked: [query: string, total: number, entries: number][] = [
    ["", 4, 3],
    ["q=llyn", 1, 1],
    ["q=saint+johns+clos", 1, 1],
    ["q=LENSES", 2, 1],
    ["q=okapi", 1, 1],
    ["q=llyn+okapi", 0, 0],
    [`area=${area.nameEn}`, 3, 2],
    ["area=Nowhere+at+all", 0, 0],
    ["kind=eye-care", 2, 1],
    ["kind=hearing", 0, 0],
    ["problem=unsafe", 1, 1],
    ["problem=other", 2, 2],
    ["problem=other&kind=eye-care", 0, 0],
    ["town=carlisle", 2, 1],
    ["town=York", 0, 0],
    ["age=2", 2, 1],
    ["age=6", 1, 1],
    ["q=lenses&age=6", 1, 1],
    ["who=free", 4, 3],
    ["who=mine", 0, 0],
    // Nothing of who sent one is asked for.
    ["q=wombat", 0, 0],
    ["q=wombat%40example.org", 0, 0],
    ["source=quokka.example", 0, 0],
    [`like=${ID}`, 0, 0],
    [`batch=${ID}`, 0, 0],
  ];
  for (const [query, total, inAll] of asked) {
    const page = await loadComplaints(db, actor, 1, NOW, addressOf(query));
    const { entries, ...counts } = page;
    expect(counts, query).toMatchObject({ total, entriesInAll: inAll, waiting: 4, pages: 1 });
    expect(
      entries.reduce((sum, { waiting }) => sum + waiting, 0),
      query,
    ).toBe(total);
    expect(entries.length, query).toBe(inAll);
    expect(page.isAreaUnknown, query).toBe(query.includes("Nowhere"));
  }
});

test("complaints are put together by what is wrong, town and import, and each group leads to its own", async () => {
  const { world, area, actor } = await begin();
  const batchId = await insertBatch(db, {
    title: "A list of opticians",
    state: "approved",
    importedBy: ID,
    contentHash: "x",
    counts: {},
  });
  await makeClaim(db, { recordType: "service", recordId: world.ids.service, field: "name", batchId });
  const about = (recordType: "service" | "place" | "area", recordId: string, kind: ComplaintKind) => ({
    recordType,
    recordId,
    kind,
    called: "",
    why: "Not so.",
  });
  await db
    .insert(complaints)
    .values([
      about("service", world.ids.service, "closed"),
      about("service", world.ids.service, "other"),
      about("place", world.ids.place, "closed"),
      about("area", area.id, "closed"),
      { ...about("service", world.ids.service, "closed"), answeredAt: NOW },
    ]);
  const groupsOf = async (group: string) =>
    (await loadComplaints(db, actor, 1, NOW, addressOf(`lane=complaints&group=${group}`))).groups;
  const wanted: [group: string, groups: [name: string, count: number][]][] = [
    [
      "problem",
      [
        ["closed", 3],
        ["other", 1],
      ],
    ],
    ["town", [["Carlisle", 3]]],
    ["batch", [["A list of opticians", 2]]],
  ];
  for (const [group, expected] of wanted) {
    const groups = (await groupsOf(group)) ?? [];
    expect(groups.map(({ name, count }) => [name, count])).toEqual(expected);
    for (const { key, count } of groups) {
      const found = addressOf(new URLSearchParams({ lane: "complaints", [group]: key ?? "" }).toString());
      expect((await loadComplaints(db, actor, 1, NOW, found)).total, `${group} ${key}`).toBe(count);
    }
  }
  // Never by who sent them; and together with all that waits they stand one by one.
  expect(await groupsOf("author")).toBeNull();
  const all = await loadComplaints(db, actor, 1, NOW, addressOf("group=town"));
  expect(all).toMatchObject({ groups: null, entriesInAll: 3 });
});

test("imports are sifted by their words, their age and who holds them, and lie in no area", async () => {
  const { world, actor } = await begin();
  const list = (title: string, days: number, more: object = {}) =>
    insertBatch(db, {
      title,
      state: "submitted",
      importedBy: ID,
      contentHash: title,
      counts: {},
      submittedAt: ago(days),
      ...more,
    });
  const until = new Date(NOW.getTime() + 60_000);
  await list("Opticians of Cumbria", 7);
  await list("Hearing in Devon", 1, { heldBy: actor.id, holdExpiresAt: until, fileName: "wales.csv" });
  await list("Scans", 0, { heldBy: world.ids.service, holdExpiresAt: until });
  await list("Mine", 9, { importedBy: actor.id });
  await list("Decided", 9, { state: "approved" });
  const asked: [query: string, titles: string[]][] = [
    ["", ["Opticians of Cumbria", "Hearing in Devon", "Scans"]],
    ["q=cumbria+optic", ["Opticians of Cumbria"]],
    ["q=WALES", ["Hearing in Devon"]],
    ["age=6", ["Opticians of Cumbria"]],
    ["who=mine", ["Hearing in Devon"]],
    ["who=free", ["Opticians of Cumbria"]],
    ["area=Cumbria", []],
    ["kind=hearing", []],
    ["town=Devon", []],
    ["problem=closed", []],
  ];
  for (const [query, titles] of asked) {
    const { imports, total } = await loadImportsToApprove(db, actor, addressOf(query), NOW);
    expect(
      imports.map(({ title }) => title),
      query,
    ).toEqual(titles);
    expect(total, query).toBe(titles.length);
  }
});

test("tips are sifted by what was written, their area and their age, never by who sent them", async () => {
  const { area, actor } = await begin();
  await db.insert(tips).values([
    {
      whereabouts: "Ynys Môn",
      says: "An eye clinic is missing.",
      email: "wombat@example.org",
      areaId: area.id,
      createdAt: ago(7),
    },
    { whereabouts: "Carlisle", says: "A hearing clinic.", createdAt: ago(1) },
    { whereabouts: "Ynys Môn", says: "Closed.", createdAt: ago(9), closedAt: ago(8) },
  ]);
  const asked: [query: string, found: string[]][] = [
    ["", ["Ynys Môn", "Carlisle"]],
    ["q=mon+clinic", ["Ynys Môn"]],
    ["q=hear", ["Carlisle"]],
    ["q=wombat", []],
    ["age=2", ["Ynys Môn"]],
    [`area=${area.nameEn}`, ["Ynys Môn"]],
    ["area=Nowhere+at+all", []],
  ];
  for (const [query, found] of asked) {
    const page = await loadTips(db, actor, 1, NOW, addressOf(query));
    expect(
      page.tips.map(({ whereabouts }) => whereabouts),
      query,
    ).toEqual(found);
    expect(page.total, query).toBe(found.length);
    expect(page.isAreaUnknown, query).toBe(query.includes("Nowhere"));
  }
});
