import { isDeepStrictEqual } from "node:util";
import type { Db } from "@/db/client";
import type { Claim } from "@/domain/claims/claim";
import { type AboutEntry, entryOf } from "@/domain/reports/change-form";
import type { ChangeProposal, Correction } from "@/domain/reports/change-proposals";
import { agreeOnDay } from "@/domain/reports/same-change";
import { isLineFact } from "@/domain/reports/service-lines";
import type { RecordDraft } from "@/server/records/save-records";
import { type ChangedEntry, lockEntry, readEntry } from "@/server/reports/changes/changed-entry";
import type { DraftedChange } from "@/server/reports/changes/draft-service-change";
import { findSamePlace } from "@/server/reports/changes/draft-service-change";
import { findProvidersMeant } from "@/server/reports/publishing/alike-providers";
import { type CitedSource, fact } from "@/server/reports/publishing/new-service-facts";

/** An entry that says already what a report about it says, and the facts that do. */
export type SaidAlready = { about: AboutEntry; facts: Pick<Claim, "field" | "value">[] };

type Find = (db: Db, about: AboutEntry) => Promise<ChangedEntry | undefined>;

/**
 * Whether an entry says already what a report about it says, so that only the report's sources are new: it has closed, has moved there, is run by
 * them, or what was wrong is right. Of a new provider it is the entry that followed. Never of care that is shown by area only: what its sources say is
 * looked at by two.
 * @returns null where it does not, and where another report is no news of another kind (that it is still there, or was checked, is said anew each time).
 */
export async function findSaidAlready(db: Db, proposal: ChangeProposal): Promise<SaidAlready | null> {
  return saidAlready(db, proposal, readEntry);
}

async function saidAlready(db: Db, proposal: ChangeProposal, find: Find): Promise<SaidAlready | null> {
  const about = entryOf(proposal);
  const entry = await find(db, about);
  if (!entry || entry.visibility === "area-only") return null;
  if (proposal.kind === "correction") {
    const facts = await factsCorrected(db, entry, proposal);
    return facts.length > 0 ? { about, facts } : null;
  }
  if (proposal.kind !== "change") return null;
  if (proposal.change === "new-provider") return saidOfProvider(db, proposal, { about, entry, find });
  const fields =
    proposal.change === "ended"
      ? endOf(entry, proposal.on)
      : (await isThere(db, entry, proposal))
        ? ["place"]
        : [];
  return fields.length > 0 ? { about, facts: factsOf(entry, fields) } : null;
}

type Change<C extends string> = Extract<ChangeProposal, { kind: "change"; change: C }>;

function factsOf(entry: ChangedEntry, fields: readonly string[]): SaidAlready["facts"] {
  return fields.flatMap((field) => {
    const held = entry.claims.findLast((claim) => claim.field === field && claim.value !== null);
    const value = entry.says(field);
    return held === undefined || value === undefined ? [] : [{ field: held.field, value }];
  });
}

/** That it has closed, with the day where the report gives that very one. */
function endOf(entry: ChangedEntry, on: string): string[] {
  const endedOn = entry.says<string>("ended-on") ?? "";
  if (entry.says("status") !== "ended" || !agreeOnDay(on, endedOn)) return [];
  return on !== "" && on === endedOn ? ["status", "ended-on"] : ["status"];
}

async function isThere(db: Db, entry: ChangedEntry, proposal: Change<"moved">): Promise<boolean> {
  const placeId = proposal.placeId ?? (await findSamePlace(db, proposal));
  return placeId !== null && placeId === entry.says<{ placeId: string }>("place")?.placeId;
}

async function saidOfProvider(
  db: Db,
  { providerName, on }: Change<"new-provider">,
  { about, entry, find }: { about: AboutEntry; entry: ChangedEntry; find: Find },
): Promise<SaidAlready | null> {
  const named = (await findProvidersMeant(db, [providerName])).get(providerName);
  if (!named) return null;
  const followed = entry.says<{ serviceId: string }>("successor")?.serviceId;
  const subject: AboutEntry = { type: about.type, id: followed ?? about.id };
  const runs = followed === undefined ? entry : await find(db, subject);
  if (!runs || runs.says<{ providerId: string }>("provider")?.providerId !== named.id) return null;
  const began = runs.says<string>("started-on") ?? "";
  if (!agreeOnDay(on, began) || runs.says("status") === "ended") return null;
  const fields = ["status", "provider", ...(on !== "" && on === began ? ["started-on"] : [])];
  return { about: subject, facts: factsOf(runs, fields) };
}

/** What is said in our own words, what a list of ours adds to (where an address stands), and lines of a service are not confirmed by a press. */
const NOT_BY_A_PRESS: ReadonlySet<string> = new Set(["owner-class", "registration", "point", "address"]);

async function factsCorrected(
  db: Db,
  entry: ChangedEntry,
  { recordType, field, proposed }: Correction,
): Promise<SaidAlready["facts"]> {
  if (isLineFact(field) || NOT_BY_A_PRESS.has(field)) return [];
  const isName = (recordType === "service" && field === "provider") || field === "parent";
  if (isName) {
    const name = String(proposed);
    const named = (await findProvidersMeant(db, [name])).get(name);
    const isSo = named && entry.says<{ providerId: string }>(field)?.providerId === named.id;
    return isSo ? factsOf(entry, [field]) : [];
  }
  if (field === "company-status")
    return entry.says<{ status: string }>(field)?.status === proposed ? factsOf(entry, [field]) : [];
  return isDeepStrictEqual(entry.says(field), proposed) ? factsOf(entry, [field]) : [];
}

/** The sources of a report cited for what its entry says already; nothing of it changes. Null where the entry does not say so (any more). */
export async function draftConfirmed(
  db: Db,
  proposal: ChangeProposal,
  sources: readonly CitedSource[],
): Promise<DraftedChange | null> {
  const said = await saidAlready(db, proposal, (inner, about) => lockEntry(inner, about));
  if (!said) return null;
  const drafts = sources.map(
    (source): RecordDraft => ({
      recordType: said.about.type,
      recordId: said.about.id,
      claims: said.facts.map(({ field, value }) => fact(source, field, value)),
    }),
  );
  return { drafts, subject: said.about };
}
