import type { Db } from "@/db/client";
import { findProvider } from "@/db/queries/providers";
import { listRegisteredTo } from "@/db/queries/registered-to";
import { listServicesOfProviders } from "@/db/queries/services";
import type { AnyActor } from "@/domain/actor";
import { toCsv } from "@/domain/csv-out";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import { brakeRefusal } from "@/domain/records/withheld";

const HEADER = [
  "What",
  "Place",
  "Town",
  "Since",
  "Until",
  "Status",
  "Last confirmed",
  "Page",
  "Check at the regulator",
];

/**
 * What the site says of one organisation, a row each: its services, and the practices registered to it. To be sent to it, so that it can
 * say what is wrong. Nothing is in it that its page does not show.
 * @param origin of the site, for addresses.
 * @throws NotAllowedError for anybody but a moderator; NotFoundError where it has no page.
 */
export async function organisationRowsCsv(
  db: Db,
  actor: AnyActor,
  slug: string,
  origin: string,
): Promise<string> {
  const refusal = brakeRefusal(actor);
  if (refusal) throw new NotAllowedError(refusal);
  const provider = await findProvider(db, slug);
  if (!provider) throw new NotFoundError("record");
  const [services, practices] = await Promise.all([
    listServicesOfProviders(db, [provider.id]),
    listRegisteredTo(db, [provider.id]),
  ]);
  const ofServices = services.map(
    ({ name, category, place, startedOn, status, lastConfirmedOn, slug: page }) => [
      name ?? category,
      place?.name ?? "",
      place?.town ?? "",
      startedOn ?? "",
      "",
      status,
      lastConfirmedOn ?? "",
      page ? `${origin}/services/${page}` : "",
      "",
    ],
  );
  const ofPractices = practices.map(
    ({ place, town, since, endedOn, isLatest, doubts, confirmedOn, locationId }) => [
      "registration",
      place.name,
      town,
      since,
      endedOn ?? "",
      doubts.length > 0 ? `not certain: ${doubts.join(", ")}` : isLatest ? "latest" : "earlier",
      confirmedOn,
      `${origin}/places/${place.slug}`,
      `https://www.cqc.org.uk/location/${locationId}`,
    ],
  );
  return toCsv([HEADER, ...ofServices, ...ofPractices]);
}
