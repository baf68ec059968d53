import type { IdentifierScheme, PlaceKind, PositionPrecision } from "@/domain/places/place";
import type { LegalForm } from "@/domain/providers/legal-form";
import type { Visibility } from "@/domain/services/service";
import type { NamedPlace } from "@/domain/services/service-row";

export type AddressRead = {
  id: string;
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
  identifiers: { scheme: IdentifierScheme; code: string; validFrom: string | null; validTo: string | null }[];
  addresses: AddressRead[];
};

export type ProviderDetail = {
  id: string;
  slug: string;
  name: string;
  legalForm: LegalForm | null;
  owners: string | null;
  about: string | null;
  website: string | null;
  companiesHouseNumber: string | null;
  visibility: Visibility;
  parent: { slug: string; name: string } | null;
};
