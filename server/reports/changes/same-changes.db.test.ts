import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makeCampaigner, makeClaim } from "@/db/factories";
import { findReport } from "@/db/queries/reports";
import { listLines } from "@/db/queries/service-lines";
import { placeAddresses } from "@/db/schema/places";
import { claims, sources } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { ukToday } from "@/domain/dates/partial-date";
import type { Correction } from "@/domain/reports/change-proposals";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { WHOLE_QUEUE } from "@/domain/reports/queue-address";
import type { LineKind } from "@/domain/reports/service-lines";
import {
  beginChanges,
  CITED_IN_FORM,
  CONTRACT,
  correctionOf,
  lineOf,
  makeBoards,
} from "@/server/reports/changes/testing-change";
import { undoChange } from "@/server/reports/changes/undo-change";
import { approveReport } from "@/server/reports/moves/approve-report";
import { holdReport } from "@/server/reports/moves/hold-report";
import { joinReport } from "@/server/reports/moves/join-report";
import { markDuplicate } from "@/server/reports/moves/mark-duplicate";
import { rejectReport } from "@/server/reports/moves/reject-report";
import { reopenJoined } from "@/server/reports/moves/reopen-joined";
import { submitReport } from "@/server/reports/moves/submit-report";
import { loadModerationReport } from "@/server/reports/pages/load-moderation-report";
import { loadQueue } from "@/server/reports/pages/load-queue";
import { loadReport } from "@/server/reports/pages/load-report";
import { NOW, REASON } from "@/server/reports/testing-approval";

const db = testDb();
type Begun = Awaited<ReturnType<typeof beginChanges>>;
type Type = "service" | "place" | "provider";
type Said = [question: string, more: ReportFormValues, type?: Type];

const NEWER = {
  "sources.0.title": "Still so, says the board",
  "sources.0.url": "https://board.example/minutes",
  "sources.0.publishedOn": "2026-11",
};

/** What somebody else says of the same entry, by another document, held by the moderator. */
async function heldFrom(begun: Begun, [question, more, type = "service"]: Said) {
  const { id } = await makeCampaigner(db);
  const author: CampaignerActor = { kind: "campaigner", id, role: "campaigner" };
  const about = { aboutType: type, aboutId: begun.world.ids[type], question };
  const form = { ...CITED_IN_FORM, ...NEWER, ...about, ...more };
  const sent = await submitReport(db, author, { form }, NOW);
  const { version } = await holdReport(db, begun.actor, sent, NOW);
  return { author, seen: { reportId: sent.reportId, version, reason: REASON } };
}

async function sameOf(begun: Begun, reportId: string) {
  const read = await loadModerationReport(db, begun.actor, reportId, NOW);
  if (!read.change) throw new Error("no report about an entry");
  return read.same;
}

/** What the newer document is cited for, while that counts; of everything, unless a record is named. */
async function citedFor(recordId?: string): Promise<string[]> {
  const rows = await db
    .select({ field: claims.field })
    .from(claims)
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .where(
      and(
        recordId === undefined ? undefined : eq(claims.recordId, recordId),
        eq(sources.title, NEWER["sources.0.title"]),
        isNull(claims.supersededBy),
      ),
    );
  return rows.map(({ field }) => field).sort();
}

const formOf = (begun: Begun, [question, more, type = "service"]: Said): ReportFormValues => ({
  ...CITED_IN_FORM,
  aboutType: type,
  aboutId: begun.world.ids[type],
  question,
  ...more,
});

const SAID: [string, Said, string[]][] = [
  ["has closed", ["ended", { on: "2026-09" }], ["ended-on", "status"]],
  ["has moved there", ["moved", { placeName: "Yak House", postcode: "CA2 7HY" }], ["place"]],
  [
    "is run by them",
    ["new-provider", { providerName: "Gazelle Health", on: "2026-09" }],
    ["provider", "started-on", "status"],
  ],
  ["began then", ["wrong", { field: "started-on", proposed: "2019" }], ["started-on"]],
  ["is called so", ["wrong", { field: "name", proposed: "Zebra House" }, "place"], ["name"]],
  [
    "has this website",
    ["wrong", { field: "website", proposed: "https://okapi.example" }, "provider"],
    ["website"],
  ],
];

