import { InvalidInputError } from "@/domain/errors";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { locateAddress } from "@/server/reports/publishing/locate-address";

/** Near enough that streets of a town are told apart. */
const NEAR = 12;

/** Where the map of a pin begins: what was said of the town or the postcode; null for the whole country. */
export async function findPinStart({
  town = "",
  postcode = "",
}: ReportFormValues): Promise<{ lon: number; lat: number; zoom: number } | null> {
  try {
    const { lon, lat } = (await locateAddress({ lines: "", town, postcode })).address;
    return lon === null || lat === null ? null : { lon, lat, zoom: NEAR };
  } catch (error) {
    if (error instanceof InvalidInputError) return null;
    throw error;
  }
}
