import { index, pgEnum, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { campaigners } from "@/db/schema/campaigners";
import { at } from "@/db/schema/columns";
import { TASK_KINDS } from "@/domain/to-do/task";

export const taskKind = pgEnum("task_kind", TASK_KINDS);

/** Who looks at what, until when. A row whose time is over is free for anybody. */
export const takenTasks = pgTable(
  "taken_tasks",
  {
    kind: taskKind("kind").notNull(),
    /** A place, provider, service or contract, as the kind says. */
    recordId: uuid("record_id").notNull(),
    campaignerId: uuid("campaigner_id")
      .notNull()
      .references(() => campaigners.id),
    until: at("until").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.recordId] }),
    index("taken_tasks_campaigner").on(table.campaignerId),
  ],
);
