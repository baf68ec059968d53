import {
  date,
  doublePrecision,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  real,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, id } from "@/db/schema/columns";
import { AREA_KINDS, NATIONS } from "@/domain/areas/area";

export const areaKind = pgEnum("area_kind", AREA_KINDS);
export const nation = pgEnum("nation", NATIONS);

/** Where reference data comes from; its vintage is shown wherever it is used. */
export const datasets = pgTable("datasets", {
  key: text("key").primaryKey(),
  title: text("title").notNull(),
  publisher: text("publisher").notNull(),
  licence: text("licence").notNull(),
  attribution: text("attribution").notNull(),
  url: text("url").notNull(),
  vintage: text("vintage").notNull(),
  rows: integer("rows").notNull(),
  contentHash: text("content_hash").notNull(),
  loadedAt: at("loaded_at").notNull().defaultNow(),
});

/** An area has its own id: a code is unique only with its kind and first day. */
export const areas = pgTable(
  "areas",
  {
    id: id(),
    kind: areaKind("kind").notNull(),
    code: text("code").notNull(),
    odsCode: text("ods_code"),
    slug: text("slug").notNull(),
    nameEn: text("name_en").notNull(),
    nameCy: text("name_cy"),
    nation: nation("nation").notNull(),
    lon: doublePrecision("lon").notNull(),
    lat: doublePrecision("lat").notNull(),
    west: doublePrecision("west").notNull(),
    south: doublePrecision("south").notNull(),
    east: doublePrecision("east").notNull(),
    north: doublePrecision("north").notNull(),
    population: integer("population"),
    populationYear: integer("population_year"),
    validFrom: date("valid_from", { mode: "string" }),
    validTo: date("valid_to", { mode: "string" }),
    createdAt: createdAt(),
  },
  (table) => [
    unique("areas_kind_code_from").on(table.kind, table.code, table.validFrom).nullsNotDistinct(),
    unique("areas_kind_slug").on(table.kind, table.slug),
    index("areas_code").on(table.code),
  ],
);

/** `share` (0 to 1) of the old area that went to the new one, by the measure that `basis` names. */
export const areaSuccessors = pgTable(
  "area_successors",
  {
    fromId: uuid("from_id")
      .notNull()
      .references(() => areas.id),
    toId: uuid("to_id")
      .notNull()
      .references(() => areas.id),
    share: real("share"),
    basis: text("basis").notNull(),
  },
  (table) => [primaryKey({ columns: [table.fromId, table.toId] })],
);

/** `share` (0 to 1) of the area's unit postcodes that lie in the other one. */
export const areaOverlaps = pgTable(
  "area_overlaps",
  {
    areaId: uuid("area_id")
      .notNull()
      .references(() => areas.id),
    otherId: uuid("other_id")
      .notNull()
      .references(() => areas.id),
    share: real("share").notNull(),
  },
  (table) => [primaryKey({ columns: [table.areaId, table.otherId] })],
);

/** The Member of Parliament of a constituency, as of the dataset's day. */
export const representatives = pgTable("representatives", {
  areaId: uuid("area_id")
    .primaryKey()
    .references(() => areas.id),
  name: text("name").notNull(),
  party: text("party").notNull(),
  url: text("url").notNull(),
  parliamentId: text("parliament_id"),
  since: date("since", { mode: "string" }),
  asOf: text("as_of").notNull(),
  datasetKey: text("dataset_key")
    .notNull()
    .references(() => datasets.key),
});
