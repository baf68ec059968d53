import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { findClaimsByRecord } from "@/db/queries/claims";
import { replaceModeratorAreas } from "@/db/queries/moderator-areas";
import { listLines } from "@/db/queries/service-lines";
import { contracts } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { type CampaignerActor, systemActor } from "@/domain/actor";
import type { ClaimField } from "@/domain/claims/claim";
import type { Correction } from "@/domain/reports/change-proposals";
import { loadServicePage } from "@/server/pages/load-service-page";
import { rebuildRecords } from "@/server/records/rebuild-records";
import { saveRecords } from "@/server/records/save-records";
import { revertRecord } from "@/server/reports/changes/revert-record";
import { saveChange } from "@/server/reports/changes/save-change";
import {
  beginChanges,
  CONTRACT,
  correctionOf,
  lineOf,
  makeBoards,
} from "@/server/reports/changes/testing-change";

const db = testDb();
let begun: Awaited<ReturnType<typeof beginChanges>>;
let serviceId: string;
/** The service beside it. */
let other: string;
let north: string;
let south: string;
beforeEach(async () => {
  begun = await beginChanges(db);
  [serviceId, other] = [begun.world.ids.service, begun.other.service];
  ({ north, south } = await makeBoards(db));
});

const correction = (
  field: Correction["field"],
  proposed: Correction["proposed"],
  lineId?: string,
  recordId = serviceId,
) => correctionOf("service", recordId, field, proposed, lineId);
const save = (...of: Parameters<typeof correction>) => begun.save(correction(...of));
const lines = async (id = serviceId) =>
  (await listLines(db, id)).map(({ kind, name }) => `${kind} ${name}`).sort();
const contractRow = async () =>
  (
    await db
      .select()
      .from(contracts)
      .where(eq(contracts.id, await lineOf(db, serviceId, "contract")))
  )[0];
const refused = (field: string, problem: string) => ({ fields: { [field]: problem } });

describe("who pays for a service", () => {
  test("is said, corrected, renamed wherever it stands, and dropped: each is taken back by itself", async () => {
    const before = await lines();
    await save("commissioner", "Northern payers");
    expect(await lines()).toEqual([...before, "commissioner Northern payers"].sort());
    const corrected = await save("commissioner", "Southern payers");
    expect(await lines()).toContain("commissioner Southern payers");
    const payer = await lineOf(db, serviceId, "commissioner");
    const renamed = await save("commissioner-name", "Payers of the south", payer);
    expect(await lines()).toContain("commissioner Payers of the south");
    const spelt = await save("commissioner-name", "Payers of the South", payer);
    expect(await lines()).toContain("commissioner Payers of the South");
    const gone = await save("commissioner-dropped", "dropped", payer);
    expect(await lines()).toEqual(before);
    const page = await loadServicePage(begun.world.refs.service, db);
    expect(page?.claims.find(({ field, isInForce }) => field === "commissioner" && isInForce)?.value).toEqual(
      { commissionerId: payer, isSo: false },
    );
    for (const one of [gone, spelt, renamed]) await begun.undo(one);
    expect(await lines()).toContain("commissioner Southern payers");
    await begun.undo(corrected);
    expect(await lines()).toContain("commissioner Northern payers");
  });

  test.each([
    ["what it says already", "commissioner", "northern  PAYERS", "line-says-so"],
    ["the name that it has", "commissioner-name", "Northern payers", "line-says-so"],
    ["the name of another", "commissioner-name", "Southern payers", "payer-taken"],
  ] as const)("is refused: %s", async (_, field, proposed, problem) => {
    await save("commissioner", "Southern payers", undefined, other);
    await save("commissioner", "Northern payers");
    const line = field === "commissioner" ? undefined : await lineOf(db, serviceId, "commissioner");
    await expect(save(field, proposed, line)).rejects.toMatchObject(refused("proposed", problem));
  });

  test("a payer that is not the service’s any more is not corrected by mistake for another", async () => {
    await save("commissioner", "Northern payers");
    const former = await lineOf(db, serviceId, "commissioner");
    await save("commissioner", "Southern payers");
    for (const field of ["commissioner-dropped", "commissioner-name", "commissioner"] as const) {
      const proposed = field === "commissioner-dropped" ? "dropped" : "Payers";
      await expect(save(field, proposed, former)).rejects.toMatchObject({ what: "line-gone" });
    }
  });
});