type Elsewhere = {
  type?: Type;
  /** What the entry says before the report comes. */
  before: (begun: Begun) => Promise<unknown>;
  given: { field: string; form: ReportFormValues; line?: LineKind };
  /** What it does not say. */
  other: ReportFormValues;
  fields: string[];
};
const saved =
  (field: Correction["field"], proposed: Correction["proposed"], type: Type = "service") =>
  (begun: Begun) =>
    begun.save(correctionOf(type, begun.world.ids[type], field, proposed));
/** Its id is known once it is made. */
const SAID_AREA: ReportFormValues = { proposed: "" };
const OTHER_AREA: ReportFormValues = { proposed: "" };
const HIGH_STREET = { addressLines: "1 High Street", town: "Carlisle", postcode: "CA2 7HY" };

const SAID_ELSEWHERE: [string, Elsewhere][] = [
  [
    "an address, however it is written",
    {
      type: "place",
      before: saved("address", HIGH_STREET, "place"),
      given: { field: "address", form: { addressLines: "1  high street", town: "", postcode: "ca27hy" } },
      other: { addressLines: "2 High Street", town: "Carlisle", postcode: "CA2 7HY" },
      fields: ["address"],
    },
  ],
  [
    "a pin, to a metre or two",
    {
      type: "place",
      before: saved("point", "54.89651, -2.95781", "place"),
      given: { field: "point", form: { proposed: "54.89652, -2.9578" } },
      other: { proposed: "54.8966, -2.9578" },
      fields: ["address"],
    },
  ],
  [
    "who pays",
    {
      before: saved("commissioner", "Northern payers"),
      given: { field: "commissioner", form: { proposed: "northern  PAYERS" } },
      other: { proposed: "Southern payers" },
      fields: ["commissioner"],
    },
  ],
  [
    "an area",
    {
      before: async (begun) => {
        const { north, south } = await makeBoards(db);
        await saved("serves-area", north)(begun);
        [SAID_AREA.proposed, OTHER_AREA.proposed] = [north, south];
      },
      given: { field: "serves-area", form: SAID_AREA },
      other: OTHER_AREA,
      fields: ["serves-area"],
    },
  ],
  [
    "a contract, with all that is said of it",
    {
      before: saved("contract", CONTRACT),
      given: { field: "contract", form: { ...CONTRACT, noticeReference: "2024/s 000-001234", covers: "" } },
      other: { ...CONTRACT, valuePounds: "5" },
      fields: ["contract", "ends-on", "notice-reference", "starts-on", "type", "value-pounds"],
    },
  ],
  [
    "a fact of a contract",
    {
      before: saved("contract", CONTRACT),
      given: { field: "contract-value-pounds", line: "contract", form: { proposed: "£1,250,000" } },
      other: { proposed: "1250001" },
      fields: ["value-pounds"],
    },
  ],
  [
    "what a body that pays is called",
    {
      before: saved("commissioner", "Northern payers"),
      given: { field: "commissioner-name", line: "commissioner", form: { proposed: "Northern payers" } },
      other: { proposed: "Payers of the north" },
      fields: ["name"],
    },
  ],
  [
    "who owns most of it",
    {
      type: "provider",
      before: (begun) =>
        makeClaim(db, {
          recordType: "provider",
          recordId: begun.world.ids.provider,
          field: "owner-class",
          value: "nhs",
        }),
      given: { field: "owner-class", form: { proposed: "nhs" } },
      other: { proposed: "member-practices" },
      fields: ["owner-class"],
    },
  ],
];

