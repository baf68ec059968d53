import type { PostcodeLists, UnitInList } from "@/domain/look-up/look-up";
import { findPostcode } from "./find-postcode";
import { type ReferenceAreas, referenceAreas } from "./reference-areas";

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
      const slugOf = (code: string | undefined) => (code && ofPostcodes.get(code)?.slug) || null;
      const constituency = slugOf(answer.constituency);
      if (constituency === null) return { status: "no-position" };
      const near = slugOf(answer.near?.constituency);
      return { status: "found", constituency, near, precision: answer.precision };
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
