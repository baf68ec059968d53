import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { makeArea, makeContract, makePlace, makeProvider, makeService } from "@/db/factories";
import { findRecordNames, listContractIds } from "@/db/queries/claims-read";
import { findHiddenNames } from "@/db/queries/hidden-names";
import { listNearbyServices } from "@/db/queries/nearby";
import { findPlace } from "@/db/queries/places";
import { findProvider, listGroupMembers, listProviders } from "@/db/queries/providers";
import { findPublicEntry } from "@/db/queries/public-entry";
import { listPublicNames } from "@/db/queries/public-names";
import {
  findServiceRow,
  listServices,
  listServicesAtPlace,
  listServicesInArea,
  listServicesOfProviders,
} from "@/db/queries/services";
import { listPublicPaths } from "@/db/queries/sitemap";
import { places, providers } from "@/db/schema/places";
import { serviceContracts } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import {
  PINNED_VISIBILITIES,
  PUBLIC_VISIBILITIES,
  VISIBILITIES,
  type Visibility,
} from "@/domain/services/service";

const db = testDb("owner");

/** Where `makePlace` puts a place. */
const HERE = { lon: -2.9578, lat: 54.8905 };
const NEAR = { within: 5_000, limit: 100 };

const shown = (visibility: Visibility) => (PUBLIC_VISIBILITIES as readonly Visibility[]).includes(visibility);
const named = (visibility: Visibility) => (PINNED_VISIBILITIES as readonly Visibility[]).includes(visibility);
const namesOf = async (kind: string) =>
  (await listPublicNames(db)).filter((found) => found.kind === kind).map(({ name }) => name);
const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);

/** A service that lies in an area and serves it, so that no query can miss it for another reason. */
async function makeWorld(given: { service?: Visibility; place?: Visibility; provider?: Visibility }) {
  const area = await makeArea(db);
  const place = await makePlace(
    db,
    { visibility: given.place, name: "Zebra Clinic", slug: "zebra-clinic" },
    { areaIds: [area.id] },
  );
  const provider = await makeProvider(db, {
    visibility: given.provider,
    name: "Okapi Ltd",
    slug: "okapi-ltd",
  });
  const service = await makeService(
    db,
    {
      placeId: place.id,
      providerId: provider.id,
      visibility: given.service,
      name: "Care at Zebra Clinic",
      slug: "care-at-zebra-clinic",
    },
    { areaIds: [area.id] },
  );
  return { area, place, provider, service };
}

describe.each(VISIBILITIES)("a service that is %s", (visibility) => {
  it("is counted only when it is public, and named only when it may have a pin", async () => {
    const { area, place, provider, service } = await makeWorld({ service: visibility });
    const expected = shown(visibility) ? [service.id] : [];
    expect(ids(await listServicesInArea(db, area.id))).toEqual(expected);
    expect(ids(await listServicesOfProviders(db, [provider.id]))).toEqual(expected);
    expect(ids(await listServices(db)).includes(service.id)).toBe(shown(visibility));
    expect(ids(await listServicesAtPlace(db, place.id))).toEqual(named(visibility) ? [service.id] : []);
    expect((await findServiceRow(db, service.slug))?.id).toBe(named(visibility) ? service.id : undefined);
    for (const ref of [service.id, service.slug])
      expect((await findPublicEntry(db, "service", ref)) !== undefined).toBe(named(visibility));
    expect(await namesOf("service")).toEqual(named(visibility) ? ["Care at Zebra Clinic"] : []);
    const paths = (await listPublicPaths(db)).map(({ path }) => path);
    expect(paths.includes(`/services/${service.slug}`)).toBe(named(visibility));
  });

  it("tells nothing of its place unless it may have a pin", async () => {
    const { area } = await makeWorld({ service: visibility });
    const [row] = await listServicesInArea(db, area.id);
    if (named(visibility))
      expect(row).toMatchObject({ name: "Care at Zebra Clinic", place: { slug: "zebra-clinic" } });
    else
      expect(JSON.stringify(row ?? {})).not.toMatch(/zebra-clinic|Zebra Clinic|CA2 7HY|Newtown|54\.8|-2\.9/);
  });
});

