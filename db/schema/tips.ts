import { sql } from "drizzle-orm";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { areas } from "@/db/schema/areas";
import { at, createdAt, id, version } from "@/db/schema/columns";
import { reports } from "@/db/schema/reports";
import { senderColumns } from "@/db/schema/sender-columns";
import { textWords } from "@/db/schema/text-words";

/** "This is missing here", from anybody. Without a link it is a lead. Nothing of it is public. */
export const tips = pgTable(
  "tips",
  {
    id: id(),
    /** The area whose page it was sent from. */
    areaId: uuid("area_id").references(() => areas.id),
    /** The town, practice or postcode that was typed. */
    whereabouts: text("whereabouts").notNull(),
    /** Can hold personal data; emptied some time after the tip was closed. */
    says: text("says").notNull(),
    ...senderColumns(),
    createdAt: createdAt(),
    /** What campaigners read of it, in a moderator's words; null until one shows it. */
    shown: text("shown"),
    shownAt: at("shown_at"),
    shownBy: text("shown_by"),
    /** The report that somebody made of it. */
    reportId: uuid("report_id").references(() => reports.id, { onDelete: "set null" }),
    closedAt: at("closed_at"),
    closedBy: text("closed_by"),
    /** What its sender was told. */
    answer: text("answer"),
    version: version(),
  },
  (table) => [
    index("tips_waiting").on(table.closedAt, table.createdAt),
    index("tips_words")
      .using("gin", textWords(table.whereabouts, table.says))
      .where(sql`${table.closedAt} is null`),
  ],
);
