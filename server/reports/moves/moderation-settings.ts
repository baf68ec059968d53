import { z } from "zod";
import type { Db } from "@/db/client";
import { findSetting } from "@/db/queries/settings";
import {
  DEFAULT_SECOND_PERSON_RULES,
  SECOND_PERSON_RULES,
  type SecondPersonRule,
} from "@/domain/reports/second-person";

const holdMinutesSchema = z
  .number()
  .int()
  .min(1)
  .max(24 * 60);
const rulesSchema = z.array(z.enum(SECOND_PERSON_RULES as [SecondPersonRule, ...SecondPersonRule[]]));

const DEFAULT_HOLD_MINUTES = 30;

/** How long a hold lasts: setting "moderation.hold-minutes", 30 unless set. A value that makes no sense is ignored. */
export async function loadHoldMinutes(db: Db): Promise<number> {
  const parsed = holdMinutesSchema.safeParse(await findSetting(db, "moderation.hold-minutes"));
  return parsed.success ? parsed.data : DEFAULT_HOLD_MINUTES;
}

/** The rules in use that ask for two people: setting "moderation.two-people", a list of their names. */
export async function loadSecondPersonRules(db: Db): Promise<readonly SecondPersonRule[]> {
  const parsed = rulesSchema.safeParse(await findSetting(db, "moderation.two-people"));
  return parsed.success ? parsed.data : DEFAULT_SECOND_PERSON_RULES;
}

/** When a hold that begins now runs out. */
export async function holdUntil(db: Db, now: Date): Promise<Date> {
  return new Date(now.getTime() + (await loadHoldMinutes(db)) * 60_000);
}
