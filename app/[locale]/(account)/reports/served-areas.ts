import { getDb } from "@/server/database";
import { listAreasToServe } from "@/server/reports/pages/list-served-areas";

/** The same, with a first choice for what has a place. */
export async function servedAreasOrNone(locale: string, none: string) {
  return [{ value: "", label: none }, ...(await servedAreas(locale))];
}

/** The areas that a service may serve which has no place of its own, as choices in the page's language. */
export async function servedAreas(locale: string): Promise<{ value: string; label: string }[]> {
  const areas = await listAreasToServe(getDb());
  return areas.map(({ id, nameEn, nameCy }) => ({
    value: id,
    label: locale === "cy" && nameCy ? nameCy : nameEn,
  }));
}
