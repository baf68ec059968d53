import type { PostcodeTable } from "@/db/reference/postcode-table";
import type { RegisterBranch } from "@/domain/places/register-place";
import type { OdsBranch } from "@/ingest/ods-branches";
import { splitAddress } from "@/ingest/postal-town";
import { properName } from "@/ingest/proper-case";
import { withoutRepeats } from "./build-places";
import { registerPositionOf, writtenPostcode } from "./register-positions";

/**
 * The branches of practices, each as the address that it is: the branch's name stands before its lines, because patients
 * know the branch by it. One without a postcode of the United Kingdom has no position.
 */
export function buildBranches(entries: readonly OdsBranch[], table: PostcodeTable): RegisterBranch[] {
  return entries.map(({ code, name: written, practiceCode, openedOn, endedOn, ...entry }) => {
    const name = properName(written);
    const { lines, town } = splitAddress(entry.addressLines);
    const postcode = writtenPostcode(entry.postcode) ?? "";
    const { note: _, ...position } = registerPositionOf(table, postcode, null, "postcode");
    const named = [name, withoutRepeats(lines, [name, town])].filter((part) => part !== "").join(", ");
    const address = { lines: named.slice(0, 300), town, postcode, ...position };
    return { code, name, practiceCode, from: openedOn, to: endedOn, address };
  });
}
