import { AUDIT_ACTIONS, type AuditAction } from "@/domain/audit/action";
import type messages from "@/messages/en/moderation.json";

type ActionKey = keyof typeof messages.actions;
const known = new Set<string>([
  "report_drafted",
  "report_submitted",
  "report_edited",
  "report_withdrawn",
  "report_discarded",
  "report_held",
  "report_renewed",
  "report_passed-on",
  "report_taken-over",
  "report_released",
  "report_expired",
  "report_approved",
  "report_sent-for-second",
  "report_confirmed",
  "report_returned",
  "report_rejected",
  "report_changes-requested",
  "report_marked-duplicate",
  "report_reopened",
  "report_taken-back",
  "report_appealed",
  "report_reviewed",
  "report_message",
  "complaint_answered",
  "report_set-aside",
  "report_brought-back",
] satisfies ActionKey[]);

/** The key of an action's words: a dot would begin a deeper level of the catalogue. */
export function actionKey(action: AuditAction): ActionKey {
  const key = action.replace(".", "_");
  return known.has(key) ? (key as ActionKey) : "other";
}

/** Every action with its key. */
export const ACTION_KEYS: Readonly<Record<string, ActionKey>> = Object.fromEntries(
  AUDIT_ACTIONS.map((action) => [action, actionKey(action)]),
);