/** What a reader is shown of lines and of where it is. */
async function linesAndPlace({ world }: Begun) {
  const addresses = await db.select().from(placeAddresses).where(eq(placeAddresses.placeId, world.ids.place));
  const shown = addresses.map(({ lines, town, postcode, lon, lat, precision }) => ({
    lines,
    town,
    postcode,
    lon,
    lat,
    precision,
  }));
  return { shown, lines: await listLines(db, world.ids.service) };
}

describe("an entry that says already what a report about it says", () => {
  test.each(SAID)(
    "%s: the report's source is added by one press, and nothing else changes",
    async (_, said, fields) => {
      const begun = await beginChanges(db);
      const { serviceId } = await begun.publish(formOf(begun, said));
      const { author, seen } = await heldFrom(begun, said);
      const { said: found } = await sameOf(begun, seen.reportId);
      const [, , type = "service"] = said;
      const subject = type === "service" ? serviceId : begun.world.ids[type];
      expect(found).toMatchObject({ id: subject, reportId: expect.any(String) });
      const shown = async () => {
        const row = await begun.serviceRow(serviceId || begun.world.ids.service);
        const { name, status, providerId, placeId, startedOn, endedOn } = row ?? {};
        return { name, status, providerId, placeId, startedOn, endedOn };
      };
      const before = await shown();

      await markDuplicate(db, begun.actor, { ...seen, sameAs: subject, withSources: true }, NOW);
      expect(await citedFor(subject)).toEqual(fields);
      expect(await shown()).toEqual(before);
      const mine = await loadReport(db, author, seen.reportId, NOW);
      expect(mine).toMatchObject({ state: "duplicate", isJoined: false });

      const read = await loadModerationReport(db, begun.actor, seen.reportId, NOW);
      if (!read.undo) throw new Error("cannot be taken back");
      await undoChange(db, begun.actor, { ...read.undo, reason: REASON }, NOW);
      expect(await shown()).toEqual(before);
    },
  );

  test.each(SAID_ELSEWHERE)(
    "%s: offered, and cited by one press",
    async (_, { type = "service", before, given, other, fields }) => {
      const begun = await beginChanges(db);
      await before(begun);
      const line = async (kind: LineKind) => lineOf(db, begun.world.ids.service, kind);
      const lineId = given.line ? { lineId: await line(given.line) } : {};
      const formFor = (more: ReportFormValues) => ({ field: given.field, ...more, ...lineId });
      const { seen: wrong } = await heldFrom(begun, ["wrong", formFor(other), type]);
      expect((await sameOf(begun, wrong.reportId)).said).toBeNull();
      const { seen } = await heldFrom(begun, ["wrong", formFor(given.form), type]);
      expect((await sameOf(begun, seen.reportId)).said).toMatchObject({ id: begun.world.ids[type] });
      const held = await linesAndPlace(begun);
      const pressed = { ...seen, sameAs: begun.world.ids[type], withSources: true };
      await markDuplicate(db, begun.actor, pressed, NOW);
      expect(await citedFor()).toEqual(fields);
      expect(await linesAndPlace(begun)).toEqual(held);
    },
  );

  test("is not offered where the entry says something else, nor as it is still there", async () => {
    const begun = await beginChanges(db);
    const others: Said[] = [
      ["ended", { on: "2026-09" }],
      ["moved", { placeName: "Gnu House", postcode: "CA2 7HY" }],
      ["new-provider", { providerName: "Gazelle Health" }],
      ["wrong", { field: "started-on", proposed: "2019" }],
      ["still-there", {}],
    ];
    for (const said of others) {
      const { seen } = await heldFrom(begun, said);
      expect((await sameOf(begun, seen.reportId)).said).toBeNull();
      const press = markDuplicate(
        db,
        begun.actor,
        { ...seen, sameAs: begun.world.ids.service, withSources: true },
        NOW,
      );
      await expect(press).rejects.toMatchObject({ reason: "not-said" });
      expect(await citedFor(begun.world.ids.service)).toEqual([]);
    }
  });

  test("is cited by nobody alone where a rule asks for two", async () => {
    const begun = await beginChanges(db);
    await begun.publish(formOf(begun, ["ended", { on: "2026-09" }]));
    const { seen } = await heldFrom(begun, [
      "ended",
      { "sources.0.says": "The abortion clinic has closed." },
    ]);
    const press = markDuplicate(
      db,
      begun.actor,
      { ...seen, sameAs: begun.world.ids.service, withSources: true },
      NOW,
    );
    await expect(press).rejects.toMatchObject({ reason: "needs-second-change" });
  });
});

