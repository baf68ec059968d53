import { starterId } from "@/db/seed/starter/starter-id";
import type { ClaimField } from "@/domain/claims/claim";
import { dateInWords } from "@/domain/dates/in-words";
import { slugOf } from "@/domain/records/slug";
import { isSameRunner, type NamedRunner } from "@/domain/registrations/another-runner";
import type { RegisteredOrganisation } from "@/domain/registrations/registration";
import { serviceNameOf } from "@/domain/reports/service-name";
import type { ClaimDraft, RecordDraft } from "@/server/records/save-records";
import type { RegistrationSource } from "./registration-sources";

/** A GP practice that is registered to an organisation outside the NHS: one service, its pin. */
export type RegisteredService = {
  place: { id: string; name: string; addressKey: string };
  code: string;
  organisation: RegisteredOrganisation;
  providerId: string;
  /** First day of the unbroken run, ISO. */
  since: string;
  /** The service that is stored at the place, with its provider's name; undefined for one that is new. */
  stored: ({ id: string } & Pick<NamedRunner, "providerId" | "providerName">) | undefined;
};

/**
 * What the register says of the service. One that is here already gains who runs it and since when; it is left alone where it is of
 * another organisation: a register does not overwrite what somebody found out.
 */
export function registeredServiceDraft(
  { place, code, organisation, providerId, since, stored }: RegisteredService,
  { row, confirmedOn }: RegistrationSource | { row: { id: string; sourceKey?: string }; confirmedOn: string },
): RecordDraft | null {
  if (stored && !isSameRunner(stored, providerId, organisation.name)) return null;
  const key = `service/cqc/${code}`;
  const says = `Lists ${organisation.name} as registered to provide care at ${place.name} since ${dateInWords(since, "en")}.`;
  const claim = (field: ClaimField, value: unknown): ClaimDraft => ({
    id: starterId(`${key}#${field}#${JSON.stringify(value)}#${row.sourceKey}`),
    field,
    value,
    sourceId: row.id,
    says,
    confirmedOn,
  });
  const name = serviceNameOf("gp-practice", place.name);
  const claims = [
    ...(stored
      ? []
      : [
          claim("name", name),
          claim("category", "gp-practice"),
          claim("place", { placeId: place.id, addressKey: place.addressKey }),
        ]),
    claim("status", "operating"),
    claim("provider", { providerId }),
    claim("started-on", since),
  ];
  return {
    recordType: "service",
    recordId: stored?.id ?? starterId(key),
    claims,
    create: stored ? undefined : { slug: slugOf(name), visibility: "published", sourceKey: key },
  };
}
