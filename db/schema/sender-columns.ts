import { sql } from "drizzle-orm";
import { text } from "drizzle-orm/pg-core";
import { at } from "@/db/schema/columns";
import type { SenderFlag } from "@/domain/senders/sender";

/** What is kept with everything that can be sent without an account; each call makes fresh columns. */
export const senderColumns = () => ({
  /** For the receipt and the answer; removed some time after that. */
  email: text("email"),
  /** A page that says so, as typed. */
  link: text("link"),
  flags: text("flags").array().$type<SenderFlag[]>().notNull().default(sql`'{}'`),
  /** Of the mailed link that confirms it; null where there was no need of one. */
  confirmHash: text("confirm_hash").unique(),
  /** Without one, nobody reads what has a link to be opened. */
  confirmedAt: at("confirmed_at"),
  /** When all that its sender sent was emptied for good; closed then, if it was not before. */
  erasedAt: at("erased_at"),
});
