import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Db } from "@/db/client";
import { findAreaOfKinds } from "@/db/queries/areas";
import { findAreaKinds, findCommissionerByName, isCommissionerHeldBack } from "@/db/queries/report-records";
import { findContractByReference, listServicesUnder } from "@/db/queries/service-lines";
import type { AnyActor } from "@/domain/actor";
import { SERVED_KINDS } from "@/domain/areas/served-kinds";
import { type ClaimField, saysSo } from "@/domain/claims/claim";
import { claimsInForce } from "@/domain/claims/in-force";
import { idsIn } from "@/domain/claims/reading";
import { ConflictError, InvalidInputError } from "@/domain/errors";
import { slugOf } from "@/domain/records/slug";
import type { Correction } from "@/domain/reports/change-proposals";
import {
  type ContractFact,
  contractFactOf,
  type DroppingFact,
  factsOfContract,
  isDropping,
  type LineFact,
  newContractSchema,
} from "@/domain/reports/service-lines";
import { nameOfServiceFor } from "@/domain/reports/service-name";
import type { ServiceCategory } from "@/domain/services/category";
import { assertWithinAreas } from "@/server/campaigners/area-limits";
import type { ClaimDraft, RecordDraft } from "@/server/records/save-records";
import { type ChangedEntry, lockEntry, servesNow } from "@/server/reports/changes/changed-entry";
import { replacing } from "@/server/reports/changes/replace-claims";
import {
  type CitedSource,
  fact,
  inferred,
  WORKED_OUT_FROM,
} from "@/server/reports/publishing/new-service-facts";
import {
  newRecord,
  type Resolved,
  resolveCommissioner,
  resolveProvider,
} from "@/server/reports/publishing/resolve-records";

export type GivenLine = {
  actor: AnyActor;
  /** The service. */
  entry: ChangedEntry;
  field: LineFact;
  /** The payer, the contract or the area that is meant. */
  lineId: string | undefined;
  proposed: Correction["proposed"];
  source: CitedSource;
};

/**
 * What corrects who pays for a service, a contract it runs under or an area it serves.
 * @throws ConflictError: "line-gone" where the line is not there any more, "last-area" for the only area of what has no place;
 * InvalidInputError by field; NotAllowedError where other services that it is a line of lie outside of the moderator's areas.
 */
export async function draftLine(db: Db, given: GivenLine): Promise<RecordDraft[]> {
  const { field, proposed } = given;
  const contractFact = contractFactOf(field);
  if (isDropping(field)) return [ofService(given, await dropped(db, given, field))];
  if (contractFact) return ofContract(db, given, contractFact);
  if (field === "contract") return withContract(db, given);
  if (field === "serves-area") return [ofService(given, await servesArea(db, given))];
  if (field === "commissioner-name") return [await payerRenamed(db, given)];
  // Whoever wrote it means that this body does not pay: another that took its place since may be right.
  if (given.lineId !== undefined) lineMeant(given, "commissioner");
  const payer = await payerOf(db, given, String(proposed));
  if (payer.id === payerNow(given.entry)) throw new InvalidInputError({ proposed: "line-says-so" });
  const claim = replacing(given.entry.claims, given.source, "commissioner", { commissionerId: payer.id });
  return [...draftsIn(payer), ofService(given, [claim])];
}

const draftsIn = ({ draft }: Resolved): RecordDraft[] => (draft ? [draft] : []);

function ofService({ entry }: GivenLine, claims: ClaimDraft[]): RecordDraft {
  return { recordType: "service", recordId: entry.id, claims };
}

function payerNow(entry: ChangedEntry): string | undefined {
  const value = entry.says<{ commissionerId: string }>("commissioner");
  return value && saysSo(value) ? value.commissionerId : undefined;
}

/** A body by its name; a new one where we have none of it, which the moderator has seen before they agree. */
async function payerOf(db: Db, { source }: GivenLine, commissionerName: string): Promise<Resolved> {
  const asked = { proposal: { commissionerName }, createCommissioner: true };
  const payer = await asProposed(resolveCommissioner(db, asked, source, slugOf));
  if (!payer) throw new InvalidInputError({ proposed: "required" });
  return payer;
}

/** The line that is meant, of those that hold. @throws ConflictError ("line-gone") */
function lineMeant({ entry, lineId }: GivenLine, field: "commissioner" | "contract" | "serves-area"): string {
  const held = claimsInForce(entry.claims).find(
    (claim) => claim.field === field && saysSo(claim.value) && idsIn(claim.value)[0] === lineId,
  );
  if (!held || lineId === undefined) throw new ConflictError("line-gone");
  return lineId;
}

/** The claims of a field that hold and name this record, whether they say that it is so or not. */
function heldOf({ claims }: ChangedEntry, field: string, id: string): string[] {
  return claims
    .filter((held) => held.field === field && held.supersededBy === null && idsIn(held.value)[0] === id)
    .map((held) => held.id);
}

