import { writtenName } from "@/domain/names/plain-name";
import { formatPostcode } from "@/domain/reports/postcode-text";
import type { NewServiceProposal } from "@/domain/reports/proposal";

type Typed = Pick<NewServiceProposal, "placeName" | "addressLines" | "town" | "postcode">;

/**
 * What a volunteer typed who chose a place we know, if it is not what we have: they may mean another place. It is never
 * published, so a moderator must see it. An address that was left empty says nothing.
 * @returns the words in one line, or null when they agree.
 */
export function typedOtherThan(
  known: { name: string; town: string; postcode: string },
  { placeName, addressLines, town, postcode }: Typed,
): string | null {
  const differs =
    writtenName(placeName) !== writtenName(known.name) ||
    addressLines !== "" ||
    (town !== "" && writtenName(town) !== writtenName(known.town)) ||
    (postcode !== "" && formatPostcode(postcode) !== formatPostcode(known.postcode));
  return differs ? [placeName, addressLines, town, postcode].filter(Boolean).join(", ") : null;
}
