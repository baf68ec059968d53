/** `product.md`, Reports. The list feeds the Postgres enum, the badge and the tests. */
export const REPORT_STATES = [
  "draft",
  "submitted",
  "in-review",
  "awaiting-second",
  "changes-requested",
  "approved",
  "rejected",
  "duplicate",
  "withdrawn",
] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** Not decided yet, or waiting for its author. */
export const WAITING_STATES = [
  "submitted",
  "in-review",
  "awaiting-second",
  "changes-requested",
] as const satisfies readonly ReportState[];

export const REPORT_MOVES = [
  "submit",
  "discard",
  "edit",
  "withdraw",
  "hold",
  "renew",
  "pass-on",
  "take-over",
  "release",
  "expire",
  "approve",
  "send-for-second",
  "reject",
  "request-changes",
  "mark-duplicate",
  "confirm",
  "return",
  "resubmit",
  "appeal",
  "reopen",
  "take-back",
] as const;
export type ReportMove = (typeof REPORT_MOVES)[number];

/**
 * Who may make a move:
 * author; a moderator who is free to take it (`moderator`); the one who holds it (`holder`); a moderator other than the
 * first decider (`second`); a moderator other than the holder (`other-moderator`); a job of ours (`system`).
 */
export type Mover = "author" | "moderator" | "holder" | "other-moderator" | "second" | "system";

type MoveRule = { from: ReportState; to: ReportState | "gone"; by: Mover };

/** The whole table. A move that is not here cannot happen. */
export const MOVE_RULES: Readonly<Record<ReportMove, readonly MoveRule[]>> = {
  submit: [{ from: "draft", to: "submitted", by: "author" }],
  discard: [{ from: "draft", to: "gone", by: "author" }],
  edit: [
    { from: "draft", to: "draft", by: "author" },
    { from: "submitted", to: "submitted", by: "author" },
    { from: "changes-requested", to: "changes-requested", by: "author" },
  ],
  withdraw: [
    { from: "submitted", to: "withdrawn", by: "author" },
    { from: "changes-requested", to: "withdrawn", by: "author" },
  ],
  hold: [{ from: "submitted", to: "in-review", by: "moderator" }],
  renew: [{ from: "in-review", to: "in-review", by: "holder" }],
  "pass-on": [{ from: "in-review", to: "in-review", by: "holder" }],
  "take-over": [{ from: "in-review", to: "in-review", by: "other-moderator" }],
  release: [{ from: "in-review", to: "submitted", by: "holder" }],
  expire: [{ from: "in-review", to: "submitted", by: "system" }],
  approve: [{ from: "in-review", to: "approved", by: "holder" }],
  "send-for-second": [{ from: "in-review", to: "awaiting-second", by: "holder" }],
  reject: [{ from: "in-review", to: "rejected", by: "holder" }],
  "request-changes": [{ from: "in-review", to: "changes-requested", by: "holder" }],
  "mark-duplicate": [{ from: "in-review", to: "duplicate", by: "holder" }],
  confirm: [{ from: "awaiting-second", to: "approved", by: "second" }],
  return: [{ from: "awaiting-second", to: "in-review", by: "second" }],
  resubmit: [{ from: "changes-requested", to: "submitted", by: "author" }],
  appeal: [
    { from: "rejected", to: "submitted", by: "author" },
    { from: "duplicate", to: "submitted", by: "author" },
  ],
  // The report that it was the same as was not accepted, or taken back.
  reopen: [{ from: "duplicate", to: "submitted", by: "system" }],
  // What was decided of several at once, and should not have been. What was published is withdrawn with it.
  "take-back": [
    { from: "approved", to: "submitted", by: "moderator" },
    { from: "rejected", to: "submitted", by: "moderator" },
    { from: "changes-requested", to: "submitted", by: "moderator" },
  ],
};

/** The state after the move, or undefined where the table has no such move from `state`. */
export function nextState(state: ReportState, move: ReportMove): ReportState | "gone" | undefined {
  return MOVE_RULES[move].find((rule) => rule.from === state)?.to;
}
