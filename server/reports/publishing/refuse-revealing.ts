import type { Db } from "@/db/client";
import { findProviderByName, findPublicProvider } from "@/db/queries/report-records";
import { InvalidInputError } from "@/domain/errors";
import { detailed } from "@/domain/field-problem";
import type { Effective } from "@/domain/reports/field-decision";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { publishedTexts } from "@/domain/reports/published-texts";
import type { RevealingFinder, RevealingWords } from "@/domain/services/revealing/revealing-words";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { findHealthBodyOfAddress } from "@/server/reports/publishing/area-served";
import { revealingChecker } from "@/server/revealing/revealing-checker";

/** Words that tell where care is which is shown by area only, with the words themselves. */
export type RevealingFound = RevealingWords & { words: string };

/**
 * What of a proposal would tell where its care is, if that is shown by area only: in the title, publisher, link or
 * quotation of a source, or the name of who runs or pays for it.
 */
export async function findRevealingIn(
  db: Db,
  proposal: NewServiceProposal,
  providerId: string | null = null,
  sent: NewServiceProposal = proposal,
): Promise<RevealingFound[]> {
  const isAreaOnly = await findAreaOnlyRule(db);
  if (!isAreaOnly(proposal.category)) return [];
  // One that was merged, or chosen by hand, is shown by the name of the one that stands.
  const known = providerId
    ? await findPublicProvider(db, providerId)
    : await findProviderByName(db, proposal.providerName);
  const texts = publishedTexts(proposal);
  const isRenamed = known && known.name !== proposal.providerName && proposal.naming === "named";
  if (isRenamed) texts.push({ field: "provider", text: known.name });
  const areas = await areasOf(db, proposal);
  const finderOf = revealingChecker(db);
  // Of the place that the author sent too: a moderator who writes another one does not move the care.
  const finders = [
    await finderOf(proposal, areas),
    ...(sent === proposal ? [] : [await finderOf(sent, areas)]),
  ];
  const find: RevealingFinder = (all) => finders.flatMap((each) => each(all));
  return texts.flatMap((text) =>
    find([text]).map((hit) => ({ ...hit, words: text.text.slice(hit.start, hit.end) })),
  );
}

/** None while the address does not tell it; nothing is published then. */
async function areasOf(db: Db, proposal: NewServiceProposal) {
  try {
    return [await findHealthBodyOfAddress(db, proposal)];
  } catch (error) {
    if (error instanceof InvalidInputError) return [];
    throw error;
  }
}

/**
 * Care that is shown by area only is published with nothing that tells where it is.
 * @throws InvalidInputError by field of the moderator's form: "reveals-place" with the words.
 */
export async function refuseRevealing(
  db: Db,
  { proposal, sent, kept, providerId }: Effective,
): Promise<void> {
  const byField = new Map<string, Set<string>>();
  for (const { field, words } of await findRevealingIn(db, proposal, providerId, sent)) {
    // A source that is left out is published by nobody; the form goes on counting it.
    const inForm = field.replace(/(?<=^source\.)\d+/, (index) => String(kept[Number(index)] ?? index));
    byField.set(inForm, (byField.get(inForm) ?? new Set()).add(words));
  }
  if (byField.size === 0) return;
  const said = [...byField].map(([field, words]) => [
    field,
    detailed("reveals-place", { detail: [...words].map((each) => `“${each}”`).join(", ") }),
  ]);
  throw new InvalidInputError(Object.fromEntries(said));
}
