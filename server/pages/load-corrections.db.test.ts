import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, test } from "vitest";
import { makeArea, makeCampaigner, makeSource } from "@/db/factories";
import { listLines } from "@/db/queries/service-lines";
import { commissioners, places, providers } from "@/db/schema/places";
import { contracts, services } from "@/db/schema/services";
import { claims as claimRows } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { type ClaimField, saysSo } from "@/domain/claims/claim";
import { idsIn } from "@/domain/claims/reading";
import type { CorrectedRow } from "@/domain/records/correction";
import type { Correction, DirectChange } from "@/domain/reports/change-proposals";
import { markDisputed, settleDispute } from "@/server/complaints/mark-disputed";
import { loadCorrections } from "@/server/pages/load-corrections";
import { citeAgain, dropSource } from "@/server/records/drop-source";
import { mergeRecords } from "@/server/records/merge-records";
import { restoreRecord } from "@/server/records/restore-record";
import { reviseSource } from "@/server/records/revise-source";
import { saveRecords } from "@/server/records/save-records";
import { splitRecord } from "@/server/records/split-record";
import { makeWorld } from "@/server/records/testing-world";
import { withholdRecord } from "@/server/records/withhold-record";
import { revertRecord } from "@/server/reports/changes/revert-record";
import { beginChanges, CITED, correctionOf, lineOf, SENT } from "@/server/reports/changes/testing-change";

const db = testDb();
const moderator: CampaignerActor = {
  kind: "campaigner",
  role: "moderator",
  id: "0b8f4b4e-8d1c-4a1e-9a51-0d3c3f3f76bb",
};
const provider = { type: "provider", ref: "okapi-ltd" } as const;
const reason = "Their lawyer wrote a long letter";
const CONTRACT = {
  contractType: "apms",
  noticeReference: "2024/S 1",
  covers: "",
  contractStartsOn: "",
  contractEndsOn: "2026",
  valuePounds: "",
} as const;

describe("what was disputed and taken off", () => {
  beforeEach(async () => {
    await makeCampaigner(db, { id: moderator.id, role: "moderator" });
    await makeWorld(db);
  });
  const told = async () =>
    (await loadCorrections(db)).corrections.map(({ category, name, says }) => [category, name, says]);

  it("what was disputed is told with its words and its page, until it is over", async () => {
    await markDisputed(db, moderator, { ...provider, field: "", says: "They say that they left in May." });
    expect(await told()).toEqual([["disputed", "Okapi Ltd", "They say that they left in May."]]);
    expect((await loadCorrections(db)).corrections).toMatchObject([
      { path: "/providers/okapi-ltd", isFromReader: false },
    ]);
    await settleDispute(db, moderator, { ...provider, reason: "It was settled with them" });
    expect(await told()).toEqual([
      ["settled", "Okapi Ltd", null],
      ["disputed", "Okapi Ltd", null],
    ]);
  });

  it("what was taken off is told without its name, its words and the moderators' reason, until it is shown again", async () => {
    await markDisputed(db, moderator, { ...provider, field: "", says: "Okapi Ltd says that it left." });
    await withholdRecord(db, moderator, { ...provider, reason });
    expect(await told()).toEqual([
      ["withheld", null, null],
      ["disputed", null, null],
    ]);
    expect(JSON.stringify(await loadCorrections(db))).not.toMatch(/okapi|lawyer/i);
    await restoreRecord(db, moderator, { ...provider, reason });
    expect(await told()).toEqual([
      ["restored", "Okapi Ltd", null],
      ["withheld", "Okapi Ltd", null],
      ["disputed", "Okapi Ltd", "Okapi Ltd says that it left."],
    ]);
  });
});

