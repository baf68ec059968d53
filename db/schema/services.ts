import {
  type AnyPgColumn,
  bigint,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { areas } from "@/db/schema/areas";
import { at, createdAt, id, version } from "@/db/schema/columns";
import { commissioners, places, providers, visibility } from "@/db/schema/places";
import { batches, recordType } from "@/db/schema/sources";
import { AWARD_ROUTES, CONTRACT_TYPES } from "@/domain/contracts/contract";
import { PROVIDER_KINDS } from "@/domain/providers/legal-form";
import { SERVICE_CATEGORIES } from "@/domain/services/category";
import { SERVICE_STATUSES } from "@/domain/services/service";

export const serviceCategory = pgEnum("service_category", SERVICE_CATEGORIES);
export const serviceStatus = pgEnum("service_status", SERVICE_STATUSES);
export const providerKind = pgEnum("provider_kind", PROVIDER_KINDS);
export const contractType = pgEnum("contract_type", CONTRACT_TYPES);
export const awardRoute = pgEnum("award_route", AWARD_ROUTES);

/** One category of care at one place, run by one provider, for one tenure: the pin. Columns project its claims. */
export const services = pgTable(
  "services",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    category: serviceCategory("category").notNull(),
    /** Null where it has no single place: it then serves areas. */
    placeId: uuid("place_id").references(() => places.id),
    addressKey: text("address_key"),
    /** Null where no source names the provider: a full answer, not a gap. */
    providerId: uuid("provider_id").references(() => providers.id),
    providerKind: providerKind("provider_kind"),
    commissionerId: uuid("commissioner_id").references(() => commissioners.id),
    status: serviceStatus("status").notNull(),
    startedOn: text("started_on"),
    endedOn: text("ended_on"),
    mayHaveEnded: text("may_have_ended"),
    /** The month of its newest figures where they are little or no activity (domain/services/running.ts); else null. */
    quietIn: text("quiet_in"),
    /** The day a source last said who runs it (domain/claims/projection.ts), never that of a doubt. */
    lastConfirmedOn: text("last_confirmed_on"),
    visibility: visibility("visibility").notNull().default("published"),
    publishedAt: at("published_at"),
    withdrawnAt: at("withdrawn_at"),
    successorId: uuid("successor_id").references((): AnyPgColumn => services.id),
    mergedInto: uuid("merged_into").references((): AnyPgColumn => services.id),
    batchId: uuid("batch_id").references(() => batches.id),
    sourceKey: text("source_key").unique(),
    contentHash: text("content_hash"),
    version: version(),
    createdAt: createdAt(),
  },
  (table) => [
    index("services_place").on(table.placeId),
    index("services_provider").on(table.providerId),
    index("services_twin").on(table.placeId, table.category, table.providerId),
  ],
);

/** Areas a service serves; a projection of its "serves-area" claims. */
export const serviceAreas = pgTable(
  "service_areas",
  {
    serviceId: uuid("service_id")
      .notNull()
      .references(() => services.id),
    areaId: uuid("area_id")
      .notNull()
      .references(() => areas.id),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.areaId] }),
    index("service_areas_area").on(table.areaId),
  ],
);

export const contracts = pgTable("contracts", {
  id: id(),
  slug: text("slug").notNull().unique(),
  type: contractType("type").notNull(),
  awardRoute: awardRoute("award_route").notNull().default("unknown"),
  noticeReference: text("notice_reference"),
  covers: text("covers"),
  holderId: uuid("holder_id").references(() => providers.id),
  commissionerId: uuid("commissioner_id").references(() => commissioners.id),
  startsOn: text("starts_on"),
  endsOn: text("ends_on"),
  valuePounds: bigint("value_pounds", { mode: "number" }),
  visibility: visibility("visibility").notNull().default("published"),
  publishedAt: at("published_at"),
  withdrawnAt: at("withdrawn_at"),
  batchId: uuid("batch_id").references(() => batches.id),
  sourceKey: text("source_key").unique(),
  contentHash: text("content_hash"),
  version: version(),
  createdAt: createdAt(),
});

/** One contract can cover many services; a projection of the services' "contract" claims. */
export const serviceContracts = pgTable(
  "service_contracts",
  {
    serviceId: uuid("service_id")
      .notNull()
      .references(() => services.id),
    contractId: uuid("contract_id")
      .notNull()
      .references(() => contracts.id),
  },
  (table) => [primaryKey({ columns: [table.serviceId, table.contractId] })],
);

/** Where an address of ours used to lead; a renamed or merged record's old address still answers. */
export const slugHistory = pgTable(
  "slug_history",
  {
    recordType: recordType("record_type").notNull(),
    slug: text("slug").notNull(),
    recordId: uuid("record_id").notNull(),
  },
  (table) => [unique("slug_history_once").on(table.recordType, table.slug)],
);
