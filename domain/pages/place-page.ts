import type { AreaKind } from "@/domain/areas/area";
import type { PaidForBy } from "@/domain/claims/claim";
import type { DisputeRead } from "@/domain/claims/dispute";
import type { ProviderNumbers } from "@/domain/claims/provider-numbers";
import type { ChangeRead, ClaimRead, RecordName } from "@/domain/claims/reading";
import type { Counts } from "@/domain/figures/count";
import type { ProviderInGroup } from "@/domain/figures/group";
import type { NamedPlace, ServiceRow } from "@/domain/figures/service-row";
import type { UnknownBeside } from "@/domain/figures/unknown-beside";
import type { PublicPicture } from "@/domain/files/report-file";
import type { AreaSummary } from "@/domain/pages/area-page";
import type { NearbyService } from "@/domain/pages/nearby";
import type { PlaceAnswer } from "@/domain/pages/place-answer";
import type { IdentifierScheme, PlaceKind, PositionPrecision } from "@/domain/places/place";
import type { StoredOperator } from "@/domain/places/place-operator";
import type { Definition, LegalForm } from "@/domain/providers/legal-form";
import type { OwnerClass } from "@/domain/providers/owner-class";
import type { WhyCounted } from "@/domain/providers/why-counted";
import type { RegisteredPractice, RegisteredRun } from "@/domain/registrations/registered";
import type { Visibility } from "@/domain/services/service";

export type AddressRead = {
  id: string;
  /** "main", or the code of a branch. */
  key: string;
  isMain: boolean;
  lines: string;
  town: string;
  postcode: string;
  lon: number | null;
  lat: number | null;
  precision: PositionPrecision | null;
};

export type PlaceDetail = NamedPlace & {
  id: string;
  kind: PlaceKind;
  visibility: Visibility;
  publishedAt: Date | null;
  identifiers: {
    scheme: IdentifierScheme;
    code: string;
    validFrom: string | null;
    validTo: string | null;
    /** Whether a register itself gives the code, or only a list, a report or the waiting times. */
    isOfRegister: boolean;
    /** False where its register stopped listing it without a day. */
    isListed: boolean;
  }[];
  /** Whether a register lists the place today. */
  isListed: boolean;
  addresses: AddressRead[];
  /** Whose it is by a register, with the day for which that speaks. */
  operator: StoredOperator | null;
};

export type ProviderDetail = {
  id: string;
  slug: string;
  name: string;
  legalForm: LegalForm | null;
  /** As `ProviderInGroup` has it. */
  kind: LegalForm | null;
  owners: string | null;
  /** Null is "no source yet". */
  ownerClass: OwnerClass | null;
  about: string | null;
  website: string | null;
  companiesHouseNumber: string | null;
  visibility: Visibility;
  parent: { slug: string; name: string } | null;
};

/** Another entry at a place's postcode. */
export type PlaceAtPostcode = NamedPlace & { kind: PlaceKind };

/** All that a place's page says. */
export type PlacePageData = {
  place: PlaceDetail;
  answer: PlaceAnswer;
  definition: Definition;
  services: ServiceRow[];
  /** How many services the definition leaves out. */
  leftOut: number;
  /** Who was registered to provide care here, the latest first. */
  registrations: readonly RegisteredRun[];
  /** What the latest of them says of its entries, where that is an organisation which sent a comment. */
  comment: ClaimRead | null;
  claims: ClaimRead[];
  names: ReadonlyMap<string, RecordName>;
  areas: AreaSummary[];
  /** Other entries at its postcode, which may be of the same building. */
  samePostcode: PlaceAtPostcode[];
  /** Services at other places, the nearest first; none where the place's own position is approximate. */
  nearby: NearbyService[];
  changes: ChangeRead[];
  /** Published pictures, each beside one of the sources. */
  pictures: PublicPicture[];
  /** What is disputed, in a moderator's words. */
  disputes: DisputeRead[];
  /** The same of what runs there, by the id of a service. */
  serviceDisputes: ReadonlyMap<string, DisputeRead[]>;
};

/** An area with how many of some services are in it. */
export type AreaOfServices = NamedPlace & { kind: AreaKind; services: number };

/** Areas of one sort, the most services first, and how many of the services are in any of them. */
export type AreasOfServices = { areas: AreaOfServices[]; held: number };

/** All that a provider's page says. */
export type ProviderPageData = {
  provider: ProviderDetail;
  /** The organisations of its group: those that belong to it, and those that belong to these. */
  members: ProviderInGroup[];
  /** What it and its group run. */
  services: ServiceRow[];
  /** GP practices at which the organisation itself is or was registered, those of today first. */
  practices: readonly RegisteredPractice[];
  why: WhyCounted;
  /** How many of them the definition leaves out. */
  leftOut: number;
  /** The health bodies in whose areas the services that run now are, the most first. */
  bodies: AreasOfServices;
  /** Running services that are in no count because nobody knows what the organisation is. */
  unknown: UnknownBeside;
  numbers: ProviderNumbers | null;
  /** Who paid for treatment in the newest month told; `names` has the areas. */
  payers: PaidForBy[];
  counts: Counts;
  /** The day for which the counts are said, ISO. */
  today: string;
  claims: ClaimRead[];
  names: ReadonlyMap<string, RecordName>;
  changes: ChangeRead[];
  /** What is disputed, in a moderator's words. */
  disputes: DisputeRead[];
};
