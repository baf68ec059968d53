import { AREA_KINDS, type AreaKind } from "@/domain/areas/area";
import type { FilterChoice } from "@/domain/map/filter-choice";
import type { MapAddress, NamedFilter } from "@/domain/map/map-address";
import type { ChoiceCounts, CountedFilter } from "@/domain/map/mask-pins";
import type { MapPage } from "@/server/pages/load-map-page";
import { findAreas } from "@/server/search/find-areas";

/** Words for what has no name of its own, such as a kind of care. */
export type ChoiceWords = (
  filter: "care" | "type" | "status" | "since" | "exact" | "area-kind",
  value: string,
) => string;

/** 650 constituencies would be most of the page: the one that an address names is offered, the others are typed (`typedAreaChoices`). */
const NOT_LISTED = "constituency/";

/** The values of all filters, those of people and places by name, the others as their lists have them. */
export function mapChoices(
  { counts, names }: Pick<MapPage, "counts" | "names">,
  { area, provider, pays }: Pick<MapAddress, NamedFilter>,
  words: ChoiceWords,
): Record<CountedFilter, FilterChoice[]> {
  const listed = (filter: "care" | "type" | "status" | "since" | "exact") =>
    [...counts[filter]].map(([value, count]) => ({ value, count, label: words(filter, value) }));
  const chosen = area ? `${area.kind}/${area.slug}` : "";
  const slugs: Record<NamedFilter, string> = { area: chosen, provider: provider ?? "", pays: pays ?? "" };
  // Whoever is chosen and known is offered even where nothing of theirs has a pin: a list that stood on "All" would be untrue.
  const withChosen = (filter: NamedFilter): ReadonlyMap<string, number> =>
    names[filter].has(slugs[filter]) ? new Map([[slugs[filter], 0], ...counts[filter]]) : counts[filter];
  const called = (filter: "provider" | "pays" | "area") =>
    [...withChosen(filter)]
      .map(([value, count]) => ({ value, count, label: names[filter].get(value) ?? value }))
      .sort((a, b) => a.label.localeCompare(b.label, "en-GB"));
  const areas = AREA_KINDS.toReversed().flatMap((kind) =>
    called("area")
      .filter(({ value }) => value.startsWith(`${kind}/`))
      .filter(({ value }) => !value.startsWith(NOT_LISTED) || value === chosen)
      .map((choice) => ({ ...choice, group: words("area-kind", kind) })),
  );
  return {
    care: listed("care").sort((a, b) => b.count - a.count),
    type: listed("type"),
    status: listed("status"),
    since: listed("since"),
    exact: listed("exact"),
    provider: called("provider"),
    pays: called("pays"),
    area: areas,
  };
}

/**
 * What a typed name of an area can mean, for the filters.
 * @param counts how many services each area would leave, as the filters are
 * @returns `isLike`: nothing is called that, the choices are only spelt a little like it
 */
export function typedAreaChoices(
  typed: string,
  counts: ChoiceCounts["area"],
  kindWord: (kind: AreaKind) => string,
): { choices: FilterChoice[]; isLike: boolean } {
  const { areas, isLike } = findAreas(typed);
  const choices = areas.map(({ kind, slug, name }) => {
    const value = `${kind}/${slug}`;
    return { value, label: name, count: counts.get(value) ?? 0, group: kindWord(kind) };
  });
  return { choices, isLike };
}
