import type { AreaRecord } from "@/domain/areas/area";
import type { PostcodeLists, UnitInList } from "@/domain/look-up/look-up";
import type { ShardArea } from "@/domain/postcodes/shard";
import { findPostcode } from "@/server/reference/find-postcode";
import { type ReferenceAreas, referenceAreas } from "@/server/reference/reference-areas";

/** The lists as the server has them: the tables in the clone, without a database. */
export function postcodesInTables(areas: () => ReferenceAreas = referenceAreas): PostcodeLists {
  return {
    hasPart: async ({ outcode, digit }) => {
      const answer = findPostcode(digit === null ? outcode : `${outcode} ${digit}`);
      // CA27 alone can mean the sector CA2 7: whoever asks for the district is told of the district.
      return answer.status === "partial" && (digit !== null || answer.scope === "outcode");
    },
    findUnit: async (outcode, inward) => unitIn(`${outcode} ${inward}`, areas()),
  };
}

function unitIn(postcode: string, { ofPostcodes }: ReferenceAreas): UnitInList {
  const answer = findPostcode(postcode);
  switch (answer.status) {
    case "found": {
      const { lon, lat, precision } = answer;
      const area = (code: string | undefined) => (code === undefined ? null : named(ofPostcodes.get(code)));
      const constituency = area(answer.constituency);
      if (constituency === null) return { status: "no-position" };
      const near = area(answer.near?.constituency);
      const [council, healthBody] = [area(answer.council), area(answer.healthBody)];
      const [outcode = ""] = postcode.split(" ");
      return {
        status: "found",
        unit: { outcode, lon, lat, precision, constituency, near, council, healthBody },
      };
    }
    case "no-position":
      return { status: "no-position" };
    case "ended":
      return { status: "ended", ended: answer.ended, nearest: answer.nearest };
    case "unknown":
      return { status: "unknown", nearest: answer.nearest };
    default:
      return { status: "unknown", nearest: [] };
  }
}

function named(area: AreaRecord | undefined): ShardArea | null {
  if (!area) return null;
  const { kind, code, slug, nameEn, nameCy } = area;
  return { kind, code, slug, nameEn, nameCy };
}