describe.each(VISIBILITIES)("a place that is %s", (visibility) => {
  it("has a page and a name only when it may have a pin", async () => {
    const { area, place, service } = await makeWorld({ place: visibility });
    expect((await findPlace(db, place.slug))?.id).toBe(named(visibility) ? place.id : undefined);
    expect((await findPublicEntry(db, "place", place.slug)) !== undefined).toBe(named(visibility));
    expect(await namesOf("place")).toEqual(named(visibility) ? ["Zebra Clinic"] : []);
    expect((await findRecordNames(db, [place.id])).has(place.id)).toBe(named(visibility));
    const paths = (await listPublicPaths(db)).map(({ path }) => path);
    expect(paths.includes("/places/zebra-clinic")).toBe(named(visibility));
    const rows = await listServicesInArea(db, area.id);
    expect(ids(rows)).toEqual(shown(visibility) ? [service.id] : []);
    expect(rows[0]?.place?.slug).toBe(named(visibility) ? "zebra-clinic" : undefined);
    expect(rows[0]?.position?.lon).toBe(named(visibility) ? -2.9578 : undefined);
  });
});

describe.each(VISIBILITIES)("a provider that is %s", (visibility) => {
  it("has a page and a name only when it may have one", async () => {
    const { area, provider } = await makeWorld({ provider: visibility });
    expect((await findProvider(db, provider.slug))?.id).toBe(named(visibility) ? provider.id : undefined);
    expect((await findPublicEntry(db, "provider", provider.id)) !== undefined).toBe(named(visibility));
    expect(await namesOf("provider")).toEqual(named(visibility) ? ["Okapi Ltd"] : []);
    expect((await findRecordNames(db, [provider.id])).has(provider.id)).toBe(named(visibility));
    const paths = (await listPublicPaths(db)).map(({ path }) => path);
    expect(paths.includes("/providers/okapi-ltd")).toBe(named(visibility));
    const [row] = await listServicesInArea(db, area.id);
    expect(row?.provider?.name).toBe(named(visibility) ? "Okapi Ltd" : undefined);
    expect((await listServicesOfProviders(db, [provider.id])).length).toBe(named(visibility) ? 1 : 0);
  });

  it("does not show through an organisation of its group", async () => {
    const owner = await makeProvider(db, { visibility });
    const owned = await makeProvider(db, { parentId: owner.id });
    const page = await findProvider(db, owned.slug);
    expect(page?.parent?.slug).toBe(named(visibility) ? owner.slug : undefined);
    const listed = (await listProviders(db)).map(({ id, parentId }) => [id, parentId]);
    expect(listed).toEqual(expect.arrayContaining([[owned.id, named(visibility) ? owner.id : null]]));
    expect(listed.some(([id]) => id === owner.id)).toBe(named(visibility));
  });

  it("does not show in the group that it belongs to, and what belongs to it still does", async () => {
    const top = await makeProvider(db);
    const owned = await makeProvider(db, { visibility, parentId: top.id });
    const below = await makeProvider(db, { parentId: owned.id });
    const shownIds = ids(await listGroupMembers(db, top.id));
    expect(shownIds.toSorted()).toEqual([...(named(visibility) ? [owned.id] : []), below.id].toSorted());
  });
});

it.each(VISIBILITIES)("a contract that is %s is listed only when it is public", async (visibility) => {
  const service = await makeService(db);
  const contract = await makeContract(db, { visibility });
  await link(db, service.id, contract.id);
  expect(await listContractIds(db, service.id)).toEqual(named(visibility) ? [contract.id] : []);
  expect((await findRecordNames(db, [contract.id])).has(contract.id)).toBe(named(visibility));
});

