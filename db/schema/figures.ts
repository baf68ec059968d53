import { date, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { areas } from "@/db/schema/areas";
import { createdAt, id } from "@/db/schema/columns";
import { services } from "@/db/schema/services";
import type { Counts } from "@/domain/figures/count";

/** A count for an area on a day under a definition, frozen with its rows. */
export const figures = pgTable("figures", {
  id: id(),
  slug: text("slug").notNull().unique(),
  areaId: uuid("area_id").references(() => areas.id),
  countedOn: date("counted_on", { mode: "string" }).notNull(),
  definition: text("definition").notNull(),
  counts: jsonb("counts").$type<Counts>().notNull(),
  note: text("note"),
  createdAt: createdAt(),
});

/** `row` is emptied when its record is withheld or erased; the number stays. */
export const figureRows = pgTable(
  "figure_rows",
  {
    figureId: uuid("figure_id")
      .notNull()
      .references(() => figures.id),
    serviceId: uuid("service_id")
      .notNull()
      .references(() => services.id),
    row: jsonb("row"),
  },
  (table) => [primaryKey({ columns: [table.figureId, table.serviceId] })],
);
