import type { Db } from "@/db/client";
import { listRegistrations } from "@/db/queries/registrations";
import { listServicesOfProviders } from "@/db/queries/services";
import { InvalidInputError } from "@/domain/errors";
import { REGISTRATION_DOUBTS } from "@/domain/registrations/doubts";
import type { ClaimDraft, RecordDraft } from "@/server/records/save-records";
import { beginRegistered } from "@/server/reports/changes/begin-registered";
import type { ChangedEntry } from "@/server/reports/changes/changed-entry";
import { replacing } from "@/server/reports/changes/replace-claims";
import type { CitedSource } from "@/server/reports/publishing/new-service-facts";

/**
 * A source shows another type of registration than the register's copy (Mill Road Surgery stands as one person's, and has four partners): what
 * we hold is a doubt from now on, with that source. The register's own claim stays; a later edition that says the same lifts nothing.
 */
export async function otherForm(
  db: Db,
  place: ChangedEntry,
  form: string,
  source: CitedSource,
): Promise<ClaimDraft> {
  const runs = (await listRegistrations(db, [place.id])).get(place.id);
  const latest = runs?.find(({ isLatest }) => isLatest);
  if (!latest) throw new InvalidInputError({ proposed: "no-registration" });
  if (latest.form === form || latest.doubts.includes("other-form-reported"))
    throw new InvalidInputError({ proposed: "says-so-already" });
  const raised = new Set([...latest.doubts, "other-form-reported"]);
  const doubts = REGISTRATION_DOUBTS.filter((doubt) => raised.has(doubt));
  const { locationId: key } = latest;
  const claim = replacing(place.claims, source, "registration-doubt", { key, doubts }, key);
  return { ...claim, says: `Shows ${FORMS[form] ?? form} here, which is not what the register’s copy has.` };
}

/** In our words: a quotation would name partners and persons, whose names are never published. */
const FORMS: Readonly<Record<string, string>> = {
  partnership: "a partnership",
  individual: "one person",
  "nhs-body": "an NHS body",
  organisation: "an organisation",
};
const OWNERS: Readonly<Record<string, string>> = {
  "gps-of-the-practice": "the GPs who work at the practice own most of it",
  "member-practices": "local GP practices own most of it",
  nhs: "the NHS owns most of it",
  others: "others than the NHS and the GPs of its practices own most of it",
};

/**
 * Who owns most of an organisation, as a source says. Where these are others, the practices that are registered to it begin to count.
 * @throws InvalidInputError as `refuseWithServices`, where they are none whose practices count.
 */
export async function ownersSaid(
  db: Db,
  provider: ChangedEntry,
  owners: string,
  source: CitedSource,
): Promise<RecordDraft[]> {
  if (owners !== "others") await refuseWithServices(db, provider.id);
  const claim = replacing(provider.claims, source, "owner-class", owners);
  const said = { ...claim, says: ownersInOurWords(owners) };
  const own: RecordDraft = { recordType: "provider", recordId: provider.id, claims: [said] };
  if (owners !== "others") return [own];
  const [name, form] = [provider.says<string>("name") ?? "", provider.says<string>("legal-form") ?? null];
  return [own, ...(await beginRegistered(db, { id: provider.id, name, form }))];
}

/** A quotation would name partners. */
export const ownersInOurWords = (owners: string) => `Says that ${OWNERS[owners] ?? owners}.`;

/** @throws InvalidInputError where services of theirs run: those would go on counting under an organisation that does not count. */
async function refuseWithServices(db: Db, providerId: string): Promise<void> {
  const services = await listServicesOfProviders(db, [providerId]);
  if (services.some(({ status }) => status === "operating"))
    throw new InvalidInputError({ proposed: "runs-services" });
}
