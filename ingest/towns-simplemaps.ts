import { readCsvRows } from "./csv-rows";
import { IngestRefusal } from "./refusal";

/** A town at its centre (not at any site in it). Degrees WGS84. */
export type SimplemapsTown = { name: string; lon: number; lat: number; population: number; capital: boolean };

/** Reads the simplemaps list of towns of the United Kingdom. */
export function readTowns(file: string, text: string): SimplemapsTown[] {
  const columns = ["city", "lat", "lng", "capital", "population", "population_proper"] as const;
  return readCsvRows(file, text, columns).map(({ line, cells }) => {
    const [lat, lon] = [Number(cells.lat || Number.NaN), Number(cells.lng || Number.NaN)];
    if (!(lat > 49 && lat < 61))
      throw new IngestRefusal(file, `"${cells.lat}" is no UK latitude`, line, "lat");
    if (!(lon > -9 && lon < 3))
      throw new IngestRefusal(file, `"${cells.lng}" is no UK longitude`, line, "lng");
    const population = Number(cells.population_proper || cells.population);
    if (!Number.isFinite(population)) {
      throw new IngestRefusal(file, `"${cells.population}" is not a number of people`, line, "population");
    }
    return { name: cells.city, lon, lat, population, capital: cells.capital === "primary" };
  });
}
