import { randomBytes, randomUUID } from "node:crypto";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { areas } from "@/db/schema/areas";
import { campaigners } from "@/db/schema/campaigners";
import { addressAreas, placeAddresses, placeIdentifiers, places, providers } from "@/db/schema/places";
import { reportRevisions, reports } from "@/db/schema/reports";
import { contracts, serviceAreas, services } from "@/db/schema/services";
import { claims, sources } from "@/db/schema/sources";
import type { NewServiceProposal } from "@/domain/reports/proposal";

/**
 * For tests only: one row that is valid as it stands, with whatever the test cares about given. Records are written as
 * plain rows without claims; tests of claims save records instead.
 */

/** Short and never the same twice, so that no test meets another one's row. */
const unique = () => randomBytes(4).toString("hex");

async function insertRow<T extends PgTable>(
  db: Db,
  table: T,
  values: T["$inferInsert"],
): Promise<T["$inferSelect"]> {
  const rows = await db.insert(table).values(values).returning();
  const [row] = rows as T["$inferSelect"][];
  if (!row) throw new Error("nothing was inserted");
  return row;
}

type Given<T extends PgTable> = Partial<T["$inferInsert"]>;

/** A council in England of about 20 km, unless told otherwise. */
export function makeArea(db: Db, given: Given<typeof areas> = {}) {
  const code = `E06${unique()}`;
  return insertRow(db, areas, {
    kind: "council",
    code,
    slug: code.toLowerCase(),
    nameEn: `Area ${code}`,
    nation: "england",
    lon: -2.9,
    lat: 54.9,
    west: -3,
    south: 54.8,
    east: -2.8,
    north: 55,
    ...given,
  });
}

export function makeSource(db: Db, given: Given<typeof sources> = {}) {
  return insertRow(db, sources, {
    kind: "news",
    title: `Report ${unique()}`,
    publisher: "Carlisle Gazette",
    url: "https://gazette.example/report",
    publishedOn: "2026-03",
    ...given,
  });
}

export function makeProvider(db: Db, given: Given<typeof providers> = {}) {
  const name = given.name ?? `Provider ${unique()}`;
  return insertRow(db, providers, {
    name,
    slug: `provider-${unique()}`,
    legalForm: "company",
    publishedAt: new Date(),
    ...given,
  });
}

export function makeContract(db: Db, given: Given<typeof contracts> = {}) {
  return insertRow(db, contracts, {
    slug: `contract-${unique()}`,
    type: "unknown",
    publishedAt: new Date(),
    ...given,
  });
}

type PlaceParts = {
  address?: Given<typeof placeAddresses>;
  /** Areas the main address lies in. */
  areaIds?: readonly string[];
  /** An ODS organisation code, as a register gives it. */
  odsCode?: string | undefined;
};

/** A clinic with a main address at the Cumberland Infirmary's postcode. */
export async function makePlace(db: Db, given: Given<typeof places> = {}, parts: PlaceParts = {}) {
  const place = await insertRow(db, places, {
    name: `Clinic ${unique()}`,
    slug: `place-${unique()}`,
    kind: "clinic",
    publishedAt: new Date(),
    ...given,
  });
  const address = await insertRow(db, placeAddresses, {
    placeId: place.id,
    key: "main",
    isMain: true,
    lines: "Newtown Road",
    town: "Carlisle",
    postcode: "CA2 7HY",
    lon: -2.9578,
    lat: 54.8965,
    precision: "postcode",
    ...parts.address,
  });
  for (const areaId of parts.areaIds ?? []) {
    await insertRow(db, addressAreas, { addressId: address.id, areaId });
  }
  if (parts.odsCode) await makeRegisterEntry(db, { placeId: place.id, code: parts.odsCode });
  return { ...place, addressId: address.id };
}

/** A code of a place with the register's claim that gives it; an organisation's code, unless told otherwise. */
export async function makeRegisterEntry(
  db: Db,
  given: Omit<Given<typeof placeIdentifiers>, "placeId"> & { placeId: string; code: string },
  source: Given<typeof sources> = {},
  claim: Pick<Given<typeof claims>, "batchId" | "reportId"> = {},
) {
  const entry = await insertRow(db, placeIdentifiers, { scheme: "ods-organisation", ...given });
  const { placeId, scheme, code, validFrom: from, validTo: to } = entry;
  const register = await makeSource(db, {
    kind: "register",
    sourceKey: `register/test/${unique()}`,
    ...source,
  });
  await makeClaim(db, {
    recordType: "place",
    recordId: placeId,
    sourceId: register.id,
    field: "identifier",
    value: { scheme, code, from, to },
    ...claim,
  });
  return entry;
}

