import type { Db } from "@/db/client";
import { listRegistrations } from "@/db/queries/registrations";
import { listServicesOfProviders } from "@/db/queries/services";
import { InvalidInputError } from "@/domain/errors";
import { REGISTRATION_DOUBTS } from "@/domain/registrations/doubts";
import type { ClaimDraft } from "@/server/records/save-records";
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
  return replacing(place.claims, source, "registration-doubt", { key, doubts }, key);
}

/** @throws InvalidInputError where services of theirs run: those would go on counting under an organisation that does not count. */
export async function refuseWithServices(db: Db, providerId: string): Promise<void> {
  const services = await listServicesOfProviders(db, [providerId]);
  if (services.some(({ status }) => status === "operating"))
    throw new InvalidInputError({ proposed: "runs-services" });
}
