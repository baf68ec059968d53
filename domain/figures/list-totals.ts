import type { ServiceRow } from "@/domain/figures/service-row";
import { countsAs, type Definition } from "@/domain/providers/legal-form";
import { isRunning, type NotCounted } from "@/domain/services/running";

/** What a list's rows are, so that its length and the counts beside it can be told apart: the parts come to the whole. */
export type ListTotals = {
  all: number;
  /** Those that the definition counts. */
  running: number;
  /** Running as well, but of a kind that it does not count: the page of one record lists those too. */
  otherKinds: number;
  planned: number;
  noLongerListed: number;
  littleActivity: number;
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
  "kind" | "status" | "notCounted" | "position" | "place" | "slug" | "name" | "providerId"
>;

export function listTotals(services: readonly Listed[], definition: Definition): ListTotals {
  const of = (is: (service: Listed) => boolean) => services.filter(is).length;
  const open = services.filter(isRunning);
  const outOf = (reason: NotCounted) =>
    of(({ status, notCounted }) => status === "operating" && notCounted === reason);
  const onMap = of(hasPosition);
  const running = open.filter(({ kind }) => countsAs(kind, definition));
  return {
    all: services.length,
    running: running.length,
    otherKinds: open.length - running.length,
    planned: of(({ status }) => status === "planned"),
    noLongerListed: outOf("no-longer-listed"),
    littleActivity: outOf("little-activity"),
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
