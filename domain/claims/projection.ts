import { type AddressValue, type Claim, type RegistrationValue, saysSo } from "@/domain/claims/claim";
import { claimsInForce } from "@/domain/claims/in-force";
import type { AwardRoute, CommissionerKind, ContractType } from "@/domain/contracts/contract";
import type { IdentifierScheme, PlaceKind } from "@/domain/places/place";
import type { PlaceOperatorValue, StoredOperator } from "@/domain/places/place-operator";
import type { LegalForm, ProviderKind } from "@/domain/providers/legal-form";
import type { OwnerClass } from "@/domain/providers/owner-class";
import type { RegistrationDoubt } from "@/domain/registrations/doubts";
import type { RegisteredForm } from "@/domain/registrations/registration";
import { tenuresOf } from "@/domain/registrations/tenures";
import type { ServiceCategory } from "@/domain/services/category";
import { quietMonth } from "@/domain/services/running";
import type { ServiceStatus } from "@/domain/services/service";

/**
 * Raised with every change of what the same claims make of a record: the next start then writes all records anew
 * (server/records/rebuild-after-change.ts).
 */
export const PROJECTION_EDITION = 3;

/** What a record's columns say: nothing but what the claims in force say. Shapes as in `CLAIM_FIELDS`. */
export type ServiceProjection = {
  name: string;
  category: ServiceCategory;
  placeId: string | null;
  addressKey: string | null;
  providerId: string | null;
  providerKind: ProviderKind | null;
  commissionerId: string | null;
  status: ServiceStatus;
  startedOn: string | null;
  endedOn: string | null;
  successorId: string | null;
  mayHaveEnded: string | null;
  /** The month of its newest figures where they are little or no activity, such as 2026-04; else null. */
  quietIn: string | null;
  /**
   * The day on which a source last said who runs it, else what kind of body does, else that it runs. It stands beside the
   * provider's name, so a register that only lists the place, or a doubt, never makes that name look fresher.
   */
  lastConfirmedOn: string | null;
  servesAreaIds: string[];
  contractIds: string[];
};
export type PlaceIdentifier = {
  scheme: IdentifierScheme;
  code: string;
  from: string | null;
  to: string | null;
  /** False where its register stopped listing it without a day. */
  isListed: boolean;
};
/** A registration at a place as a row beside it. Days ISO. */
export type PlaceRegistration = {
  locationId: string;
  form: RegisteredForm;
  registeredOn: string;
  /** First day of the unbroken run of one provider that it belongs to. */
  since: string;
  /** The day it ended by a source, else that on which the next run begins; null for what holds now. */
  endedOn: string | null;
  providerId: string | null;
  /** Whether it is the latest that we hold. */
  isLatest: boolean;
  doubts: RegistrationDoubt[];
  /** The day for which its source speaks. */
  confirmedOn: string;
};
export type PlaceProjection = {
  name: string;
  nameCy: string | null;
  kind: PlaceKind;
  identifiers: PlaceIdentifier[];
  addresses: AddressValue[];
  operator: StoredOperator | null;
  registrations: PlaceRegistration[];
};
export type ProviderProjection = {
  name: string;
  legalForm: LegalForm | null;
  owners: string | null;
  /** Null is "no source yet". */
  ownerClass: OwnerClass | null;
  about: string | null;
  website: string | null;
  companiesHouseNumber: string | null;
  parentId: string | null;
};
export type CommissionerProjection = { name: string; kind: CommissionerKind };
export type ContractProjection = {
  type: ContractType;
  awardRoute: AwardRoute;
  noticeReference: string | null;
  covers: string | null;
  holderId: string | null;
  commissionerId: string | null;
  startsOn: string | null;
  endsOn: string | null;
  valuePounds: number | null;
};

