import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makeArea, makeSource } from "@/db/factories";
import { findClaimsByRecord } from "@/db/queries/claims";
import { places, providers } from "@/db/schema/places";
import { serviceAreas, services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import type { ClaimField } from "@/domain/claims/claim";
import { inForce } from "@/domain/claims/in-force";
import { mainAddresses } from "@/domain/claims/main-address";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import { saveRecords } from "@/server/records/save-records";
import { withholdRecord } from "@/server/records/withhold-record";
import {
  beginChanges,
  CITED,
  CITED_IN_FORM,
  correctionOf,
  SENT,
} from "@/server/reports/changes/testing-change";
import { holdReport } from "@/server/reports/moves/hold-report";
import { requestChanges } from "@/server/reports/moves/request-changes";
import { resubmitReport } from "@/server/reports/moves/resubmit-report";
import { previewChange } from "@/server/reports/pages/preview-change";
import { NOW, REASON } from "@/server/reports/testing-approval";

const db = testDb();

const moved = (
  serviceId: string,
  to: { placeName: string; town: string; postcode: string },
): ChangeProposal => {
  const where = { placeId: null, addressLines: "", on: "", ...to };
  return { ...SENT, kind: "change", change: "moved", serviceId, ...where };
};
const about = (id: string, question: string) => ({
  aboutType: "service",
  aboutId: id,
  question,
  ...CITED_IN_FORM,
});
const old = { ...SENT, sources: [{ ...CITED, publishedOn: "2013" }] };

describe("still there, by an old source", () => {
  test("does not lift a newer doubt, nor make the entry look older", async () => {
    const { world, save, serviceRow } = await beginChanges(db);
    const serviceId = world.ids.service;
    const said = { sourceId: world.ids.source, says: "Ended", confirmedOn: "2026-10-01" };
    const subject = { type: "service", id: serviceId } as const;
    await saveRecords(
      db,
      systemActor("test"),
      [
        {
          recordType: "service",
          recordId: serviceId,
          claims: [{ ...said, field: "may-have-ended", value: "register-entry-ended" }],
        },
      ],
      { reason: "x", action: "record.changed", subject },
    );
    const preview = await previewChange(db, { ...old, kind: "still-there", serviceId });
    expect(preview.rows[1]).toMatchObject({ before: { date: "2026-03-01" }, after: { date: "2026-03-01" } });
    await save({ ...old, kind: "still-there", serviceId });
    expect(await serviceRow(serviceId)).toMatchObject({ mayHaveEnded: "register-entry-ended" });
    await save({ ...SENT, kind: "still-there", serviceId });
    expect(await serviceRow(serviceId)).toMatchObject({ mayHaveEnded: null });
  });
});

describe("moved", () => {
  test("without a town or postcode is refused", async () => {
    const { world, send } = await beginChanges(db);
    const form = { ...about(world.ids.service, "moved"), placeName: "Somewhere else" };
    await expect(send(form)).rejects.toMatchObject({ fields: { postcode: "postcode-or-town" } });
  });

  test.each([
    ["at its postcode", { placeName: "yak  house", town: "", postcode: "ca27hy" }],
    ["in its town", { placeName: "Yak House", town: "carlisle", postcode: "" }],
  ])("to a place that we hold by its name %s: to that one", async (_, to) => {
    const { world, save, serviceRow } = await beginChanges(db);
    await save(moved(world.ids.service, to));
    const held = await db.select().from(places).where(eq(places.slug, "yak-house"));
    expect(await serviceRow(world.ids.service)).toMatchObject({ placeId: held[0]?.id });
  });

  test("to one of the same name elsewhere: to a new one", async () => {
    const { world, save, serviceRow } = await beginChanges(db);
    await save(moved(world.ids.service, { placeName: "Yak House", town: "", postcode: "CA2 4SJ" }));
    const held = await db.select().from(places).where(eq(places.slug, "yak-house"));
    expect((await serviceRow(world.ids.service))?.placeId).not.toBe(held[0]?.id);
  });
});

describe("a kind of care without a place", () => {
  async function beginPlaced() {
    const begun = await beginChanges(db);
    await makeArea(db, { kind: "icb", code: "E54000050", nameEn: "Cumbria board" });
    const id = "11111111-1111-4111-8111-111111111111";
    const source = await makeSource(db, { title: "Doc", publisher: "P", url: "https://doc.example/" });
    const claim = (field: ClaimField, value: unknown) => ({
      field,
      value,
      sourceId: source.id,
      says: "It says so.",
      confirmedOn: "2026-03-01",
    });
    const { place: placeId, provider: providerId } = begun.world.ids;
    const facts = [
      ...[claim("name", "Eye care at Zebra Clinic"), claim("category", "eye-care")],
      ...[claim("place", { placeId, addressKey: "main" }), claim("provider", { providerId })],
      claim("status", "operating"),
    ];
    const create = { slug: "own-service", visibility: "published" } as const;
    await saveRecords(
      db,
      systemActor("test"),
      [{ recordType: "service", recordId: id, create, claims: facts }],
      { reason: "x", action: "record.published", subject: { type: "service", id } },
    );
    return { ...begun, id };
  }

  test("shown by area only gets the area of the place it was at", async () => {
    const { id, save } = await beginPlaced();
    await save(correctionOf("service", id, "category", "abortion"));
    expect(await db.select().from(serviceAreas).where(eq(serviceAreas.serviceId, id))).toHaveLength(1);
  });

  test("that comes to its patients keeps no place, until that is taken back", async () => {
    const { id, save, undo, serviceRow, world } = await beginPlaced();
    const saved = await save(correctionOf("service", id, "category", "patient-transport"));
    const served = { placeId: null, name: "Patient transport for Cumbria board" };
    expect(await serviceRow(id)).toMatchObject(served);
    await undo(saved);
    const back = { placeId: world.ids.place, name: "Eye care at Zebra Clinic", category: "eye-care" };
    expect(await serviceRow(id)).toMatchObject(back);
    expect(await db.select().from(serviceAreas).where(eq(serviceAreas.serviceId, id))).toHaveLength(0);
  });

  test("is refused while an older source would tell where it is", async () => {
    const { id, save, world } = await beginPlaced();
    const said = { sourceId: world.ids.source, says: "It is at 12 Newtown Road, CA2 7HY." };
    const claims = [{ ...said, field: "status" as const, value: "operating", confirmedOn: "2026-02-01" }];
    const subject = { type: "service", id } as const;
    const context = { reason: "x", action: "record.changed", subject } as const;
    await saveRecords(db, systemActor("test"), [{ recordType: "service", recordId: id, claims }], context);
    await expect(save(correctionOf("service", id, "category", "abortion"))).rejects.toMatchObject({
      name: "InvalidInputError",
    });
  });
});

describe("a name or number", () => {
  test("of another organisation is refused, and so is that of one off the site", async () => {
    const { world, actor, save } = await beginChanges(db);
    const renamed = correctionOf("provider", world.ids.provider, "name", "Yak Care");
    await expect(save(renamed)).rejects.toMatchObject({ fields: { proposed: "name-taken" } });
    const numbered = (id: string) => correctionOf("provider", id, "companies-house-number", "01234567");
    const [yak] = await db.select().from(providers).where(eq(providers.slug, "yak-care"));
    await save(numbered(yak?.id ?? ""));
    const taken = { fields: { proposed: "name-taken" } };
    await expect(save(numbered(world.ids.provider))).rejects.toMatchObject(taken);
    await withholdRecord(db, actor, {
      type: "provider",
      ref: "yak-care",
      reason: "A complaint of its lawyers.",
    });
    const withheld = { fields: { proposed: "provider-withheld" } };
    await expect(save(renamed)).rejects.toMatchObject(withheld);
  });

  test("of a place that is off the site is refused for another one there", async () => {
    const { world, actor, save } = await beginChanges(db);
    await withholdRecord(db, actor, {
      type: "place",
      ref: "yak-house",
      reason: "A complaint of its lawyers.",
    });
    const renamed = correctionOf("place", world.ids.place, "name", "Yak House");
    await expect(save(renamed)).rejects.toMatchObject({ fields: { proposed: "place-withheld" } });
  });
});

test("one that runs is not merged into one that has ended", async () => {
  const { world, save } = await beginChanges(db);
  const taken = { change: "new-provider", providerName: "Yak Care", providerKind: "", on: "" } as const;
  const { subject } = await save({ ...SENT, kind: "change", serviceId: world.ids.service, ...taken });
  const merged = {
    kind: "same-as",
    v: 1,
    serviceId: subject.id,
    otherId: world.ids.service,
    note: "",
  } as const;
  const rows = (await previewChange(db, merged)).rows.map(({ field }) => field);
  expect(rows).toEqual(["same-as", "provider", "place", "status"]);
  await expect(save(merged)).rejects.toMatchObject({ fields: { other: "other-ended" } });
});

test("one that is said to run after all has no day of its end", async () => {
  const { world, save, serviceRow } = await beginChanges(db);
  const serviceId = world.ids.service;
  await save({ ...SENT, kind: "change", change: "ended", serviceId, on: "2026-09" });
  await save(correctionOf("service", serviceId, "status", "operating"));
  expect(await serviceRow(serviceId)).toMatchObject({ status: "operating", endedOn: null });
});

test("a report that is sent again stays about its entry and its question", async () => {
  const { world, author, actor, send } = await beginChanges(db);
  const [other] = await db.select().from(services).where(eq(services.slug, "scans-in-the-north"));
  const sent = await send({ ...about(world.ids.service, "ended"), on: "2026-10" });
  const held = await holdReport(db, actor, sent, NOW);
  const seen = { reportId: sent.reportId, version: held.version };
  const asked = await requestChanges(db, actor, { ...seen, reason: REASON }, NOW);
  const again = { reportId: sent.reportId, version: asked.version };
  const where = { placeName: "New place", town: "Leeds" };
  for (const form of [
    { ...about(world.ids.service, "moved"), ...where },
    { ...about(other?.id ?? "", "ended"), on: "2026-10" },
  ])
    await expect(resubmitReport(db, author, { ...again, form }, NOW)).rejects.toMatchObject({
      reason: "wrong-state",
    });
  const same = { ...about(world.ids.service, "ended"), on: "2026-09" };
  await expect(resubmitReport(db, author, { ...again, form: same }, NOW)).resolves.toBeDefined();
});

test("the preview of another name of who runs it says that the type of organisation is not known then", async () => {
  const { world } = await beginChanges(db);
  const rowsOf = async (name: string) =>
    (await previewChange(db, correctionOf("service", world.ids.service, "provider", name))).rows[1];
  const company = { is: "legal-form", key: "company" };
  expect(await rowsOf("Okapi Limited")).toEqual({ field: "legal-form", before: company, after: null });
  expect(await rowsOf("Yak Care")).toEqual({ field: "legal-form", before: company, after: company });
});

describe("every fact of an entry that one source can state", () => {
  test.each([
    ["provider", "about", "Runs eye clinics.", "about", "Runs eye clinics."],
    ["provider", "owners", "Its founders", "owners", "Its founders"],
    ["provider", "regulator-number", "1-199774567", "regulator-number", "1-199774567"],
    ["provider", "company-status", "liquidation", "company-status", { status: "liquidation", ceased: null }],
    ["place", "name-cy", "Meddygfa Newydd", "name-cy", "Meddygfa Newydd"],
    ["service", "provider-kind", "charity", "provider-kind", "charity"],
  ] as const)(
    "is corrected, shown before, and taken back: the %s’s %s",
    async (type, field, proposed, claimed, value) => {
      const { world, save, undo } = await beginChanges(db);
      const id = world.ids[type];
      const proposal = correctionOf(type, id, field, proposed);
      const says = async () => {
        const claims = (await findClaimsByRecord(db, type, [id])).get(id) ?? [];
        return inForce(claims, type, claimed)?.value;
      };
      const before = await says();
      const { rows } = await previewChange(db, proposal);
      expect(rows[0]?.after).not.toBeNull();
      const made = await save(proposal);
      expect(await says()).toEqual(value);
      // What it said beforehand would stand there is what stands there now.
      expect((await previewChange(db, proposal)).rows[0]?.before).toEqual(rows[0]?.after);
      await expect(save(proposal)).rejects.toMatchObject({ fields: { proposed: "says-so-already" } });
      await undo(made);
      expect(await says()).toEqual(before);
    },
  );

  test("the pin of a place is put elsewhere and its address stays; not at sea, nor far from its postcode", async () => {
    const { world, save, undo } = await beginChanges(db);
    const { place: id } = world.ids;
    const pin = (point: string) => save(correctionOf("place", id, "point", point));
    const address = async () => {
      const claims = (await findClaimsByRecord(db, "place", [id])).get(id) ?? [];
      return mainAddresses(claims).at(-1)?.value;
    };
    const before = await address();
    const made = await pin("54.8971, -2.9560");
    expect(await address()).toEqual({ ...before, lat: 54.8971, lon: -2.956, precision: "site" });
    await expect(pin("54.8971, -2.9560")).rejects.toMatchObject({ fields: { proposed: "says-so-already" } });
    await expect(pin("51.5072, -0.1276")).rejects.toMatchObject({
      fields: { proposed: { code: "point-far" } },
    });
    await expect(pin("54.5000, -4.9000")).rejects.toMatchObject({ fields: { proposed: "point-sea" } });
    await undo(made);
    expect(await address()).toEqual(before);
  });

  test("an organisation is part of another, a new one too, and never of itself", async () => {
    const { world, save } = await beginChanges(db);
    const { provider: id } = world.ids;
    await save(correctionOf("provider", id, "parent", "Gnu Holdings"));
    const [holding] = await db.select().from(providers).where(eq(providers.name, "Gnu Holdings"));
    expect((await db.select().from(providers).where(eq(providers.id, id)))[0]?.parentId).toBe(holding?.id);
    const circle = { fields: { proposed: "parent-circle" } };
    await expect(
      save(correctionOf("provider", holding?.id ?? "", "parent", "Okapi Ltd")),
    ).rejects.toMatchObject(circle);
    await expect(save(correctionOf("provider", id, "parent", "Okapi Ltd"))).rejects.toMatchObject(circle);
  });
});
