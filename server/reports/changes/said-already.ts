import { isDeepStrictEqual } from "node:util";
import type { Db } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { addressValueSchema } from "@/domain/claims/claim";
import { claimsInForce } from "@/domain/claims/in-force";
import { mainAddresses } from "@/domain/claims/main-address";
import { metresBetween } from "@/domain/places/distance";
import { type AboutEntry, entryOf } from "@/domain/reports/change-form";
import { type ChangeProposal, type Correction, whereSchema } from "@/domain/reports/change-proposals";
import { agreeOnAddress, agreeOnDay, SAME_POINT_METRES } from "@/domain/reports/same-change";
import { chosenArea } from "@/domain/reports/serves-area";
import { isLineFact } from "@/domain/reports/service-lines";
import { storedPoint } from "@/domain/reports/typed-point";
import type { RecordDraft } from "@/server/records/save-records";
import { type ChangedEntry, lockEntry, readEntry } from "@/server/reports/changes/changed-entry";
import { assertWithinAreasOfLine } from "@/server/reports/changes/draft-line";
import { ownersInOurWords } from "@/server/reports/changes/draft-ownership";
import type { DraftedChange } from "@/server/reports/changes/draft-service-change";
import { findSamePlace } from "@/server/reports/changes/draft-service-change";
import { asSaidFact, type FindEntry, type SaidFact, saidFactsOf } from "@/server/reports/changes/said-facts";
import { factsOfSaidLine } from "@/server/reports/changes/said-of-line";
import { findProvidersMeant } from "@/server/reports/publishing/alike-providers";
import { type CitedSource, fact, WORKED_OUT_FROM } from "@/server/reports/publishing/new-service-facts";

/** An entry that says already what a report about it says, and the facts that do: its own, or of a line of it. */
export type SaidAlready = { about: AboutEntry; facts: SaidFact[] };

/**
 * Whether an entry says already what a report about it says, so that only the report's sources are new: it has closed, has moved there, is run by
 * them, or what was wrong is right. Of a new provider it is the entry that followed. Never of care that is shown by area only: what its sources say is
 * looked at by two.
 * @returns null where it does not, and where another report is no news of another kind (that it is still there, or was checked, is said anew each time).
 */
export async function findSaidAlready(db: Db, proposal: ChangeProposal): Promise<SaidAlready | null> {
  return saidAlready(db, proposal, readEntry);
}