/** Values were parsed when they were stored (`parseClaimValue`), so reading them back only names their type. */
class Facts {
  private readonly held: Claim[];
  constructor(claims: readonly Claim[]) {
    this.held = claimsInForce(claims).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  one<T>(field: string): T | null {
    const claim = this.held.find((candidate) => candidate.field === field);
    return claim ? (claim.value as T) : null;
  }
  /** @throws Error for a record that lacks what it cannot be without. */
  need<T>(field: string): T {
    const value = this.one<T>(field);
    if (value === null) throw new Error(`a record needs a claim of its ${field}`);
    return value;
  }
  many<T>(field: string): T[] {
    return this.held.filter((claim) => claim.field === field).map((claim) => claim.value as T);
  }
  /** Those that are so, and not those of which a source shows that they are not. */
  so<T>(field: string): T[] {
    return this.many<T>(field).filter(saysSo);
  }
  claims(field: string): Claim[] {
    return this.held.filter((claim) => claim.field === field);
  }
  /** The day on which the first of these fields that is known was last confirmed, ISO. */
  confirmedOn(...fields: string[]): string | null {
    const known = fields.map((field) => this.held.find((claim) => claim.field === field));
    return known.find((claim) => claim !== undefined)?.confirmedOn ?? null;
  }
}

export function projectService(claims: readonly Claim[]): ServiceProjection {
  const facts = new Facts(claims);
  const place = facts.one<{ placeId: string; addressKey: string }>("place");
  return {
    name: facts.need("name"),
    category: facts.need("category"),
    placeId: place?.placeId ?? null,
    addressKey: place?.addressKey ?? null,
    providerId: facts.one<{ providerId: string }>("provider")?.providerId ?? null,
    providerKind: facts.one("provider-kind"),
    commissionerId: facts.so<{ commissionerId: string }>("commissioner")[0]?.commissionerId ?? null,
    status: facts.need("status"),
    startedOn: facts.one("started-on"),
    endedOn: facts.one("ended-on"),
    successorId: facts.one<{ serviceId: string }>("successor")?.serviceId ?? null,
    mayHaveEnded: facts.one("may-have-ended"),
    quietIn: quietMonth(facts.many("waiting-times"), facts.confirmedOn("status")),
    lastConfirmedOn: facts.confirmedOn("provider", "provider-kind", "status"),
    servesAreaIds: facts.so<{ areaId: string }>("serves-area").map(({ areaId }) => areaId),
    contractIds: facts.so<{ contractId: string }>("contract").map(({ contractId }) => contractId),
  };
}

export function projectPlace(claims: readonly Claim[]): PlaceProjection {
  const facts = new Facts(claims);
  return {
    name: facts.need("name"),
    nameCy: facts.one("name-cy"),
    kind: facts.need("kind"),
    identifiers: facts
      .many<Omit<PlaceIdentifier, "isListed"> & { isListed?: false }>("identifier")
      .map((identifier) => ({ ...identifier, isListed: identifier.isListed !== false })),
    addresses: facts.many("address"),
    operator: projectOperator(facts),
    registrations: projectRegistrations(facts),
  };
}

function projectOperator(facts: Facts): StoredOperator | null {
  const value = facts.one<PlaceOperatorValue>("operator");
  return value && { ...value, on: facts.confirmedOn("operator") ?? "" };
}

function projectRegistrations(facts: Facts): PlaceRegistration[] {
  const doubts = new Map(
    facts
      .many<{ key: string; doubts: RegistrationDoubt[] }>("registration-doubt")
      .map((doubted) => [doubted.key, doubted.doubts]),
  );
  const registrations = facts.claims("registration").map(({ value, confirmedOn }) => {
    const { key: locationId, providerId = null, ...rest } = value as RegistrationValue;
    return { ...rest, locationId, providerId, provider: providerId, confirmedOn };
  });
  return tenuresOf(registrations).flatMap(({ registration, since, followedOn }, at, runs) => {
    const { locationId, form, registeredOn, endedOn, providerId, confirmedOn } = registration;
    return {
      locationId,
      form,
      registeredOn,
      since,
      providerId,
      confirmedOn,
      endedOn: endedOn ?? followedOn,
      isLatest: at === runs.length - 1,
      doubts: doubts.get(locationId) ?? [],
    };
  });
}

export function projectProvider(claims: readonly Claim[]): ProviderProjection {
  const facts = new Facts(claims);
  return {
    name: facts.need("name"),
    legalForm: facts.one("legal-form"),
    owners: facts.one("owners"),
    ownerClass: facts.one("owner-class"),
    about: facts.one("about"),
    website: facts.one("website"),
    companiesHouseNumber: facts.one("companies-house-number"),
    parentId: facts.one<{ providerId: string }>("parent")?.providerId ?? null,
  };
}

export function projectCommissioner(claims: readonly Claim[]): CommissionerProjection {
  const facts = new Facts(claims);
  return { name: facts.need("name"), kind: facts.need("kind") };
}

export function projectContract(claims: readonly Claim[]): ContractProjection {
  const facts = new Facts(claims);
  return {
    type: facts.one<ContractType>("type") ?? "unknown",
    awardRoute: facts.one<AwardRoute>("award-route") ?? "unknown",
    noticeReference: facts.one("notice-reference"),
    covers: facts.one("covers"),
    holderId: facts.one<{ providerId: string }>("holder")?.providerId ?? null,
    commissionerId: facts.one<{ commissionerId: string }>("commissioner")?.commissionerId ?? null,
    startsOn: facts.one("starts-on"),
    endsOn: facts.one("ends-on"),
    valuePounds: facts.one("value-pounds"),
  };
}
