import type { Nation } from "@/domain/areas/area";
import type { CountedService } from "@/domain/figures/count";
import type { PositionPrecision } from "@/domain/places/place";
import type { ServiceCategory } from "@/domain/services/category";

/** A record's name with where its page is; names of places and areas may have a Welsh form. */
export type Named = { slug: string; name: string };
export type NamedPlace = Named & { nameCy: string | null };

/**
 * One service as a list shows it. Of a service that is shown by area only, `name`, `slug`, `place` and `position` are
 * null: nothing that tells where it is ever leaves the database.
 */
export type ServiceRow = CountedService & {
  slug: string | null;
  name: string | null;
  category: ServiceCategory;
  place: (NamedPlace & { town: string; postcode: string }) | null;
  /** Degrees WGS84 and how well they are known. */
  position: { lon: number; lat: number; precision: PositionPrecision } | null;
  provider: Named | null;
  /** It has a provider whose name is withheld at present: never to be called "not known". */
  isProviderHidden: boolean;
  startedOn: string | null;
  mayHaveEndedReason: string | null;
  /** The month of its newest figures, where they are little or no activity and nothing later says that it runs. */
  quietIn?: string | null;
  /** Of a planned one: the day for which the government's list of diagnostic centres has its place as one; else null. */
  listedCentreOn?: string | null;
  /** The region or nation to list it under. */
  region: (NamedPlace & { nation: Nation }) | null;
};