/** An operating service at a place of its own, run by a company of its own, unless given. */
export async function makeService(
  db: Db,
  given: Given<typeof services> = {},
  parts: { areaIds?: readonly string[] } = {},
) {
  const placeId = given.placeId === undefined ? (await makePlace(db)).id : given.placeId;
  const providerId = given.providerId === undefined ? (await makeProvider(db)).id : given.providerId;
  const service = await insertRow(db, services, {
    name: `Service ${unique()}`,
    slug: `service-${unique()}`,
    category: "diagnostics-and-scans",
    addressKey: placeId ? "main" : null,
    status: "operating",
    lastConfirmedOn: "2026-03-01",
    publishedAt: new Date(),
    ...given,
    placeId,
    providerId,
  });
  for (const areaId of parts.areaIds ?? [])
    await insertRow(db, serviceAreas, { serviceId: service.id, areaId });
  return service;
}

/** A claim that a record bears this name, unless told otherwise; its source is made when not given. */
export async function makeClaim(
  db: Db,
  given: Given<typeof claims> & Pick<typeof claims.$inferInsert, "recordType" | "recordId">,
) {
  return insertRow(db, claims, {
    field: "name",
    value: `Name ${unique()}`,
    says: "Says so.",
    confirmedOn: "2026-03-01",
    recordedBy: "test",
    ...given,
    sourceId: given.sourceId ?? (await makeSource(db)).id,
  });
}

/** Somebody with a confirmed address and no more rights than everyone. */
export function makeCampaigner(db: Db, given: Given<typeof campaigners> = {}) {
  return insertRow(db, campaigners, {
    email: `${unique()}@campaigner.example`,
    emailVerifiedAt: new Date(),
    practisedAt: new Date(),
    ...given,
  });
}

/** A whole, valid proposal of a new service. */
export function makeProposal(given: Partial<NewServiceProposal> = {}): NewServiceProposal {
  return {
    kind: "new-service",
    v: 1,
    category: "eye-care",
    placeId: null,
    placeName: "SpaMedica Carlisle",
    addressLines: "",
    town: "Carlisle",
    postcode: "CA1 2RW",
    naming: "named",
    providerName: "SpaMedica",
    providerKind: "company",
    commissionerName: "",
    contractType: "",
    startedOn: "",
    status: "operating",
    sources: [
      {
        kind: "official-statistics",
        title: "Consultant-led waiting times, April 2026",
        publisher: "NHS England",
        url: "https://www.england.nhs.uk/statistics/",
        publishedOn: "2026-06",
        says: "Lists SpaMedica Carlisle among the providers of ophthalmology.",
      },
    ],
    note: "",
    ...given,
  };
}

/** A submitted report with its first revision; the author is made when not given. */
export async function makeReport(
  db: Db,
  given: Given<typeof reports> = {},
  proposal: NewServiceProposal = makeProposal(),
) {
  const authorId = given.authorId ?? (await makeCampaigner(db)).id;
  const report = await insertRow(db, reports, {
    id: randomUUID(),
    kind: "new-service",
    state: "submitted",
    revision: 1,
    title: proposal.placeName,
    licenceAcceptedAt: new Date(),
    submittedAt: new Date(),
    ...given,
    authorId,
  });
  if (report.revision > 0)
    await insertRow(db, reportRevisions, { reportId: report.id, number: report.revision, proposal });
  return report;
}

/**
 * Reports that a search for their town finds, and nobody else's; the oldest first, a minute apart.
 * @param lastAuthor who sent the last of them; else each has an author of its own
 */
export async function makeWaitingReports(
  db: Db,
  count: number,
  lastAuthor?: string,
): Promise<{ town: string; ids: string[] }> {
  const town = `Sitting-${randomUUID().slice(0, 8)}`;
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const placeName = `Clinic ${number} of ${town}`;
    const providerName = `Provider ${number} of ${town}`;
    const proposal = makeProposal({ placeName, providerName, postcode: "", town });
    const submittedAt = new Date(Date.now() - (count - number) * 60_000);
    const author = lastAuthor !== undefined && number === count - 1 ? { authorId: lastAuthor } : {};
    const row = { title: `Eye care at ${placeName}`, submittedAt, ...author };
    ids.push((await makeReport(db, row, proposal)).id);
  }
  return { town, ids };
}