describe("what a correction changed is told from what to what", () => {
  let begun: Awaited<ReturnType<typeof beginChanges>>;
  let ids: Awaited<ReturnType<typeof beginChanges>>["world"]["ids"];
  let other: { service: string; provider: string; place: string };
  beforeEach(async () => {
    begun = await beginChanges(db);
    ids = begun.world.ids;
    other = begun.other;
  });

  const save = (proposal: DirectChange) => begun.saveCiting(proposal);
  const correct = (...of: Parameters<typeof correctionOf>) => save(correctionOf(...of));
  const line = (field: Correction["field"], proposed: Correction["proposed"], lineId?: string) =>
    correct("service", ids.service, field, proposed, lineId);
  const onService = () => ({ ...SENT, kind: "change" as const, serviceId: ids.service, on: "" });
  const takeover = () =>
    save({ ...onService(), change: "new-provider", providerName: "Gazelle Ltd", providerKind: "" });
  /** What a list brings, and no change. */
  const say = (
    recordType: Correction["recordType"],
    recordId: string,
    field: ClaimField,
    value: unknown,
    given: { sourceId?: string; confirmedOn?: string } = {},
  ) => {
    const { sourceId = ids.source, confirmedOn = "2026-03-01" } = given;
    const claims = [{ field, value, sourceId, says: "So.", confirmedOn }];
    const subject = { type: recordType, id: recordId };
    const context = { reason: "Brought", action: "record.published", subject } as const;
    return saveRecords(db, begun.actor, [{ recordType, recordId, claims }], context);
  };
  const move = (where: object = {}) =>
    save({
      ...onService(),
      change: "moved",
      placeId: null,
      placeName: "New House",
      addressLines: "",
      town: "Carlisle",
      postcode: "",
      ...where,
    });
  const board = async (code: string, nameEn: string) =>
    (await makeArea(db, { kind: "icb", code, nameEn })).id;
  const mergeProviders = () =>
    save({ kind: "merge", v: 1, recordType: "provider", recordId: ids.provider, otherId: other.provider });
  const dropGnu = async () => {
    await correct("provider", ids.provider, "legal-form", "charity");
    const asked = { type: "provider", ref: "okapi-ltd", reason, sourceId: ids.source };
    await correct("provider", ids.provider, "name", "Okapi Care");
    await dropSource(db, begun.actor, asked);
    return asked;
  };

  /** The newest as a reader has it: its label, its name, and its facts as one sentence each. */
  const newest = async (given: { before?: () => Promise<unknown>; skip?: number } = {}) => {
    const { corrections, names } = await loadCorrections(db);
    const one = corrections[given.skip ?? 0];
    const value = (claim: CorrectedRow["before"]) => {
      if (!claim) return null;
      const [id] = idsIn(claim.value);
      const named = id === undefined ? claim.value : (names.get(id)?.name ?? "?");
      return saysSo(claim.value) ? named : `not ${named}`;
    };
    const rows = (one?.rows ?? []).map(({ before, after, of }) => [
      `${of ? `${of} ` : ""}${(after ?? before)?.field}`,
      value(before),
      value(after),
    ]);
    return [one?.label, one?.name, ...rows];
  };

  type Case = { before?: () => Promise<unknown>; act: () => Promise<unknown>; told: unknown[] };
  const CASES: Record<string, Case> = {
    "a fact that was wrong": {
      act: () => correct("provider", ids.provider, "legal-form", "charity"),
      told: ["corrected", "Okapi Ltd", ["legal-form", "company", "charity"]],
    },
    "a fact that was missing": {
      act: () => correct("provider", ids.provider, "website", "https://okapi.example/"),
      told: ["added", "Okapi Ltd", ["website", null, "https://okapi.example/"]],
    },
    "a payer that was missing": {
      act: () => line("commissioner", "Northern payers"),
      told: ["added", "Lenses in the north", ["commissioner", null, "Northern payers"]],
    },
    "another payer": {
      before: () => line("commissioner", "Northern payers"),
      act: () => line("commissioner", "Southern payers"),
      told: ["corrected", "Lenses in the north", ["commissioner", "Northern payers", "Southern payers"]],
    },
    "how a payer is called": {
      before: () => line("commissioner", "Northern payers"),
      act: async () => line("commissioner-name", "The payers", await lineOf(db, ids.service, "commissioner")),
      told: ["corrected", "Lenses in the north", ["commissioner name", "Northern payers", "The payers"]],
    },
    "a payer who is none": {
      before: () => line("commissioner", "Northern payers"),
      act: async () => line("commissioner-dropped", "dropped", await lineOf(db, ids.service, "commissioner")),
      told: ["removed", "Lenses in the north", ["commissioner", "Northern payers", "not Northern payers"]],
    },
    "a contract that was missing": {
      act: () => line("contract", CONTRACT),
      told: [
        "added",
        "Lenses in the north",
        ["contract", null, "2024/S 1"],
        ["contract type", null, "apms"],
        ["contract notice-reference", null, "2024/S 1"],
        ["contract ends-on", null, "2026"],
      ],
    },
    "the end of a contract": {
      before: () => line("contract", CONTRACT),
      act: async () => line("contract-ends-on", "2030", await lineOf(db, ids.service, "contract")),
      told: ["corrected", "Lenses in the north", ["contract ends-on", "2026", "2030"]],
    },
    "another area": {
      before: async () => line("serves-area", await board("E54000990", "Northern board")),
      act: async () =>
        line(
          "serves-area",
          await board("E54000991", "Southern board"),
          (await listLines(db, ids.service)).find(({ name }) => name === "Northern board")?.id,
        ),
      told: ["corrected", "Lenses in the north", ["serves-area", "Northern board", "Southern board"]],
    },
    "a registration that a source puts in doubt": {
      before: () =>
        say("place", ids.place, "registration", {
          key: "1-1",
          form: "individual",
          registeredOn: "2013-04-01",
        }),
      act: () => correct("place", ids.place, "registration", "partnership"),
      told: [
        "corrected",
        "Zebra Clinic",
        ["registration-doubt", null, { key: "1-1", doubts: ["other-form-reported"] }],
      ],
    },
    "a new provider": {
      act: takeover,
      told: ["new-provider", "Lenses in the north", ["provider", "Okapi Ltd", "Gazelle Ltd"]],
    },
    "a move": {
      act: () => move(),
      told: ["moved", "Eye care at New House", ["place", "Zebra Clinic", "New House"]],
    },
    "a move to an area: the place that it has no more is told too": {
      act: async () => move({ town: "", areaId: await board("E54000992", "Western board") }),
      told: [
        "moved",
        "Eye care for Western board",
        ["place", "Zebra Clinic", null],
        ["serves-area", null, "Western board"],
      ],
    },
    "an end": {
      act: () => save({ ...onService(), change: "ended", on: "2026-09" }),
      told: ["ended", "Lenses in the north", ["status", "operating", "ended"], ["ended-on", null, "2026-09"]],
    },
    "two providers that are one: the one that stays is named": {
      act: mergeProviders,
      told: ["merged", "Yak Care"],
    },
    "two services that are one": {
      before: () => correct("service", other.service, "category", "eye-care"),
      act: () => save({ kind: "same-as", v: 1, serviceId: ids.service, otherId: other.service, note: "" }),
      told: ["merged", "Scans in the north"],
    },
    "a merge of the data we ship that is split": {
      before: () =>
        mergeRecords(db, begun.actor, "provider", [{ twin: ids.provider, into: other.provider }], "One"),
      act: () => splitRecord(db, begun.actor, { type: "provider", ref: ids.provider, reason }),
      told: ["split", "Okapi Ltd"],
    },
    "an earlier version": {
      before: () => correct("provider", ids.provider, "legal-form", "charity"),
      act: async () => {
        const [row] = await db.select().from(providers).where(eq(providers.id, ids.provider));
        const [change] = await db.select().from(claimRows).where(eq(claimRows.value, "charity"));
        const to = (change?.recordedAt.getTime() ?? 0) - 1;
        const version = row?.version ?? 0;
        return revertRecord(db, begun.actor, { type: "provider", id: ids.provider, to, version, reason });
      },
      told: ["reverted", "Okapi Ltd", ["legal-form", "charity", "company"]],
    },
    "a source that was dropped: what it said is not told again": {
      act: dropGnu,
      told: ["source-dropped", "Okapi Care"],
    },
    "a source that was dropped, where another says something else": {
      act: async () => {
        const { id: sourceId } = await makeSource(db, { title: "A newer list" });
        await say("provider", ids.provider, "legal-form", "charity", { sourceId, confirmedOn: "2026-09-01" });
        await dropSource(db, begun.actor, { type: "provider", ref: "okapi-ltd", reason, sourceId });
      },
      told: ["source-dropped", "Okapi Ltd", ["legal-form", null, "company"]],
    },
    "a source that is used again": {
      act: async () => citeAgain(db, begun.actor, await dropGnu()),
      told: ["source-cited-again", "Okapi Care"],
    },
    "how a source is cited, by what was changed and never the words before": {
      act: () => reviseGnu(),
      told: ["source-corrected", "The story"],
    },
  };
  const reviseGnu = () =>
    reviseSource(db, begun.actor, {
      type: "source",
      ref: ids.source,
      reason,
      title: "The story",
      publisher: "Gnu Gazette",
      url: "https://gnu.example/story",
      publishedOn: "2026-04-01",
      quotes: {},
    });

  test.each(Object.entries(CASES))("%s", async (_, { before, act, told }) => {
    await before?.();
    await act();
    expect(await newest()).toEqual(told);
  });

  test("of a source, which parts are cited otherwise", async () => {
    await reviseGnu();
    const [{ parts } = { parts: [] }] = (await loadCorrections(db)).corrections;
    expect(parts).toEqual(["title", "publishedOn"]);
    expect(JSON.stringify(await loadCorrections(db))).not.toContain("The gnu story");
  });

  describe("and never what may not be shown", () => {
    test("of a change that was taken back: that there was one", async () => {
      const made = await correct("provider", ids.provider, "website", "https://untrue.example/");
      await begun.undo(made);
      expect(await newest()).toEqual(["taken-back", "Okapi Ltd"]);
      expect(await newest({ skip: 1 })).toEqual(["added", "Okapi Ltd"]);
    });

    test.each(["withheld", "erased", "merged", "area-only"] as const)(
      "of an entry that is %s",
      async (visibility) => {
        await line("contract", CONTRACT);
        await takeover();
        await correct("service", ids.service, "started-on", "2019");
        await db.update(services).set({ visibility }).where(eq(services.id, ids.service));
        for (const skip of [0, 1, 2]) expect(await newest({ skip })).toEqual([expect.any(String), null]);
      },
    );

    test("a provider that is off the site, whom a change came from or led to", async () => {
      await takeover();
      await withholdRecord(db, begun.actor, { type: "provider", ref: "okapi-ltd", reason });
      expect(await newest({ skip: 1 })).toEqual([
        "new-provider",
        "Lenses in the north",
        ["provider", null, "Gazelle Ltd"],
      ]);
      await withholdRecord(db, begun.actor, { type: "provider", ref: "gazelle-ltd", reason });
      expect(await newest({ skip: 2 })).toEqual(["new-provider", "Lenses in the north"]);
    });

    test("what a source said that is off the site", async () => {
      await correct("provider", ids.provider, "legal-form", "charity");
      await withholdRecord(db, begun.actor, { type: "source", ref: `${CITED.url}/1`, reason });
      expect(await newest({ skip: 1 })).toEqual(["corrected", "Okapi Ltd", ["legal-form", "company", null]]);
      expect((await loadCorrections(db)).corrections[0]).toMatchObject({
        label: "withheld",
        type: "source",
        name: null,
      });
    });

    test.each([
      ["contract", contracts],
      ["commissioner", commissioners],
    ] as const)("a %s that is off the site", async (kind, table) => {
      await line("commissioner", "Northern payers");
      await line("contract", CONTRACT);
      await line("contract-commissioner", "Northern payers", await lineOf(db, ids.service, "contract"));
      await line("commissioner-name", "The payers", await lineOf(db, ids.service, "commissioner"));
      await db
        .update(table as typeof contracts)
        .set({ visibility: "withheld" })
        .where(eq(table.id, await lineOf(db, ids.service, kind)));
      const told = JSON.stringify(await loadCorrections(db));
      for (const word of kind === "contract"
        ? ["2024/S 1", "apms", "2026"]
        : ["Northern payers", "The payers"])
        expect(told.replaceAll(/"at":"[^"]*"/g, "")).not.toContain(word);
    });

    test("words that name who is off the site", async () => {
      await correct("provider", other.provider, "website", "https://okapi-ltd.example/yak");
      await withholdRecord(db, begun.actor, { type: "provider", ref: "okapi-ltd", reason });
      expect(await newest({ skip: 1 })).toEqual(["added", "Yak Care"]);
    });

    test("care that is shown by area only, also where it was said by mistake", async () => {
      await say("service", ids.service, "name", "Abortion care at Zebra Clinic");
      await move();
      await correct("service", ids.service, "category", "abortion");
      await correct("service", ids.service, "category", "eye-care");
      await db.update(services).set({ visibility: "published" }).where(eq(services.id, ids.service));
      await say("service", ids.service, "name", "Eye care at New House");
      expect(JSON.stringify(await loadCorrections(db))).not.toMatch(/abortion/i);
    });

    test("a source that nothing rests on which readers can see", async () => {
      await reviseGnu();
      for (const table of [services, places, providers])
        await db.update(table as typeof services).set({ visibility: "withheld" });
      expect((await loadCorrections(db)).corrections).toEqual([]);
    });
  });
});
