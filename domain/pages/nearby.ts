import type { ServiceCategory } from "@/domain/services/category";
import type { ServiceStatus } from "@/domain/services/service";

/** A service with its distance in metres from a point, as the crow flies. */
export type NearbyService = {
  id: string;
  slug: string;
  name: string;
  category: ServiceCategory;
  status: ServiceStatus;
  place: { slug: string; name: string; nameCy: string | null };
  metres: number;
};
