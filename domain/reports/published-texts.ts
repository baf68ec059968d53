import type { NewServiceProposal } from "@/domain/reports/proposal";
import type { LabelledText } from "@/domain/services/revealing/revealing-words";

/** The parts of a source that readers see and a moderator can change or drop. */
export const EDITED_PARTS = ["title", "publisher", "url", "says"] as const;
export type EditedPart = (typeof EDITED_PARTS)[number];

/** The name of a source's field in a moderator's form. */
export const sourcePartField = (index: number, part: EditedPart) => `source.${index}.${part}`;

/**
 * All texts of a report that would be public when its care is shown by area only, by the field of the moderator's form.
 * The place and the note are not among them: they are kept in the report.
 */
export function publishedTexts(
  proposal: Pick<NewServiceProposal, "naming" | "providerName" | "commissionerName" | "sources">,
): LabelledText[] {
  return [
    ...(proposal.naming === "named" ? [{ field: "provider", text: proposal.providerName }] : []),
    { field: "commissioner", text: proposal.commissionerName },
    ...proposal.sources.flatMap((source, index) =>
      EDITED_PARTS.map((part) => ({
        field: sourcePartField(index, part),
        text: source[part],
        isLink: part === "url",
      })),
    ),
  ];
}
