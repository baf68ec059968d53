import type { useTranslations } from "next-intl";
import {
  CLAIM_FIELDS,
  type ClaimField,
  paidForBySchema,
  type RecordType,
  saysSo,
  waitingTimesSchema,
} from "@/domain/claims/claim";
import { type ClaimRead, idsIn, type RecordName } from "@/domain/claims/reading";

export type Names = ReadonlyMap<string, RecordName>;
/** Of a claim, what says its value. */
export type ValueOfClaim = Pick<ClaimRead, "recordType" | "field" | "value">;
type Words = ReturnType<typeof useTranslations<"services">>;

/**
 * What says the value of a claim in words; of one that points at a record, what is said beside its name. Values were parsed as they were
 * stored; here they are read field by field.
 * @param inWords from a partial ISO date.
 */
export function claimWords(t: Words, inWords: (date: string) => string): (claim: ValueOfClaim) => string {
  return (claim) => {
    const { field } = claim;
    if (is(claim, "service", "category")) return t(`category.${read("service", "category", claim)}`);
    // What a source of 2024 said holds for its day, whatever has become of the service since.
    if (is(claim, "service", "status")) return t(`claim.status.${read("service", "status", claim)}`);
    if (is(claim, "service", "provider-kind"))
      return t(`providerKind.${read("service", "provider-kind", claim)}`);
    if (is(claim, "service", "may-have-ended"))
      return t(`claim.mayHaveEnded.${read("service", "may-have-ended", claim) ?? "lifted"}`);
    if (is(claim, "place", "kind")) return t(`claim.placeKind.${read("place", "kind", claim)}`);
    if (is(claim, "provider", "legal-form"))
      return t(`providerKind.${read("provider", "legal-form", claim)}`);
    if (is(claim, "commissioner", "kind"))
      return t(`claim.commissionerKind.${read("commissioner", "kind", claim)}`);
    if (is(claim, "contract", "type")) return t(`claim.contractType.${read("contract", "type", claim)}`);
    if (is(claim, "contract", "award-route"))
      return t(`claim.awardRoute.${read("contract", "award-route", claim)}`);
    if (is(claim, "contract", "value-pounds"))
      return `£${read("contract", "value-pounds", claim).toLocaleString("en-GB")}`;
    if (is(claim, "place", "address")) {
      const { lines, town, postcode, precision } = read("place", "address", claim);
      const where = precision ? ` (${t(`claim.precision.${precision}`)})` : "";
      return [lines, town, postcode].filter(Boolean).join(", ") + where;
    }
    if (is(claim, "place", "operator"))
      return read("place", "operator", claim)
        .organisations.map(({ name }) => name)
        .join(", ");
    if (is(claim, "place", "identifier")) {
      const { scheme, code, from, to, isListed } = read("place", "identifier", claim);
      const named = { scheme: t(`claim.scheme.${scheme}`), code };
      if (isListed === false) return t("claim.identifierNotListed", named);
      if (!from && !to) return t("claim.identifier", named);
      const dates = {
        from: from ? inWords(from) : t("claim.open"),
        to: to ? inWords(to) : t("claim.open"),
      };
      return t("claim.identifierDates", { ...named, ...dates });
    }
    if (is(claim, "place", "registration")) {
      const { form, registeredOn } = read("place", "registration", claim);
      return t(`claim.registered.${form}`, { date: inWords(registeredOn) });
    }
    if (is(claim, "place", "registration-doubt")) {
      const { doubts } = read("place", "registration-doubt", claim);
      return doubts.length === 0
        ? t("claim.registrationDoubt.none")
        : doubts.map((doubt) => t(`claim.registrationDoubt.${doubt}`)).join("; ");
    }
    if (is(claim, "provider", "company-status")) {
      const { status, ceased } = read("provider", "company-status", claim);
      return t(`claim.companyStatus.${status}`, { date: ceased ? inWords(ceased) : "none" });
    }
    if (is(claim, "provider", "owner-class"))
      return t(`claim.ownerClass.${read("provider", "owner-class", claim)}`);
    if (field === "waiting-times") {
      const { key, ...numbers } = waitingTimesSchema.parse(claim.value);
      return t("claim.waitingTimes", { month: inWords(key), ...numbers });
    }
    if (field === "paid-for-by") {
      const { month, completed } = paidForBySchema.parse(claim.value);
      return t("claim.paidForBy", { month: inWords(month), completed });
    }
    if (/-on$/.test(field) && typeof claim.value === "string") return inWords(claim.value);
    return typeof claim.value === "string" ? claim.value : JSON.stringify(claim.value);
  };
}

/** All of a claim's value as text, with the names of what it points at. */
export function claimText(
  claim: ValueOfClaim,
  { names, t, inWords }: { names: Names; t: Words; inWords: (date: string) => string },
): string {
  const words = claimWords(t, inWords);
  const [id] = idsIn(claim.value);
  if (id === undefined) return words(claim);
  const name = names.get(id)?.name ?? t("claim.unnamedRecord");
  if (claim.field === "registration") return `${name}, ${words(claim)}`;
  if (claim.field === "paid-for-by") return `${name}: ${words(claim)}`;
  return saysSo(claim.value) ? name : t.markup("claim.notSo", { name: () => name });
}

function is(claim: ValueOfClaim, type: RecordType, field: string): boolean {
  return claim.recordType === type && claim.field === field;
}

/** @throws ZodError for a value that is not of its field's shape: it cannot have been stored. */
function read<T extends RecordType, F extends ClaimField<T> & keyof (typeof CLAIM_FIELDS)[T]>(
  type: T,
  field: F,
  claim: ValueOfClaim,
) {
  return (CLAIM_FIELDS[type][field] as { parse: (value: unknown) => Value<T, F> }).parse(claim.value);
}

type Value<
  T extends RecordType,
  F extends keyof (typeof CLAIM_FIELDS)[T],
> = (typeof CLAIM_FIELDS)[T][F] extends { parse: (value: unknown) => infer V } ? V : never;
