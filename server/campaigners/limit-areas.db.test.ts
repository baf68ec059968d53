import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, test } from "vitest";
import { makeArea, makeCampaigner, makeReport } from "@/db/factories";
import { findWorkNews } from "@/db/queries/work-mail";
import { auditEntries, auditPayloads, moderatorAreas, reports } from "@/db/schema";
import { testDb } from "@/db/testing";
import type { CampaignerActor, Role } from "@/domain/actor";
import { grantRole } from "@/server/campaigners/grant-role";
import { limitAreas } from "@/server/campaigners/limit-areas";
import { loadAccount } from "@/server/campaigners/load-accounts";
import { settleDispute } from "@/server/complaints/mark-disputed";
import { takeNext } from "@/server/queue/take-next";
import { restoreRecord } from "@/server/records/restore-record";
import { reviseSource } from "@/server/records/revise-source";
import { makeWorld, type World } from "@/server/records/testing-world";
import { withholdRecord } from "@/server/records/withhold-record";
import { revertRecord } from "@/server/reports/changes/revert-record";
import { holdReport } from "@/server/reports/moves/hold-report";
import { passOn } from "@/server/reports/moves/pass-on";
import { releaseHold } from "@/server/reports/moves/release-hold";
import { loadModerationReport } from "@/server/reports/pages/load-moderation-report";
import { loadQueue } from "@/server/reports/pages/load-queue";

const db = testDb();
const NOW = new Date("2026-11-21T12:00:00Z");
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const outside = { reason: "outside-areas" };
const reason = "It was checked and is right";

async function person(role: Role = "moderator"): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db, { role });
  return { kind: "campaigner", id, role };
}

let [admin, anna]: [CampaignerActor, CampaignerActor] = [] as never;
let [here, there]: Awaited<ReturnType<typeof makeArea>>[] = [];

beforeEach(async () => {
  [admin, anna] = [await person("admin"), await person()];
  here = await makeArea(db, { kind: "council", slug: "hereford", nameEn: "Hereford", nation: "england" });
  there = await makeArea(db, { kind: "council", slug: "theresa", nameEn: "Theresa", nation: "wales" });
});

const limit = (areas: string, id = anna.id, actor = admin) => limitAreas(db, actor, { id, areas });
/** One that waits and lies in these areas; it was read off already. */
const waiting = (areaIds: string[], minutes = -9) =>
  makeReport(db, { submittedAt: at(minutes), areaIds, listedRevision: 1 });
const seenOf = ({ id, version }: { id: string; version: number }) => ({ reportId: id, version });

describe("a moderator who is limited to areas", () => {
  it("has only what lies there in their queue, its lanes, its counts and what is taken next", async () => {
    await limit("/areas/council/hereford");
    await waiting([there?.id ?? ""], -9);
    await waiting([], -8);
    const inside = await waiting([here?.id ?? "", there?.id ?? ""], -7);
    const queue = await loadQueue(db, anna, undefined, NOW);
    expect(queue.items.map(({ id }) => id)).toEqual([inside.id]);
    expect([queue.total, queue.lanes.new]).toEqual([1, 1]);
    expect(queue.limitedTo?.map(({ nameEn }) => nameEn)).toEqual(["Hereford"]);
    const all = await loadQueue(db, admin, undefined, NOW);
    expect([all.total, all.lanes.new, all.limitedTo]).toEqual([3, 3, null]);
    expect(await takeNext(db, anna, { view: "" }, NOW)).toBe(inside.id);
    expect(await takeNext(db, anna, { view: "" }, NOW)).toBeNull();
    expect(await findWorkNews(db, anna.id, at(-60), NOW)).toMatchObject({ arrived: 0 });
  });

  it("reads what lies elsewhere and cannot decide it, nor be handed it", async () => {
    await limit("Hereford");
    const report = await waiting([there?.id ?? ""]);
    const read = await loadModerationReport(db, anna, report.id, NOW);
    expect(read.refusals.hold).toBe("outside-areas");
    await expect(holdReport(db, anna, seenOf(report), NOW)).rejects.toMatchObject(outside);
    const bert = await person();
    const { version } = await holdReport(db, bert, seenOf(report), NOW);
    const held = { reportId: report.id, version };
    expect(
      (await loadModerationReport(db, bert, report.id, NOW)).others.map(({ handle }) => handle),
    ).not.toContain(anna.id.slice(-4));
    const handed = passOn(db, bert, { ...held, to: anna.id.slice(-4), note: "You know that town" }, NOW);
    await expect(handed).rejects.toMatchObject({ fields: { to: "moderator-needed" } });
    await expect(loadModerationReport(db, anna, report.id, NOW)).resolves.toMatchObject({
      refusals: { "take-over": "outside-areas", confirm: "outside-areas" },
    });
  });

  it("decides in every area of a nation", async () => {
    const wales = await makeArea(db, {
      kind: "nation",
      slug: "wales-now",
      nameEn: "Wales now",
      nation: "wales",
    });
    await limit(`https://map.example/areas/nation/${wales.slug}`);
    const report = await waiting([there?.id ?? ""]);
    await expect(holdReport(db, anna, seenOf(report), NOW)).resolves.toBeDefined();
    await expect(holdReport(db, anna, seenOf(await waiting([here?.id ?? ""])), NOW)).rejects.toMatchObject(
      outside,
    );
  });

  it("gives back what they held when they were limited, and may do so themselves", async () => {
    const [one, other] = [await waiting([there?.id ?? ""]), await waiting([here?.id ?? ""])];
    await holdReport(db, anna, seenOf(one), NOW);
    await holdReport(db, anna, seenOf(other), NOW);
    await limit("/areas/council/hereford");
    const states = await db.select({ id: reports.id, state: reports.state }).from(reports);
    expect(new Map(states.map(({ id, state }) => [id, state]))).toMatchObject(
      new Map([
        [one.id, "submitted"],
        [other.id, "in-review"],
      ]),
    );
    await db.update(reports).set({ areaIds: [] }).where(eq(reports.id, other.id));
    await releaseHold(db, anna, { reportId: other.id, version: other.version + 1 }, NOW);
  });
});