async function payerRenamed(db: Db, given: GivenLine): Promise<RecordDraft> {
  const id = lineMeant(given, "commissioner");
  await assertWithinAreasOfLine(db, given.actor, given);
  const payer = await lockEntry(db, { type: "commissioner", id });
  const name = String(given.proposed);
  if (payer.says("name") === name) throw new InvalidInputError({ proposed: "line-says-so" });
  const other = await findCommissionerByName(db, name);
  if (other && other.id !== id) throw new InvalidInputError({ proposed: "payer-taken" });
  if (await isCommissionerHeldBack(db, name))
    throw new InvalidInputError({ proposed: "commissioner-withheld" });
  const claims = [replacing(payer.claims, given.source, "name", name)];
  return { recordType: "commissioner", recordId: id, claims };
}

export const FIELD_DROPPED = {
  "commissioner-dropped": ["commissioner", "commissionerId"],
  "contract-dropped": ["contract", "contractId"],
  "serves-area-dropped": ["serves-area", "areaId"],
} as const satisfies Record<DroppingFact, readonly [ClaimField<"service">, string]>;

async function dropped(db: Db, given: GivenLine, how: DroppingFact): Promise<ClaimDraft[]> {
  const [field, key] = FIELD_DROPPED[how];
  const id = lineMeant(given, field);
  const claim = fact(given.source, field, { [key]: id, isSo: false });
  const claims = [{ ...claim, supersedes: heldOf(given.entry, field, id) }];
  if (field !== "serves-area") return claims;
  const [left] = servesNow(given.entry).filter((areaId) => areaId !== id);
  if (left !== undefined) return [...claims, ...(await renamedFor(db, given, id, left))];
  // Without a place it would be on no page at all.
  if (given.entry.says("place") === undefined || given.entry.visibility === "area-only")
    throw new ConflictError("last-area");
  return claims;
}

/** An area that is missing; in place of the one that is meant, where one is. */
async function servesArea(db: Db, given: GivenLine): Promise<ClaimDraft[]> {
  const { entry, source, proposed, lineId } = given;
  const area = await findAreaOfKinds(db, String(proposed), SERVED_KINDS);
  if (!area) throw new InvalidInputError({ proposed: "choice" });
  if (servesNow(entry).includes(area.id)) throw new InvalidInputError({ proposed: "line-says-so" });
  const claim = fact(source, "serves-area", { areaId: area.id });
  const over = heldOf(entry, "serves-area", area.id);
  if (lineId === undefined) return [{ ...claim, supersedes: over }];
  const wrong = lineMeant(given, "serves-area");
  const supersedes = [...over, ...heldOf(entry, "serves-area", wrong)];
  return [{ ...claim, id: randomUUID(), supersedes }, ...(await renamedFor(db, given, wrong, area.id))];
}

/** A service without a place is called after its area: that goes with it, where we made the name. */
async function renamedFor(
  db: Db,
  { entry, source }: GivenLine,
  before: string,
  after: string,
): Promise<ClaimDraft[]> {
  const category = entry.says<ServiceCategory>("category") ?? "other";
  const areas = await findAreaKinds(db, [before, after]);
  const nameFor = (id: string) =>
    nameOfServiceFor(category, areas.find((area) => area.id === id)?.nameEn ?? null);
  if (entry.says("name") !== nameFor(before)) return [];
  const { says } = inferred(source, "name", "", WORKED_OUT_FROM.serviceName);
  return [{ ...replacing(entry.claims, source, "name", nameFor(after)), says }];
}

/** A contract that is missing: one that we hold under this reference, or a new one. What it says stands beside what is known of it. */
async function withContract(db: Db, given: GivenLine): Promise<RecordDraft[]> {
  const { entry, source } = given;
  const said = newContractSchema.parse(given.proposed);
  const known = await knownContract(db, given);
  const isNow = (id: string) =>
    claimsInForce(entry.claims).some(
      ({ field, value }) => field === "contract" && saysSo(value) && idsIn(value)[0] === id,
    );
  if (known && isNow(known)) throw new InvalidInputError({ noticeReference: "line-says-so" });
  if (known) await assertWithinAreasOfLine(db, given.actor, { field: "contract-type", lineId: known });
  const held = known ? await lockEntry(db, { type: "contract", id: known }) : undefined;
  const day = (typed: string, field: ClaimField) => typed || (held?.says<string>(field) ?? "");
  refuseOrder(
    day(said.contractStartsOn, "starts-on"),
    day(said.contractEndsOn, "ends-on"),
    said.contractEndsOn === "" ? "contractStartsOn" : "contractEndsOn",
  );
  const claims = factsOfContract(said)
    // The reference is how we know it: in other capitals or spaces it would be rewritten beside every service.
    .filter(([field]) => held === undefined || field !== "notice-reference")
    .map(([field, value]) => fact(source, field, value));
  const visibility = entry.visibility === "area-only" ? "area-only" : "published";
  const contract = known
    ? { recordType: "contract" as const, recordId: known, claims }
    : newRecord("contract", `${said.contractType || "unknown"}-contract`, claims, visibility).draft;
  const line = fact(source, "contract", { contractId: contract.recordId });
  return [
    contract,
    ofService(given, [{ ...line, supersedes: heldOf(entry, "contract", contract.recordId) }]),
  ];
}