describe("an area that a service serves", () => {
  test("is added, put right and dropped; a later source that says it again wins by its day", async () => {
    const before = await lines();
    await save("serves-area", north);
    expect(await lines()).toEqual([...before, "area Northern board"].sort());
    await save("serves-area", south, north);
    expect(await lines()).toEqual([...before, "area Southern board"].sort());
    await save("serves-area-dropped", "dropped", south);
    expect(await lines()).toEqual(before);
    await expect(save("serves-area-dropped", "dropped", south)).rejects.toMatchObject({
      what: "line-gone",
    });
    await expect(save("serves-area", begun.world.ids.place)).rejects.toMatchObject(
      refused("proposed", "choice"),
    );
    await say("service", serviceId, "serves-area", { areaId: south }, "2026-11-01");
    expect(await lines()).toContain("area Southern board");
    await expect(save("serves-area", south)).rejects.toMatchObject(refused("proposed", "line-says-so"));
    // Somebody looked at both: an older source that shows it is not so is believed.
    await save("serves-area-dropped", "dropped", south);
    expect(await lines()).toEqual(before);
  });

  test("is the last thing that a service without a place has, and its name goes with it", async () => {
    const id = await servedOnly();
    await expect(save("serves-area-dropped", "dropped", north, id)).rejects.toMatchObject({
      what: "last-area",
    });
    await save("serves-area", south, north, id);
    expect(await begun.serviceRow(id)).toMatchObject({ name: "Patient transport for Southern board" });
    expect(await lines(id)).toEqual(["area Southern board"]);
  });
});

