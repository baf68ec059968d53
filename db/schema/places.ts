import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  date,
  doublePrecision,
  index,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { areas } from "@/db/schema/areas";
import { at, createdAt, id, version } from "@/db/schema/columns";
import { batches, sources } from "@/db/schema/sources";
import { COMMISSIONER_KINDS } from "@/domain/contracts/contract";
import { IDENTIFIER_SCHEMES, PLACE_KINDS, POSITION_PRECISIONS } from "@/domain/places/place";
import { CHECK_PROOFS, CHECK_RESULTS } from "@/domain/places/place-check";
import type { StoredOperator } from "@/domain/places/place-operator";
import { LEGAL_FORMS } from "@/domain/providers/legal-form";
import { OWNER_CLASSES } from "@/domain/providers/owner-class";
import type { RegistrationDoubt } from "@/domain/registrations/doubts";
import { REGISTERED_FORMS } from "@/domain/registrations/registration";
import { VISIBILITIES } from "@/domain/services/service";

export const placeKind = pgEnum("place_kind", PLACE_KINDS);
export const positionPrecision = pgEnum("position_precision", POSITION_PRECISIONS);
export const identifierScheme = pgEnum("identifier_scheme", IDENTIFIER_SCHEMES);
export const visibility = pgEnum("visibility", VISIBILITIES);
export const legalForm = pgEnum("legal_form", LEGAL_FORMS);
export const ownerClass = pgEnum("owner_class", OWNER_CLASSES);
export const registeredForm = pgEnum("registered_form", REGISTERED_FORMS);
export const commissionerKind = pgEnum("commissioner_kind", COMMISSIONER_KINDS);
export const checkResult = pgEnum("check_result", CHECK_RESULTS);
export const checkProof = pgEnum("check_proof", CHECK_PROOFS);

/** What imported and reported records share: where they came from and when they were public. */
const provenance = () => ({
  visibility: visibility("visibility").notNull().default("published"),
  publishedAt: at("published_at"),
  withdrawnAt: at("withdrawn_at"),
  batchId: uuid("batch_id").references(() => batches.id),
  /** The row's own key in the batch's source, and a hash of what it said, so that a second load changes nothing. */
  sourceKey: text("source_key").unique(),
  contentHash: text("content_hash"),
  version: version(),
  createdAt: createdAt(),
});

/** `name`, `nameCy`, `kind` and `operator` are projections of claims. */
export const places = pgTable("places", {
  id: id(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  nameCy: text("name_cy"),
  kind: placeKind("kind").notNull(),
  /** Whose it is by a register, with the day for which that speaks. */
  operator: jsonb("operator").$type<StoredOperator>(),
  mergedInto: uuid("merged_into").references((): AnyPgColumn => places.id),
  ...provenance(),
});

/** Projection of the place's "identifier" claims. */
export const placeIdentifiers = pgTable(
  "place_identifiers",
  {
    placeId: uuid("place_id")
      .notNull()
      .references(() => places.id),
    scheme: identifierScheme("scheme").notNull(),
    code: text("code").notNull(),
    validFrom: date("valid_from", { mode: "string" }),
    validTo: date("valid_to", { mode: "string" }),
    /** False where the register that listed it does not any more, and gives no day. */
    isListed: boolean("is_listed").notNull().default(true),
  },
  (table) => [
    primaryKey({ columns: [table.placeId, table.scheme, table.code] }),
    index("place_identifiers_code").on(table.scheme, table.code),
  ],
);

/** Projection of the place's "address" claims; `key` is "main" or a branch's own. */
export const placeAddresses = pgTable(
  "place_addresses",
  {
    id: id(),
    placeId: uuid("place_id")
      .notNull()
      .references(() => places.id),
    key: text("key").notNull(),
    isMain: boolean("is_main").notNull(),
    lines: text("lines").notNull(),
    town: text("town").notNull(),
    postcode: text("postcode").notNull(),
    lon: doublePrecision("lon"),
    lat: doublePrecision("lat"),
    precision: positionPrecision("precision"),
  },
  (table) => [
    unique("place_addresses_key").on(table.placeId, table.key),
    index("place_addresses_postcode").on(table.postcode),
    index("place_addresses_position").on(table.lat, table.lon),
    // "newcastle" finds Newcastle upon Tyne too.
    index("place_addresses_town").on(sql`lower(${table.town}) text_pattern_ops`),
  ],
);

/** The areas a placed address lies in: assigned by its postcode or point, one row per kind. */
export const addressAreas = pgTable(
  "address_areas",
  {
    addressId: uuid("address_id")
      .notNull()
      .references(() => placeAddresses.id, { onDelete: "cascade" }),
    areaId: uuid("area_id")
      .notNull()
      .references(() => areas.id),
  },
  (table) => [
    primaryKey({ columns: [table.addressId, table.areaId] }),
    index("address_areas_area").on(table.areaId),
  ],
);

/** A place looked at on a day. Due again after twelve months. */
export const checks = pgTable(
  "checks",
  {
    id: id(),
    placeId: uuid("place_id")
      .notNull()
      .references(() => places.id),
    checkedOn: date("checked_on", { mode: "string" }).notNull(),
    result: checkResult("result").notNull(),
    proof: checkProof("proof").notNull(),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => sources.id),
    dueAgainOn: date("due_again_on", { mode: "string" }).notNull(),
    /** The change that it came with (`record_changes`): undone with it. */
    batchId: uuid("batch_id").references(() => batches.id),
    recordedBy: text("recorded_by").notNull(),
    recordedAt: at("recorded_at").notNull().defaultNow(),
  },
  (table) => [index("checks_place").on(table.placeId)],
);

/** Name, form and owners are projections of claims. There is no placeholder row for "not named". */
export const providers = pgTable("providers", {
  id: id(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  legalForm: legalForm("legal_form"),
  owners: text("owners"),
  /** Null is "no source yet". */
  ownerClass: ownerClass("owner_class"),
  about: text("about"),
  website: text("website"),
  companiesHouseNumber: text("companies_house_number"),
  parentId: uuid("parent_id").references((): AnyPgColumn => providers.id),
  mergedInto: uuid("merged_into").references((): AnyPgColumn => providers.id),
  ...provenance(),
});

/**
 * Projection of the place's "registration" claims: a row for each unbroken run of one provider, with its newest registration. That of
 * a partnership or a person has no provider: nobody is named.
 */
export const placeRegistrations = pgTable(
  "place_registrations",
  {
    placeId: uuid("place_id")
      .notNull()
      .references(() => places.id),
    /** The regulator's number of the location. */
    locationId: text("location_id").notNull(),
    form: registeredForm("form").notNull(),
    registeredOn: date("registered_on", { mode: "string" }).notNull(),
    since: date("since", { mode: "string" }).notNull(),
    endedOn: date("ended_on", { mode: "string" }),
    providerId: uuid("provider_id").references(() => providers.id),
    isLatest: boolean("is_latest").notNull(),
    doubts: text("doubts").array().$type<RegistrationDoubt[]>().notNull(),
    /** The day for which the register speaks. */
    confirmedOn: date("confirmed_on", { mode: "string" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.placeId, table.locationId] }),
    index("place_registrations_location").on(table.locationId),
    index("place_registrations_provider").on(table.providerId),
  ],
);

export const commissioners = pgTable("commissioners", {
  id: id(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  kind: commissionerKind("kind").notNull(),
  odsCode: text("ods_code"),
  areaId: uuid("area_id").references(() => areas.id),
  successorId: uuid("successor_id").references((): AnyPgColumn => commissioners.id),
  ...provenance(),
});
