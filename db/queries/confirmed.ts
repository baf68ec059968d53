import { isNotNull, isNull, or, type SQL } from "drizzle-orm";
import type { complaints } from "@/db/schema/brake";
import type { tips } from "@/db/schema/tips";

/** What needed no link to be opened, or whose link was: nothing else is read by a moderator. */
export function isConfirmed({ confirmHash, confirmedAt }: typeof complaints | typeof tips): SQL | undefined {
  return or(isNull(confirmHash), isNotNull(confirmedAt));
}