describe("a contract of a service", () => {
  test("is added with what the source says, corrected fact by fact, and dropped", async () => {
    const added = await save("contract", CONTRACT);
    expect(await contractRow()).toMatchObject({
      type: "apms",
      noticeReference: "2024/S 000-001234",
      endsOn: "2026-03-31",
      valuePounds: 1_250_000,
    });
    const id = await lineOf(db, serviceId, "contract");
    const before = await contractRow();
    const made = [
      await save("contract-ends-on", "2028-03", id),
      await save("contract-value-pounds", "2000000", id),
      await save("contract-type", "nhs-standard-contract", id),
      await save("contract-award-route", "competitive", id),
      await save("contract-holder", "Okapi Ltd", id),
      await save("contract-commissioner", "Northern payers", id),
      await save("contract-covers", "All lenses", id),
    ];
    expect(await contractRow()).toMatchObject({
      type: "nhs-standard-contract",
      awardRoute: "competitive",
      endsOn: "2028-03",
      valuePounds: 2_000_000,
      holderId: begun.world.ids.provider,
      covers: "All lenses",
    });
    for (const one of made.reverse()) await begun.undo(one);
    expect({ ...(await contractRow()), version: 0 }).toEqual({ ...before, version: 0 });
    await save("contract-dropped", "dropped", id);
    expect(await lineOf(db, serviceId, "contract")).toBe("");
    await expect(save("contract-ends-on", "2029", id)).rejects.toMatchObject({ what: "line-gone" });
    await begun.undo(added);
    expect((await db.select().from(contracts).where(eq(contracts.id, id)))[0]?.visibility).toBe("withheld");
  });

  test("of a notice that we hold is that contract, on each service’s page", async () => {
    await save("contract", CONTRACT);
    await save("contract", { ...CONTRACT, covers: "" }, undefined, other);
    expect(await lineOf(db, other, "contract")).toBe(await lineOf(db, serviceId, "contract"));
    await save("contract-ends-on", "2029", await lineOf(db, serviceId, "contract"), other);
    expect(await contractRow()).toMatchObject({ endsOn: "2029", covers: "Lenses for the north" });
    await expect(save("contract", CONTRACT)).rejects.toMatchObject(
      refused("noticeReference", "line-says-so"),
    );
  });

  test("of a notice that we hold keeps what is known of it where the form says nothing, and its reference as it is", async () => {
    await save("contract", CONTRACT);
    const [before, id] = [await contractRow(), await lineOf(db, serviceId, "contract")];
    const empty = {
      contractType: "",
      covers: "",
      contractStartsOn: "",
      contractEndsOn: "",
      valuePounds: "",
    } as const;
    const again = { noticeReference: " 2024/s 000-001234", ...empty } as const;
    const added = await save("contract", again, undefined, other);
    expect({ ...(await contractRow()), version: 0 }).toEqual({ ...before, version: 0 });
    expect(await lineOf(db, other, "contract")).toBe(id);
    const late = { ...again, contractStartsOn: "2027" };
    await begun.undo(added);
    await expect(save("contract", late, undefined, other)).rejects.toMatchObject(
      refused("contractStartsOn", "contract-order"),
    );
    await save("contract", { ...again, valuePounds: "3000000" }, undefined, other);
    expect(await contractRow()).toMatchObject({ type: "apms", valuePounds: 3_000_000, endsOn: "2026-03-31" });
  });

  test("whose type nobody says is of none that a source would have to stand for, and is called so in words", async () => {
    await save("contract", { ...CONTRACT, contractType: "", noticeReference: "" });
    expect(await contractRow()).toMatchObject({ type: "unknown" });
    const claims = await findClaimsByRecord(db, "contract", [await lineOf(db, serviceId, "contract")]);
    expect([...claims.values()].flat().map(({ field }) => field)).not.toContain("type");
    const bare = { ...CONTRACT, noticeReference: "", covers: "" };
    await save("contract", bare, undefined, other);
    expect(await lines(other)).toContain("contract APMS contract");
    expect((await loadServicePage(begun.world.slugs.services[1] ?? "", db))?.names).toContainEqual([
      await lineOf(db, other, "contract"),
      { name: "APMS contract", path: null },
    ]);
  });

  test("is not given the reference of another", async () => {
    await save("contract", CONTRACT);
    await save("contract", { ...CONTRACT, noticeReference: "Another" }, undefined, other);
    await expect(
      save("contract-notice-reference", "another", await lineOf(db, serviceId, "contract")),
    ).rejects.toMatchObject(refused("proposed", "contract-taken"));
    await expect(
      save("contract-notice-reference", "2024/S 000-001235", await lineOf(db, serviceId, "contract")),
    ).resolves.toBeDefined();
  });

  test.each([
    ["an end before its start", "contract-ends-on", "2023", "contract-order"],
    ["a start after its end", "contract-starts-on", "2027-01", "contract-order"],
    ["what it says", "contract-value-pounds", "1250000", "line-says-so"],
  ] as const)("is refused: %s", async (_, field, proposed, problem) => {
    await save("contract", CONTRACT);
    await expect(save(field, proposed, await lineOf(db, serviceId, "contract"))).rejects.toMatchObject(
      refused("proposed", problem),
    );
  });

  test("is changed by those who decide in the areas of all its services, and a payer’s name by those who decide everywhere", async () => {
    await save("commissioner", "Northern payers");
    await save("contract", CONTRACT);
    const far = await servedOnly();
    await save("contract", CONTRACT, undefined, far);
    await save("serves-area", south);
    const { id } = await makeCampaigner(db, { role: "moderator" });
    const limited: CampaignerActor = { kind: "campaigner", id, role: "moderator" };
    await replaceModeratorAreas(db, id, [south]);
    const act = (proposal: Correction) =>
      saveChange(db, limited, {
        proposal,
        reportId: null,
        decidedOn: "2026-11-29",
        reason: "It says so there.",
      });
    const outside = { reason: "outside-areas" };
    const ends = correction("contract-ends-on", "2029", await lineOf(db, serviceId, "contract"));
    await expect(act(ends)).rejects.toMatchObject(outside);
    const renamed = correction("commissioner-name", "Payers", await lineOf(db, serviceId, "commissioner"));
    await expect(act(renamed)).rejects.toMatchObject(outside);
    await replaceModeratorAreas(db, id, [south, north]);
    await expect(act(ends)).resolves.toBeDefined();
  });
});

