import type { AreaRecord } from "@/domain/areas/area";
import type { ReferenceDataset } from "@/domain/areas/reference-dataset";

/** What the API says to one question, before it is put on the wire. */
export type ApiAnswer = { status: 200 | 400 | 404 | 405; body: string };

/** An area as the API gives it. Addresses are absolute, in English and Welsh. */
export function apiArea(area: AreaRecord, siteOrigin: string) {
  const path = `/areas/${area.kind}/${area.slug}`;
  return {
    kind: area.kind,
    code: area.code,
    odsCode: area.odsCode,
    name: { en: area.nameEn, cy: area.nameCy },
    slug: area.slug,
    nation: area.nation,
    page: { en: `${siteOrigin}${path}`, cy: `${siteOrigin}/cy${path}` },
  };
}
export type ApiArea = ReturnType<typeof apiArea>;

/** The data an answer rests on: titles, vintages, licences, and the words they ask for. */
export function apiData(datasets: readonly ReferenceDataset[], keys: readonly string[], siteOrigin: string) {
  const used = datasets.filter(({ key }) => keys.includes(key));
  return {
    datasets: used.map(({ key, title, publisher, vintage, licence }) => ({
      key,
      title,
      publisher,
      vintage,
      licence,
    })),
    attribution: [...new Set(used.flatMap(({ attribution }) => sentences(attribution)))].join(" "),
    about: `${siteOrigin}/data`,
  };
}

/** Publishers ask for the same sentence again and again; it is said once. */
function sentences(attribution: string): string[] {
  return attribution.split(/(?<=\.) (?=[A-Z])/);
}

/** An answer in the form of RFC 9457 ("problem details"), with whatever else helps. */
export function apiProblem(
  status: 400 | 404 | 405,
  { title, detail }: { title: string; detail: string },
  more: object = {},
): ApiAnswer {
  return { status, body: JSON.stringify({ type: "about:blank", title, status, detail, ...more }) };
}