describe.each(VISIBILITIES)("a published service whose place is %s", (visibility) => {
  it("is told of by no query unless the place may have a name", async () => {
    const { area, place, provider, service } = await makeWorld({ place: visibility });
    const told = JSON.stringify([
      await listServices(db),
      await listServicesInArea(db, area.id),
      await listServicesOfProviders(db, [provider.id]),
      await listServicesAtPlace(db, place.id),
      (await findServiceRow(db, service.slug)) ?? null,
      (await findPlace(db, place.slug)) ?? null,
      await listPublicNames(db),
      await listNearbyServices(db, HERE, NEAR),
      await listPublicPaths(db),
      [...(await findRecordNames(db, [place.id]))],
    ]);
    if (named(visibility)) expect(told).toContain("Zebra Clinic");
    else expect(told).not.toMatch(/zebra-clinic|Zebra Clinic|54\.89/);
    expect(await namesOf("service")).toEqual(named(visibility) ? ["Care at Zebra Clinic"] : []);
    expect(ids(await listServices(db)).includes(service.id)).toBe(shown(visibility));
    expect((await findServiceRow(db, service.slug)) !== undefined).toBe(named(visibility));
    const pinned = (await listServices(db)).filter((row) => row.position !== null && row.slug !== null);
    expect(ids(pinned).includes(service.id)).toBe(named(visibility));
  });
});

describe.each(VISIBILITIES)("a published service whose provider is %s", (visibility) => {
  it("is listed, but no query tells the provider's name unless it may have one", async () => {
    const { area, place, provider, service } = await makeWorld({ provider: visibility });
    const row = await findServiceRow(db, service.slug);
    const told = JSON.stringify([
      await listServices(db),
      await listServicesInArea(db, area.id),
      await listServicesOfProviders(db, [provider.id]),
      await listServicesAtPlace(db, place.id),
      row ?? null,
      (await findProvider(db, provider.slug)) ?? null,
      await listPublicNames(db),
      await listNearbyServices(db, HERE, NEAR),
      await listPublicPaths(db),
      [...(await findRecordNames(db, [provider.id]))],
    ]);
    if (named(visibility)) expect(told).toContain("Okapi Ltd");
    else expect(told).not.toMatch(/okapi-ltd|Okapi Ltd/);
    expect(row?.id).toBe(service.id);
    expect(row?.isProviderHidden).toBe(!named(visibility));
    expect(await namesOf("service")).toEqual(["Care at Zebra Clinic"]);
    expect(await findHiddenNames(db, [provider.id, place.id])).toEqual(
      named(visibility) ? new Map() : new Map([[provider.id, "Okapi Ltd"]]),
    );
  });
});

it("does not hide the name of a provider that was merged into a public one", async () => {
  const { provider, place } = await makeWorld({ provider: "merged", place: "withheld" });
  const target = await makeProvider(db, { name: "Yak Ltd" });
  await db.update(providers).set({ mergedInto: target.id }).where(eq(providers.id, provider.id));
  expect(await findHiddenNames(db, [provider.id, place.id])).toEqual(new Map([[place.id, "Zebra Clinic"]]));
});

it("calls no provider hidden that no source names", async () => {
  const { slug } = await makeService(db, { providerId: null });
  expect(await findServiceRow(db, slug)).toMatchObject({ provider: null, isProviderHidden: false });
});

it("follows a service's merged place to the one that stands", async () => {
  const target = await makePlace(db, { visibility: "withheld" });
  const { place, service } = await makeWorld({ place: "merged" });
  await db.update(places).set({ mergedInto: target.id }).where(eq(places.id, place.id));
  expect(await namesOf("service")).toEqual([]);
  await db.update(places).set({ visibility: "published" }).where(eq(places.id, target.id));
  expect(await namesOf("service")).toEqual([service.name]);
  expect((await findServiceRow(db, service.slug))?.place?.slug).toBe(target.slug);
});

async function link(owner: Db, serviceId: string, contractId: string): Promise<void> {
  await owner.insert(serviceContracts).values({ serviceId, contractId });
}
