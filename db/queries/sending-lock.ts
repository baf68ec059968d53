import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** Any number that no other lock of ours has. */
const SENDING_LOCK = 7_061_913;

/** Until the transaction ends, nobody else stores what is sent without an account: of two at once the second sees the first. */
export async function lockSending(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${SENDING_LOCK})`);
}