describe("merging, going back and rebuilding keep the lines", () => {
  test("a twin keeps its own, the entry that stays its own, and both are there again once they are split", async () => {
    const twin = await twinOf();
    await save("contract", CONTRACT);
    await save("serves-area", north);
    await save("contract", { ...CONTRACT, noticeReference: "Another", covers: "" }, undefined, twin);
    await save("serves-area", south, undefined, twin);
    await save("commissioner", "Northern payers", undefined, twin);
    await save("commissioner-dropped", "dropped", await lineOf(db, twin, "commissioner"), twin);
    const [own, theirs] = [await lines(), await lines(twin)];
    const merged = await begun.save({ kind: "same-as", v: 1, serviceId: twin, otherId: serviceId, note: "" });
    expect(await lines()).toEqual(own);
    expect((await begun.serviceRow(serviceId))?.commissionerId).toBeNull();
    await begun.undo(merged);
    expect([await lines(), await lines(twin)]).toEqual([own, theirs]);
  });

  test("going back to before an area was dropped brings it back; what its facts say is what its row says", async () => {
    await save("serves-area", north);
    await save("commissioner", "Northern payers");
    const then = new Date();
    const before = await lines();
    await save("serves-area-dropped", "dropped", north);
    await save("commissioner-dropped", "dropped", await lineOf(db, serviceId, "commissioner"));
    const { version } = (await begun.serviceRow(serviceId)) ?? { version: 0 };
    await revertRecord(db, begun.actor, {
      type: "service",
      id: serviceId,
      to: then.getTime() + 1,
      version: String(version),
      reason: "The board’s own page says it serves it.",
    });
    expect(await lines()).toEqual(before);
    expect(await rebuildRecords(db, systemActor("test"))).toMatchObject({ changed: [] });
  });
});

/** A service without a place that serves the northern board. */
async function servedOnly(): Promise<string> {
  return newService("22222222-2222-4222-8222-222222222222", [
    ["name", "Patient transport for Northern board"],
    ["category", "patient-transport"],
    ["status", "operating"],
    ["serves-area", { areaId: north }],
  ]);
}

async function twinOf(): Promise<string> {
  const { place: placeId, provider: providerId } = begun.world.ids;
  return newService("33333333-3333-4333-8333-333333333333", [
    ["name", "Lenses, again"],
    ["category", "eye-care"],
    ["status", "operating"],
    ["place", { placeId, addressKey: "main" }],
    ["provider", { providerId }],
  ]);
}

async function newService(id: string, facts: readonly [ClaimField, unknown][]): Promise<string> {
  const said = { sourceId: begun.world.ids.source, says: "It says so.", confirmedOn: "2026-03-01" };
  await saveRecords(
    db,
    systemActor("test"),
    [
      {
        recordType: "service",
        recordId: id,
        create: { slug: `service-${id.slice(0, 4)}`, visibility: "published" },
        claims: facts.map(([field, value]) => ({ ...said, field, value })),
      },
    ],
    { reason: "Brought", action: "record.published", subject: { type: "service", id } },
  );
  return id;
}

async function say(
  recordType: "service",
  recordId: string,
  field: ClaimField,
  value: unknown,
  confirmedOn: string,
) {
  const claim = { sourceId: begun.world.ids.source, says: "It says so.", confirmedOn, field, value };
  const context = {
    reason: "Brought",
    action: "record.published",
    subject: { type: recordType, id: recordId },
  } as const;
  await saveRecords(db, systemActor("test"), [{ recordType, recordId, claims: [claim] }], context);
}