async function saidAlready(db: Db, proposal: ChangeProposal, find: FindEntry): Promise<SaidAlready | null> {
  const about = entryOf(proposal);
  const entry = await find(db, about);
  if (!entry || entry.visibility === "area-only") return null;
  if (proposal.kind === "correction") {
    const facts = isLineFact(proposal.field)
      ? await factsOfSaidLine(db, { entry, field: proposal.field, correction: proposal, find })
      : await factsCorrected(db, entry, proposal);
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
  return fields.length > 0 ? { about, facts: saidFactsOf(entry, fields) } : null;
}

type Change<C extends string> = Extract<ChangeProposal, { kind: "change"; change: C }>;

/** That it has closed, with the day where the report gives that very one. */
function endOf(entry: ChangedEntry, on: string): string[] {
  const endedOn = entry.says<string>("ended-on") ?? "";
  if (entry.says("status") !== "ended" || !agreeOnDay(on, endedOn)) return [];
  return on !== "" && on === endedOn ? ["status", "ended-on"] : ["status"];
}

async function isThere(db: Db, entry: ChangedEntry, proposal: Change<"moved">): Promise<boolean> {
  // That it serves an area is a line of it, which is told by itself.
  if (chosenArea(proposal) !== null) return false;
  const placeId = proposal.placeId ?? (await findSamePlace(db, proposal));
  return placeId !== null && placeId === entry.says<{ placeId: string }>("place")?.placeId;
}

async function saidOfProvider(
  db: Db,
  { providerName, on }: Change<"new-provider">,
  { about, entry, find }: { about: AboutEntry; entry: ChangedEntry; find: FindEntry },
): Promise<SaidAlready | null> {
  if (providerName === "") return null;
  const named = (await findProvidersMeant(db, [providerName])).get(providerName);
  if (!named) return null;
  const followed = entry.says<{ serviceId: string }>("successor")?.serviceId;
  const subject: AboutEntry = { type: about.type, id: followed ?? about.id };
  const runs = followed === undefined ? entry : await find(db, subject);
  if (!runs || runs.says<{ providerId: string }>("provider")?.providerId !== named.id) return null;
  const began = runs.says<string>("started-on") ?? "";
  if (!agreeOnDay(on, began) || runs.says("status") === "ended") return null;
  const fields = ["status", "provider", ...(on !== "" && on === began ? ["started-on"] : [])];
  return { about: subject, facts: saidFactsOf(runs, fields) };
}

/** Its address, as far as the report gives it, or its pin. What a list of ours adds (where the address stands) is taken as it is. */
function factsOfAddress(entry: ChangedEntry, { field, proposed }: Correction): SaidFact[] {
  const main = new Set(mainAddresses(entry.claims).map(({ id }) => id));
  const held = claimsInForce(entry.claims).find(({ id }) => main.has(id));
  if (!held) return [];
  const at = addressValueSchema.parse(held.value);
  if (field === "address") {
    const given = whereSchema.parse(proposed);
    const stands = { addressLines: at.lines, town: at.town, postcode: at.postcode };
    return agreeOnAddress(given, stands) ? [asSaidFact(held, held.value)] : [];
  }
  const point = storedPoint(String(proposed));
  const { lon, lat } = at;
  const isThereNow =
    point !== null && lon !== null && lat !== null && metresBetween(point, { lon, lat }) < SAME_POINT_METRES;
  return isThereNow
    ? [{ ...asSaidFact(held, held.value), says: `Worked out from ${WORKED_OUT_FROM.pin}.` }]
    : [];
}

async function factsCorrected(db: Db, entry: ChangedEntry, correction: Correction): Promise<SaidFact[]> {
  const { recordType, field, proposed } = correction;
  // A doubt about a register's copy is in our words, and raised once.
  if (field === "registration") return [];
  if (field === "address" || field === "point") return factsOfAddress(entry, correction);
  if (field === "owner-class")
    return entry.says(field) === proposed
      ? saidFactsOf(entry, [field]).map((said) => ({ ...said, says: ownersInOurWords(String(proposed)) }))
      : [];
  const isName = (recordType === "service" && field === "provider") || field === "parent";
  if (isName) {
    const name = String(proposed);
    const named = (await findProvidersMeant(db, [name])).get(name);
    const isSo = named && entry.says<{ providerId: string }>(field)?.providerId === named.id;
    return isSo ? saidFactsOf(entry, [field]) : [];
  }
  if (field === "company-status")
    return entry.says<{ status: string }>(field)?.status === proposed ? saidFactsOf(entry, [field]) : [];
  return isDeepStrictEqual(entry.says(field), proposed) ? saidFactsOf(entry, [field]) : [];
}

/**
 * The sources of a report cited for what its entry says already; nothing of it changes. Null where the entry does not say so (any more).
 * @throws NotAllowedError ("outside-areas") where it is said of a contract with services elsewhere.
 */
export async function draftConfirmed(
  db: Db,
  actor: AnyActor,
  proposal: ChangeProposal,
  sources: readonly CitedSource[],
): Promise<DraftedChange | null> {
  const said = await saidAlready(db, proposal, (inner, about) => lockEntry(inner, about));
  if (!said) return null;
  if (proposal.kind === "correction") await assertWithinAreasOfLine(db, actor, proposal);
  const drafts = sources.flatMap((source) =>
    said.facts.map(({ recordType, recordId, field, value, says }): RecordDraft => {
      const claim = fact(source, field, value);
      return { recordType, recordId, claims: [says === undefined ? claim : { ...claim, says }] };
    }),
  );
  return { drafts, subject: said.about };
}
