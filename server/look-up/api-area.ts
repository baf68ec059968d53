import type { AreaRecord } from "@/domain/areas/area";
import words from "@/messages/en/api.json";
import type { ReferenceAreas } from "@/server/reference/reference-areas";
import { type ApiAnswer, apiArea, apiData, apiProblem } from "./api-answer";

const DATASETS = [
  "constituencies",
  "constituency-overlap",
  "councils",
  "health-bodies",
  "icbs-2023",
  "regions",
  "population",
  "nhs-trusts",
  "welsh-names",
];

/**
 * Answers `/api/v1/areas/{code}` for an ONS (GSS) or NHS (ODS) code in any case. Always a list: a code is unique only
 * with its kind, and Scotland's names a region and a nation.
 */
export function areaApi(reference: ReferenceAreas, siteOrigin: string) {
  const data = apiData(reference.datasets, DATASETS, siteOrigin);
  const successorsOf = (area: AreaRecord) =>
    area.validTo === null ? [] : (reference.successors.get(area.code) ?? []);
  /** @param text what stood in the address, decoded */
  return (text: string): ApiAnswer => {
    const code = text.trim().toUpperCase();
    if (!/^[A-Z\d]{2,9}$/.test(code)) {
      const { title, text: detail } = words.notACode;
      return apiProblem(400, { title, detail }, { reason: "not-a-code" });
    }
    const found = reference.byCode.get(code);
    if (!found) {
      const { title, text: detail } = words.unknownArea;
      return apiProblem(404, { title, detail }, { reason: "unknown", code });
    }
    const areas = found.map((area) => ({
      ...apiArea(area, siteOrigin),
      point: { lon: area.lon, lat: area.lat },
      bbox: area.bbox,
      population: area.population === null ? null : { people: area.population, year: area.populationYear },
      validFrom: area.validFrom,
      validTo: area.validTo,
      successors: successorsOf(area).map(({ area: heir, share, basis }) => ({
        ...apiArea(heir, siteOrigin),
        share,
        basis,
      })),
    }));
    return { status: 200, body: JSON.stringify({ code, areas, data }) };
  };
}
