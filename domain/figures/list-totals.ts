import type { ServiceRow } from "@/domain/figures/service-row";

/** What a list's rows are, so that its length and the counts beside it can be told apart: the parts come to the whole. */
export type ListTotals = {
  all: number;
  running: number;
  planned: number;
  noLongerListed: number;
  ended: number;
  /** Of all of them, those with a pin on the map, and those without. */
  onMap: number;
  offMap: number;
  /** Different organisations that run them by name, and running services of which no name is shown. */
  organisations: number;
  notNamed: number;
};

type Listed = Pick<
  ServiceRow,
  "status" | "isNoLongerListed" | "position" | "place" | "slug" | "name" | "providerId"
>;

export function listTotals(services: readonly Listed[]): ListTotals {
  const of = (is: (service: Listed) => boolean) => services.filter(is).length;
  const isRunning = ({ status, isNoLongerListed }: Listed) => status === "operating" && !isNoLongerListed;
  const onMap = of(hasPosition);
  const running = services.filter(isRunning);
  return {
    all: services.length,
    running: running.length,
    planned: of(({ status }) => status === "planned"),
    noLongerListed: of(({ status, isNoLongerListed }) => status === "operating" && isNoLongerListed === true),
    ended: of(({ status }) => status === "ended"),
    onMap,
    offMap: services.length - onMap,
    organisations: new Set(running.flatMap(({ providerId }) => providerId ?? [])).size,
    notNamed: running.filter(({ providerId }) => providerId === null).length,
  };
}

function hasPosition({ position, place, slug, name }: Listed): boolean {
  return slug !== null && name !== null && place !== null && position !== null;
}
