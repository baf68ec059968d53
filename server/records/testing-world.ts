import { randomUUID } from "node:crypto";
import type { Db } from "@/db/client";
import { makeArea, makeSource } from "@/db/factories";
import { systemActor } from "@/domain/actor";
import type { ClaimField } from "@/domain/claims/claim";
import type { WithheldByHand } from "@/domain/records/withheld";
import { type RecordDraft, saveRecords } from "@/server/records/save-records";

/** For tests of what is taken off the site: a small world in which everything comes from claims, and is told apart by name. */
export type World = {
  area: { kind: string; slug: string };
  slugs: { services: string[]; places: string[]; providers: string[] };
  ids: Record<WithheldByHand, string>;
  /** How the brake is asked for each. */
  refs: Record<WithheldByHand, string>;
  /** What no reader may meet while it is withheld. */
  words: Record<WithheldByHand, string[]>;
};

/** @param tag goes into addresses and the service's name, where the world is not rolled back and must be the only one. */
export async function makeWorld(db: Db, tag = ""): Promise<World> {
  const tagged = (text: string) => (tag === "" ? text : `${text}-${tag}`);
  const name = tag === "" ? "Lenses in the north" : `Lenses in the north ${tag}`;
  const area = await makeArea(db, { kind: "constituency", slug: tagged("gnuville") });
  const source = await makeSource(db, {
    title: "The gnu story",
    publisher: "Gnu Gazette",
    url: "https://gnu.example/story",
    publishedOn: "2026-03-01",
  });
  const other = await makeSource(db, {
    title: "Okapi Ltd and its owners",
    publisher: "Yak Weekly",
    url: "https://yak.example/okapi-ltd",
    publishedOn: "2026-02-01",
  });
  const say =
    (sourceId: string, says: string) =>
    (field: ClaimField, value: unknown): RecordDraft["claims"][number] => ({
      field,
      value,
      sourceId,
      says,
      confirmedOn: "2026-03-01",
    });
  const gnu = say(source.id, "A gnu said so.");
  const yak = say(other.id, "Okapi Ltd holds a share of it.");
  // Far from what other tests count, where it is not rolled back.
  const address = {
    key: "main",
    lines: "Newtown Road",
    town: "Carlisle",
    postcode: tag === "" ? "CA2 7HY" : "",
  };
  const at = tag === "" ? { lon: -2.9578, lat: 54.8965 } : { lon: -7.3, lat: 57.6 };
  const here = { ...address, ...at, precision: "postcode" };
  const [placeId, providerId, serviceId] = [randomUUID(), randomUUID(), randomUUID()];
  const [otherPlace, otherProvider, otherService] = [randomUUID(), randomUUID(), randomUUID()];
  const draft = (recordType: RecordDraft["recordType"], recordId: string, slug: string) => ({
    recordType,
    recordId,
    create: { slug: tagged(slug), visibility: "published" as const },
  });
  const drafts: RecordDraft[] = [
    {
      ...draft("place", placeId, "zebra-clinic"),
      claims: [gnu("name", "Zebra Clinic"), gnu("kind", "clinic"), gnu("address", here)],
    },
    {
      ...draft("provider", providerId, "okapi-ltd"),
      claims: [gnu("name", "Okapi Ltd"), gnu("legal-form", "company"), gnu("owners", "A fund")],
    },
    {
      ...draft("service", serviceId, "lenses-in-the-north"),
      claims: [
        ...[gnu("name", name), gnu("category", "eye-care"), gnu("status", "operating")],
        ...[gnu("place", { placeId, addressKey: "main" }), gnu("provider", { providerId })],
        gnu("serves-area", { areaId: area.id }),
      ],
    },
    {
      ...draft("place", otherPlace, "yak-house"),
      claims: [yak("name", "Yak House"), yak("kind", "clinic"), yak("address", here)],
    },
    {
      ...draft("provider", otherProvider, "yak-care"),
      claims: [yak("name", "Yak Care"), yak("owners", "Okapi Ltd and a bank"), yak("legal-form", "company")],
    },
    {
      ...draft("service", otherService, "scans-in-the-north"),
      claims: [
        ...[
          yak("name", "Scans in the north"),
          yak("category", "diagnostics-and-scans"),
          yak("status", "operating"),
        ],
        yak("place", { placeId: otherPlace, addressKey: "main" }),
        ...[yak("provider", { providerId: otherProvider }), yak("serves-area", { areaId: area.id })],
      ],
    },
  ];
  await saveRecords(db, systemActor("test"), drafts, {
    reason: "Brought",
    action: "record.published",
    subject: { type: "service", id: serviceId },
  });
  return {
    area,
    slugs: {
      services: [tagged("lenses-in-the-north"), tagged("scans-in-the-north")],
      places: [tagged("zebra-clinic"), tagged("yak-house")],
      providers: [tagged("okapi-ltd"), tagged("yak-care")],
    },
    ids: { service: serviceId, place: placeId, provider: providerId, source: source.id },
    refs: {
      service: tagged("lenses-in-the-north"),
      place: tagged("zebra-clinic"),
      provider: tagged("okapi-ltd"),
      source: "https://gnu.example/story",
    },
    words: {
      service: [name, tagged("lenses-in-the-north")],
      place: ["Zebra Clinic", "zebra-clinic"],
      provider: ["Okapi Ltd", "okapi-ltd"],
      source: ["The gnu story", "Gnu Gazette", "gnu.example", "A gnu said so.", "Zebra Clinic", "okapi-ltd"],
    },
  };
}
