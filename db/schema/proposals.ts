import { date, index, jsonb, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, version } from "@/db/schema/columns";
import { places } from "@/db/schema/places";
import { batches, sources } from "@/db/schema/sources";
import { PROPOSAL_STATES } from "@/domain/registrations/proposal";
import type { SaidRegistration } from "@/domain/registrations/said";

export const proposalState = pgEnum("proposal_state", PROPOSAL_STATES);

/**
 * What an edition of a register says of a place and what nothing here says yet: somebody else is registered. A moderator takes it over or
 * leaves things as they are. Of an undone import it stays, and is shown to nobody.
 */
export const registrationProposals = pgTable(
  "registration_proposals",
  {
    id: id(),
    placeId: uuid("place_id")
      .notNull()
      .references(() => places.id),
    batchId: uuid("batch_id")
      .notNull()
      .references(() => batches.id),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => sources.id),
    /** The day for which the edition speaks. */
    speaksOf: date("speaks_of", { mode: "string" }).notNull(),
    /** The location of the latest registration that was held. */
    heldLocationId: text("held_location_id").notNull(),
    /** The oldest first. */
    said: jsonb("said").$type<SaidRegistration[]>().notNull(),
    state: proposalState("state").notNull().default("open"),
    decidedBy: text("decided_by"),
    decidedAt: at("decided_at"),
    reason: text("reason"),
    version: version(),
    createdAt: createdAt(),
  },
  (table) => [
    unique("registration_proposals_once").on(table.batchId, table.placeId),
    index("registration_proposals_place").on(table.placeId),
  ],
);