/** The contract that we hold under the reference of one that is said to be missing. */
async function knownContract(
  db: Db,
  { field, proposed }: Pick<GivenLine, "field" | "proposed">,
): Promise<string | undefined> {
  if (field !== "contract") return undefined;
  const { noticeReference } = newContractSchema.parse(proposed);
  return noticeReference === "" ? undefined : findContractByReference(db, noticeReference);
}

/** The record beside the service that a correction would change; undefined where it changes the service alone, or makes a new one. */
export async function recordOfLine(
  db: Db,
  given: Pick<GivenLine, "field" | "proposed"> & { lineId?: string | undefined },
): Promise<{ type: "commissioner" | "contract"; id: string } | undefined> {
  const { field, lineId } = given;
  const id = field === "contract" ? await knownContract(db, given) : lineId;
  if (id === undefined) return undefined;
  if (field === "commissioner-name") return { type: "commissioner", id };
  return field === "contract" || contractFactOf(field) ? { type: "contract", id } : undefined;
}

/**
 * What is said of a contract is said of every service under it, so whoever changes it decides in the areas of each; a body that pays is
 * in no area of its own.
 * @throws NotAllowedError ("outside-areas").
 */
export async function assertWithinAreasOfLine(
  db: Db,
  actor: AnyActor,
  { field, lineId }: { field: string; lineId?: string | undefined },
): Promise<void> {
  if (lineId === undefined) return;
  if (field === "commissioner-name") await assertWithinAreas(db, actor, { type: "commissioner", id: lineId });
  if (contractFactOf(field) === null) return;
  for (const id of await listServicesUnder(db, lineId))
    await assertWithinAreas(db, actor, { type: "service", id });
}

async function ofContract(db: Db, given: GivenLine, field: ContractFact): Promise<RecordDraft[]> {
  const id = lineMeant(given, "contract");
  await assertWithinAreasOfLine(db, given.actor, given);
  const contract = await lockEntry(db, { type: "contract", id });
  const { value, made } = await contractValue(db, given, field);
  if (isDeepStrictEqual(contract.says(field), value))
    throw new InvalidInputError({ proposed: "line-says-so" });
  const day = (other: ClaimField) => (other === field ? String(value) : (contract.says<string>(other) ?? ""));
  if (field === "starts-on" || field === "ends-on") refuseOrder(day("starts-on"), day("ends-on"), "proposed");
  const other = field === "notice-reference" ? await findContractByReference(db, String(value)) : undefined;
  if (other !== undefined && other !== id) throw new InvalidInputError({ proposed: "contract-taken" });
  const claims = [replacing(contract.claims, given.source, field, value)];
  return [...(made ? [made] : []), { recordType: "contract", recordId: id, claims }];
}

/** @throws InvalidInputError on `at` where it would end before it starts. */
function refuseOrder(from: string, to: string, at: string): void {
  if (from !== "" && to !== "" && to < from.slice(0, to.length))
    throw new InvalidInputError({ [at]: "contract-order" });
}

/** What a fact of a contract is stored as, and the organisation that is new with it. */
async function contractValue(
  db: Db,
  given: GivenLine,
  field: ContractFact,
): Promise<{ value: unknown; made?: RecordDraft | undefined }> {
  const text = String(given.proposed);
  if (field === "value-pounds") return { value: Number(text) };
  if (field === "commissioner") {
    const { id, draft } = await payerOf(db, given, text);
    return { value: { commissionerId: id }, made: draft };
  }
  if (field !== "holder") return { value: text };
  const named = { naming: "named" as const, providerName: text, providerKind: "" as const };
  const asked = { proposal: named, providerId: null };
  const holder = await asProposed(resolveProvider(db, asked, given.source, slugOf));
  if (!holder) throw new InvalidInputError({ proposed: "required" });
  return { value: { providerId: holder.id }, made: holder.draft };
}

/** What is wrong with a name stands beside the one box of the form. */
async function asProposed<T>(resolved: Promise<T>): Promise<T> {
  return resolved.catch((error: unknown) => {
    if (!(error instanceof InvalidInputError)) throw error;
    throw new InvalidInputError({ proposed: Object.values(error.fields)[0] ?? "required" });
  });
}