describe("an entry outside", () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld(db);
    await limit("/areas/council/hereford");
  });

  it("is taken off the site by every moderator, and shown again only by those of its area", async () => {
    const service = { type: "service", ref: world.refs.service, reason };
    await withholdRecord(db, anna, service);
    await expect(restoreRecord(db, anna, service)).rejects.toMatchObject(outside);
    await limit("/areas/constituency/gnuville");
    await restoreRecord(db, anna, service);
  });

  it("is not reverted, settled or cited otherwise; an organisation and a source are in no area", async () => {
    const about = { type: "service", id: world.ids.service, to: new Date(0), version: 1, reason } as const;
    await expect(revertRecord(db, anna, about)).rejects.toMatchObject(outside);
    await expect(
      settleDispute(db, anna, { type: "service", ref: world.refs.service, reason }),
    ).rejects.toMatchObject(outside);
    await limit("/areas/constituency/gnuville");
    const provider = { type: "provider", ref: world.refs.provider, reason };
    await withholdRecord(db, anna, provider);
    await expect(restoreRecord(db, anna, provider)).rejects.toMatchObject(outside);
    const words = {
      title: "The eland story",
      publisher: "Gnu Gazette",
      url: "",
      publishedOn: "",
      quotes: {},
    };
    const source = { type: "source", ref: world.ids.source, reason };
    await expect(reviseSource(db, anna, { ...source, ...words })).rejects.toMatchObject(outside);
  });
});

describe("limiting", () => {
  it("is an admin's, is audited by name, and is shown on the person's page; empty ends it", async () => {
    await limit(" /areas/council/hereford \n\nTheresa\n/areas/council/hereford");
    expect((await loadAccount(db, admin, anna.id)).areas.map(({ nameEn }) => nameEn)).toEqual([
      "Hereford",
      "Theresa",
    ]);
    const [entry] = await db
      .select({ payload: auditPayloads.payload })
      .from(auditEntries)
      .innerJoin(auditPayloads, eq(auditPayloads.number, auditEntries.number))
      .where(eq(auditEntries.action, "campaigner.limited"));
    expect(entry?.payload).toEqual({ from: [], to: ["council: Hereford", "council: Theresa"] });
    await limit("");
    expect(await db.$count(moderatorAreas)).toBe(0);
    await expect(holdReport(db, anna, seenOf(await waiting([])), NOW)).resolves.toBeDefined();
    for (const actor of [anna, await person("campaigner")])
      await expect(limit("", anna.id, actor)).rejects.toMatchObject({ reason: "not-admin" });
  });

  it("says which line is no area, and which is several", async () => {
    await makeArea(db, { kind: "constituency", slug: "hereford", nameEn: "Hereford" });
    await expect(limit("Nowhere at all")).rejects.toMatchObject({
      fields: { areas: { code: "areas-unknown", detail: "Nowhere at all" } },
    });
    await expect(limit("Hereford")).rejects.toMatchObject({
      fields: { areas: { code: "areas-several", row: "Hereford" } },
    });
    await expect(limit("/areas/council/nowhere")).rejects.toMatchObject({ code: "invalid" });
  });

  test("nothing of an admin is limited, so that the last one cannot be shut out", async () => {
    await expect(limit("/areas/council/hereford", admin.id)).rejects.toMatchObject({ reason: "not-limited" });
    await limit("/areas/council/hereford");
    await grantRole(db, admin, { id: anna.id }, "admin");
    const now = { ...anna, role: "admin" } as const;
    await expect(holdReport(db, now, seenOf(await waiting([there?.id ?? ""])), NOW)).resolves.toBeDefined();
    expect((await loadQueue(db, now, undefined, NOW)).limitedTo).toBeNull();
  });
});
