import { describe, expect, it } from "vitest";
import { readClassification } from "@/db/reference/provider-classification";
import { decodeWaitingTimes, readTableBytes, WAITING_TIMES_FILE } from "@/db/reference/waiting-times-table";
import { starterId } from "@/db/seed/starter/starter-id";
import type { RecordDraft } from "@/server/records/save-records";
import { type StoredRecords, waitingDrafts } from "./waiting-drafts";
import { sourceRefs, sourceRows } from "./waiting-sources";

const table = decodeWaitingTimes(readTableBytes(WAITING_TIMES_FILE));
const classification = readClassification();
const refs = sourceRefs(classification);

const NOTHING: StoredRecords = {
  areas: [
    ...table.payers.map((code) => ({ id: starterId(code), kind: "icb", code })),
    { id: starterId("carlisle"), kind: "constituency", code: "E14001152" },
  ],
  placesByCode: [],
  placesByName: [],
  providers: [],
  services: [],
};
const draftsWith = (stored: Partial<StoredRecords>) =>
  waitingDrafts(table, classification, refs, { ...NOTHING, ...stored });

const ofType = (drafts: readonly RecordDraft[], type: RecordDraft["recordType"]) =>
  drafts.filter(({ recordType }) => recordType === type);
const factOf = (draft: RecordDraft | undefined, field: string) =>
  draft?.claims.find((claim) => claim.field === field)?.value;
const called = (drafts: readonly RecordDraft[], name: string) =>
  drafts.find((draft) => factOf(draft, "name") === name);

describe("waitingDrafts", () => {
  const drafts = draftsWith({});

  it("gives every record, every claim and every source one id", () => {
    const records = drafts.map(({ recordId }) => recordId);
    expect(new Set(records).size).toBe(records.length);
    const claims = drafts.flatMap((draft) => draft.claims.map(({ id }) => id));
    expect(new Set(claims).size).toBe(claims.length);
    const known = new Set(sourceRows(classification).map(({ id }) => id));
    for (const draft of drafts) for (const { sourceId } of draft.claims) expect(known).toContain(sourceId);
  });

  it("keeps what an organisation is, whose it is and who is above it as facts of their own", () => {
    const spamedica = called(ofType(drafts, "provider"), "SpaMedica");
    expect(spamedica?.claims.map(({ field }) => field)).toEqual(["name", "legal-form", "owners"]);
    const about = called(ofType(drafts, "provider"), "About Health");
    expect(about?.claims.map(({ field }) => field)).not.toContain("legal-form");
  });

  it("says of a town in a name that it is no address, and dates the claim by the list that places it", () => {
    const place = called(ofType(drafts, "place"), "SpaMedica Bolton");
    const address = place?.claims.find(({ field }) => field === "address");
    expect(address?.value).toMatchObject({ town: "", precision: "town", postcode: "" });
    expect(address?.says).toMatch(/no address/);
    expect(address?.confirmedOn).toBe("2024-04-01");
  });

  it("places a site by the postcode that the regulator gives", () => {
    const place = called(ofType(drafts, "place"), "SpaMedica Kendal");
    expect(factOf(place, "address")).toMatchObject({ postcode: "LA9 7RL", precision: "postcode" });
  });

  it("has every site with its services, however few its patients", () => {
    expect(called(ofType(drafts, "place"), "ACES Bradford")).toBeDefined();
    const stevenage = called(
      ofType(drafts, "service"),
      "Eye care at SpaMedica Stevenage Community Diagnostic & Treatment Centre",
    );
    expect(factOf(stevenage, "waiting-times")).toMatchObject({ completedAdmitted: 2, waiting: 7 });
    expect(ofType(drafts, "place")).toHaveLength(322);
    expect(ofType(drafts, "service")).toHaveLength(510);
  });

  it("tells the address of a place that an earlier review knew only the town of, and of no place that others brought", () => {
    const [own, other] = [starterId("place/waiting-times/ACG40"), starterId("a place")];
    const factsOf = (placeId: string) =>
      draftsWith({
        placesByCode: [
          {
            code: "ACG40",
            placeId,
            addressKey: "main",
            sourceKey: placeId === own ? "place/waiting-times/ACG40" : null,
          },
        ],
      })
        .find(({ recordId }) => recordId === placeId)
        ?.claims.map(({ field, value }) => [field, value]) ?? [];
    expect(factsOf(own)).toMatchObject([["address", { postcode: "WF1 5NX" }]]);
    expect(factsOf(other)).toEqual([]);
  });

  it("knows a service that an extract brought by its code, whoever runs it now", () => {
    const [placeId, id, providerId] = ["a place", "a service", "another"].map(starterId) as [
      string,
      string,
      string,
    ];
    const again = draftsWith({
      placesByCode: [{ code: "E1U4T", placeId, addressKey: "main", sourceKey: null }],
      services: [
        {
          id,
          placeId,
          category: "eye-care",
          providerId,
          sourceKey: "service/waiting-times/E1U4T/eye-care",
        },
      ],
    });
    expect(
      factOf(
        again.find(({ recordId }) => recordId === id),
        "waiting-times",
      ),
    ).toMatchObject({
      waiting: 914,
    });
  });

  it("cites the extract of the month that it is about", () => {
    const may = sourceRefs(classification, "2026-05")("extract");
    expect(may.confirmedOn).toBe("2026-05-31");
    expect(sourceRows(classification, "2026-05")).toContainEqual(
      expect.objectContaining({
        id: may.sourceId,
        sourceKey: "waiting-times/extract/2026-05",
        title: "Consultant-led referral to treatment waiting times, full extract, May 2026",
        periodFrom: "2026-05-01",
      }),
    );
    expect(refs("extract").confirmedOn).toBe("2026-04-30");
  });

  it("adds to places, organisations and services that are stored, and makes no twin", () => {
    const [placeId, providerId, serviceId] = ["a place", "a provider", "a service"].map(starterId) as [
      string,
      string,
      string,
    ];
    const again = draftsWith({
      placesByName: [
        { placeId, addressKey: "main", sourceKey: null, name: "SPAMEDICA CARLISLE", town: "carlisle" },
      ],
      providers: [{ id: providerId, name: "spamedica" }],
      services: [{ id: serviceId, placeId, category: "eye-care", providerId, sourceKey: null }],
    });
    const service = again.find(({ recordId }) => recordId === serviceId);
    expect(service?.create).toBeUndefined();
    expect(factOf(service, "waiting-times")).toMatchObject({ waiting: 914 });
    expect(called(again, "Eye care at SpaMedica Carlisle")).toBeUndefined();
    expect(again.find(({ recordId }) => recordId === placeId)?.claims.map(({ field }) => field)).toEqual([
      "identifier",
    ]);
    expect(drafts.length).toBe(again.length);
  });
});
