import { type AnyActor, hasRole, type Role } from "@/domain/actor";
import { isOneOf } from "@/domain/lists/is-one-of";
import type { BatchState } from "@/domain/reports/proposal";

/**
 * What can be done with an import, and what it becomes. `map`, `repair`, `discard` (of one row), `comment` and the four of holding it leave it where it
 * is. `byHolder`: whoever else holds it stands in the way, as with a report; where nobody does, no hold is asked for.
 */
export const IMPORT_MOVES = {
  map: { from: ["previewed"], to: "previewed", role: "admin", by: "importer" },
  repair: { from: ["previewed"], to: "previewed", role: "admin", by: "importer" },
  submit: { from: ["previewed"], to: "submitted", role: "admin", by: "importer" },
  hold: { from: ["submitted"], to: "submitted", role: "moderator", by: "second-person", byHolder: true },
  renew: { from: ["submitted"], to: "submitted", role: "moderator", by: "holder" },
  release: { from: ["submitted"], to: "submitted", role: "moderator", by: "holder" },
  "take-over": { from: ["submitted"], to: "submitted", role: "moderator", by: "other-than-holder" },
  approve: { from: ["submitted"], to: "approved", role: "moderator", by: "second-person", byHolder: true },
  discard: { from: ["submitted"], to: "submitted", role: "moderator", by: "second-person", byHolder: true },
  /** What an organisation that it names wrote about its rows, to be printed beside them. */
  comment: { from: ["submitted"], to: "submitted", role: "moderator", by: "anybody", byHolder: true },
  refuse: {
    from: ["previewed", "submitted"],
    to: "refused",
    role: "moderator",
    by: "anybody",
    byHolder: true,
  },
  undo: { from: ["approved"], to: "undone", role: "admin", by: "anybody" },
} as const satisfies Record<
  string,
  {
    from: readonly BatchState[];
    to: BatchState;
    role: Role;
    by: "importer" | "second-person" | "anybody" | "holder" | "other-than-holder";
    byHolder?: true;
  }
>;
export type ImportMove = keyof typeof IMPORT_MOVES;

/**
 * What a format asks the importer of what it brought: which columns mean what, what the source is, and what is so of single
 * rows. The columns of a publisher's file are what its publisher says, and most rows of one are repaired there.
 */
export type ImportQuestions = { columns: boolean; source: boolean; rows: boolean };

/** What the policy needs to know of an import. `asks` is null for what the project ships: nobody moves that. */
export type ImportFacts = {
  state: BatchState;
  importedBy: string;
  asks: ImportQuestions | null;
  setAsideAt?: Date | null;
  /** Organisations that it names can reply until then; null where it does not wait. */
  waitsUntil?: Date | null;
  /** Who looks at it, until when; missing is the same as null. */
  heldBy?: string | null;
  holdExpiresAt?: Date | null;
};

/** What the policy needs to know of who decides: an import is of the whole country, whatever its rows are. */
export type Decider = { hasPractised: boolean; isLimitedToAreas: boolean };

export type ImportRefusal =
  | "sign-in"
  | "not-admin"
  | "not-moderator"
  | "practise-first"
  | "outside-areas"
  | "not-importer"
  | "own-import"
  | "wrong-state"
  | "held"
  | "not-holder"
  | "already-holder"
  | "set-aside"
  | "waits"
  | "names-nobody"
  | "not-a-list"
  | "shipped";

/**
 * Why `actor` may not make this move, or null when they may. Whoever brings an import can never be the one who approves
 * it, whatever their role. The same function decides whether a button is drawn.
 */
export function importRefusal(
  facts: ImportFacts,
  move: ImportMove,
  actor: AnyActor,
  decider: Decider,
  now: Date = new Date(),
): ImportRefusal | null {
  const rule = IMPORT_MOVES[move];
  if (actor.kind !== "campaigner") return "sign-in";
  if (!hasRole(actor, rule.role)) return rule.role === "admin" ? "not-admin" : "not-moderator";
  if (facts.asks === null) return "shipped";
  if (move === "map" && !facts.asks.columns) return "not-a-list";
  if (move === "repair" && !facts.asks.rows) return "not-a-list";
  if (rule.by === "importer" && actor.id !== facts.importedBy) return "not-importer";
  if (OF_SECOND_PERSON.includes(rule.by) && actor.id === facts.importedBy) return "own-import";
  if (DECIDING.includes(move)) {
    if (!decider.hasPractised) return "practise-first";
    if (decider.isLimitedToAreas) return "outside-areas";
  }
  // Its importer's account is suspended: refusing it is possible, publishing it is not.
  if (move === "approve" && facts.setAsideAt) return "set-aside";
  if (!isOneOf<BatchState>(rule.from, facts.state)) return "wrong-state";
  const holder = importHolder(facts, now);
  if (rule.by === "holder" && holder !== actor.id) return "not-holder";
  if (rule.by === "other-than-holder" && holder === null) return "not-holder";
  if ((move === "hold" || rule.by === "other-than-holder") && holder === actor.id) return "already-holder";
  if ("byHolder" in rule && holder !== null && holder !== actor.id) return "held";
  if (move === "comment" && !facts.waitsUntil) return "names-nobody";
  return move === "approve" && facts.waitsUntil && now < facts.waitsUntil ? "waits" : null;
}

/** As with reports: no decision before the practice queue, and none outside of one's areas. To stop an import waits for neither. */
const DECIDING: readonly ImportMove[] = ["hold", "take-over", "approve", "discard", "comment"];
const OF_SECOND_PERSON: readonly string[] = ["second-person", "holder", "other-than-holder"];

/** Who holds an import now; a hold that has run out is nobody's, even before the job has swept it. */
export function importHolder(
  { heldBy = null, holdExpiresAt = null }: Pick<ImportFacts, "heldBy" | "holdExpiresAt">,
  now: Date,
): string | null {
  return holdExpiresAt !== null && holdExpiresAt > now ? heldBy : null;
}

/** Importing is for admins. */
export function canImport(actor: AnyActor): boolean {
  return hasRole(actor, "admin");
}

/** Moderators see imports: they approve them. */
export function canReadImports(actor: AnyActor): boolean {
  return hasRole(actor, "moderator");
}
