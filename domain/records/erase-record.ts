import { type AnyActor, hasRole } from "@/domain/actor";
import type { Visibility } from "@/domain/services/service";

/** Why something has to be done before an entry can be erased. */
export type ErasingObstacle = {
  /** An index signature, as rows of a database have one. */
  [key: string]: unknown;
  kind: "service" | "place" | "provider" | "complaint" | "tip" | "report";
  id: string;
  /** What the entry is called, the number of what was sent, or the title of the report. */
  name: string;
  /** It rests on the entry, belongs to it, runs under a contract that it holds, says its name, or waits for an answer. */
  why: "rests" | "belongs" | "contract" | "says" | "waits";
};

/** How much there is of what goes with an entry. */
export type ErasingCounts = {
  [key: string]: unknown;
  facts: number;
  versions: number;
  /** Sources that say something of nothing else. */
  sources: number;
  /** Of other entries, that name this one or speak of it. */
  quotations: number;
  /** Entries of the audit whose words go. */
  audit: number;
};

export type EraseRecordRefusal =
  | "not-admin"
  | "not-moderator"
  | "erase-own"
  | "erased-already"
  | "erase-shown"
  | "erase-rests";

export type EraseRecordFacts = {
  visibility: Visibility | null;
  /** This person sent, approved or changed it, and another admin could ask. */
  isOwnWork: boolean;
  hasObstacles: boolean;
};

/**
 * Why `actor` may not have an entry erased for good, or null when they may. It has to be off the site already: taking it off waits for nobody and can
 * be undone, this cannot. "agree" is the second person, whom `seconders` names. The same function decides whether the form is drawn.
 */
export function eraseRecordRefusal(
  actor: AnyActor,
  move: "ask" | "agree",
  { visibility, isOwnWork, hasObstacles }: EraseRecordFacts,
): EraseRecordRefusal | null {
  if (move === "ask" && !hasRole(actor, "admin")) return "not-admin";
  if (!hasRole(actor, "moderator")) return "not-moderator";
  if (visibility === "erased") return "erased-already";
  if (visibility !== "withheld") return "erase-shown";
  if (isOwnWork) return "erase-own";
  return hasObstacles ? "erase-rests" : null;
}
