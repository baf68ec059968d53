import { areaIndex } from "@/db/reference/outlines";
import type { Classification } from "@/db/reference/provider-classification";
import { findTown } from "@/db/reference/towns";
import {
  decodeWaitingTimes,
  type FiledProvider,
  readTableBytes,
  WAITING_TIMES_FILE,
} from "@/db/reference/waiting-times-table";
import type { FiledCode } from "@/server/imports/extracts/filed-code";

type Town = FiledProvider["town"];
let shipped: Map<string, Town> | undefined;

/**
 * Where the middle of a site's town is. For a code that the project has reviewed, where its own table has it; for others,
 * that of the only town of the name, if it lies in the health body that the code is filed under: we do not guess.
 */
export function townFinder({ codes }: Pick<Classification, "codes">): (filed: FiledCode) => Town {
  shipped ??= new Map(
    decodeWaitingTimes(readTableBytes(WAITING_TIMES_FILE)).providers.map(({ code, town }) => [code, town]),
  );
  const known = shipped;
  const sites = new Map(codes.map(({ code, site, operatorEvidence }) => [code, { site, operatorEvidence }]));
  return ({ code, healthBody }) => {
    const { site, operatorEvidence } = sites.get(code) ?? {};
    if (!operatorEvidence?.source.startsWith("answer/")) return known.get(code) ?? null;
    const town = site?.town && healthBody ? findTown(site.town) : undefined;
    if (!town || areaIndex("health-body").codeAt(town.lon, town.lat) !== healthBody) return null;
    return { lon: town.lon, lat: town.lat, from: "towns" };
  };
}