describe("another report about the entry that waits", () => {
  const said: Said = ["ended", { on: "2026-09" }];

  test("goes with the one that says the same, and is cited when that is approved", async () => {
    const begun = await beginChanges(db);
    const first = await begun.send(formOf(begun, said));
    const other = await begun.send(formOf(begun, ["still-there", {}]));
    const { seen } = await heldFrom(begun, said);
    const { waiting } = await sameOf(begun, seen.reportId);
    const { items } = await loadQueue(db, begun.actor, WHOLE_QUEUE, NOW);
    const twins = items.filter(({ why }) => why.some(({ rule }) => rule === "waiting-twin"));
    expect(twins.map(({ id }) => id).sort()).toEqual([first.reportId, seen.reportId].sort());
    expect(Object.fromEntries(waiting.map(({ id, isSame }) => [id, isSame]))).toEqual({
      [first.reportId]: true,
      [other.reportId]: false,
    });
    const wrong = joinReport(db, begun.actor, { ...seen, other: other.reportId }, NOW);
    await expect(wrong).rejects.toMatchObject({ what: "report-not-waiting" });

    await joinReport(db, begun.actor, { ...seen, other: first.reportId }, NOW);
    const held = await holdReport(db, begun.actor, first, NOW);
    expect((await sameOf(begun, first.reportId)).joined).toMatchObject([{ id: seen.reportId }]);
    await approveReport(
      db,
      begun.actor,
      { reportId: first.reportId, version: held.version, reason: REASON },
      NOW,
    );
    expect(await citedFor(begun.world.ids.service)).toEqual(["ended-on", "status"]);
    expect(await findReport(db, seen.reportId)).toMatchObject({
      state: "duplicate",
      duplicateOfServiceId: begun.world.ids.service,
    });
  });

  test("waits again where that one is not accepted", async () => {
    const begun = await beginChanges(db);
    const first = await begun.send(formOf(begun, said));
    const { seen } = await heldFrom(begun, said);
    await joinReport(db, begun.actor, { ...seen, other: first.reportId }, NOW);
    const held = await holdReport(db, begun.actor, first, NOW);
    await rejectReport(
      db,
      begun.actor,
      { reportId: first.reportId, version: held.version, reason: REASON },
      NOW,
    );
    expect(await reopenJoined(db, undefined, NOW)).toBe(1);
    expect((await findReport(db, seen.reportId))?.state).toBe("submitted");
    expect(await citedFor(begun.world.ids.service)).toEqual([]);
  });
});

test("a service that the change would make it a twin of is named, and takes the source by one press", async () => {
  const begun = await beginChanges(db);
  await begun.save(correctionOf("service", begun.other.service, "category", "eye-care"), ukToday(NOW));
  const { seen } = await heldFrom(begun, ["new-provider", { providerName: "Yak Care" }]);
  const { twins } = await sameOf(begun, seen.reportId);
  expect(twins).toMatchObject([{ id: begun.other.service, confirms: true }]);
  await markDuplicate(db, begun.actor, { ...seen, sameAs: begun.other.service, withSources: true }, NOW);
  expect(await citedFor(begun.other.service)).toEqual(["provider", "status"]);
  expect(await begun.serviceRow(begun.world.ids.service)).toMatchObject({ status: "operating" });
});
