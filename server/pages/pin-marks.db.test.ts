import { expect, it } from "vitest";
import { makeArea, makePlace, makeProvider, makeService } from "@/db/factories";
import { placeIdentifiers } from "@/db/schema/places";
import { testDb } from "@/db/testing";
import { readMapAddress } from "@/domain/map/map-address";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { allServices } from "@/server/pages/all-services";
import { mapPageOf } from "@/server/pages/load-map-page";
import { mapData } from "@/server/pages/map-data";
import { detailsOf } from "@/server/pages/map-file-answer";

const db = testDb();

it("the map's filter, list and cards know what is no longer listed, doubtful and disputed", async () => {
  const area = await makeArea(db, { kind: "constituency" });
  const provider = await makeProvider(db, { legalForm: "company" });
  const made = async (slug: string, service: Parameters<typeof makeService>[1], endedOn: string | null) => {
    const place = await makePlace(
      db,
      { name: slug },
      { areaIds: [area.id], address: { lon: -2.95, lat: 54.89, precision: "site" } },
    );
    await db
      .insert(placeIdentifiers)
      .values({ placeId: place.id, scheme: "ods-organisation", code: slug, validTo: endedOn });
    await makeService(db, { name: slug, slug, placeId: place.id, providerId: provider.id, ...service });
  };
  const doubt = { mayHaveEnded: "register-entry-ended", lastConfirmedOn: "2020-01-01" };
  await made("over", doubt, "2021-01-01");
  await made("doubted", doubt, null);
  await made("disputed", { visibility: "disputed" }, null);
  await made("quiet", { quietIn: "2026-04" }, null);
  const [data, services] = [await mapData(db), await allServices(db)];
  const listed = (query: string) =>
    mapPageOf(data, services, readMapAddress(query), DEFAULT_DEFINITION)
      .rows.map(({ slug }) => slug)
      .sort();
  expect(listed("?status=operating")).toEqual(["disputed", "doubted"]);
  expect(listed("?status=no-longer-listed")).toEqual(["over"]);
  expect(listed("?status=little-activity")).toEqual(["quiet"]);
  const cards = new Map(data.rows.map((row) => [row.slug, detailsOf(row, () => "")]));
  expect(cards.get("over")).toMatchObject({
    status: "no-longer-listed",
    mayHaveEnded: false,
    disputed: false,
  });
  expect(cards.get("doubted")).toMatchObject({ status: "operating", mayHaveEnded: true, disputed: false });
  expect(cards.get("disputed")).toMatchObject({ status: "operating", mayHaveEnded: false, disputed: true });
});
