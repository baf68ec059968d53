import type { Db } from "@/db/client";
import {
  findEntryBatch,
  findEntryListing,
  findUnlisted,
  keepListing,
  type Listing,
} from "@/db/queries/queue";
import { findPublicPlace } from "@/db/queries/report-records";
import type { QueuedReport } from "@/db/queries/reports";
import { InvalidInputError } from "@/domain/errors";
import { questionOf } from "@/domain/reports/change-form";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { chosenArea } from "@/domain/reports/serves-area";
import { wordsOfName } from "@/domain/search/normalise";
import { type AreaAssigner, loadAreaAssigner } from "@/server/areas/find-areas-of-address";
import { locateAddress } from "@/server/reports/publishing/locate-address";

/** More than are sent between two looks at the queue, and few enough to be held in memory. */
const AT_ONCE = 200;

/**
 * Reads off what the queue is searched and grouped by, of every report that was sent since somebody last looked. It is no move: the
 * report, its version and its audit stay as they were, and what is read off says nothing that its newest revision does not.
 */
export async function listWaiting(db: Db): Promise<void> {
  let assign: AreaAssigner | undefined;
  // To the last one: who searches for a report that is beyond the first two hundred would be told that there is none.
  for (let unlisted = await findUnlisted(db, AT_ONCE); unlisted.length > 0; ) {
    assign ??= await loadAreaAssigner(db);
    for (const report of unlisted) await keepListing(db, report, await listingOf(db, report, assign));
    unlisted = unlisted.length < AT_ONCE ? [] : await findUnlisted(db, AT_ONCE);
  }
}

async function listingOf(db: Db, { title, proposal }: QueuedReport, assign: AreaAssigner): Promise<Listing> {
  if (proposal.kind === "new-service") return listingOfNew(db, title, proposal, assign);
  const { about } = questionOf(proposal);
  return {
    ...(await findEntryListing(db, about)),
    sourceOf: sourceOf(proposal),
    entryBatchId: await findEntryBatch(db, about.type, about.id),
    words: wordsOf(title, proposal),
  };
}

async function listingOfNew(
  db: Db,
  title: string,
  proposal: NewServiceProposal,
  assign: AreaAssigner,
): Promise<Listing> {
  const known = proposal.placeId === null ? undefined : await findPublicPlace(db, proposal.placeId);
  const { town, postcode } = known ?? proposal;
  return {
    category: proposal.category,
    town: town.trim(),
    sourceOf: sourceOf(proposal),
    areaIds: await areasIn(proposal, { town, postcode, point: known ? "" : proposal.point }, assign),
    entryBatchId: null,
    words: wordsOf([title, known?.name, town, postcode].join(" "), proposal),
  };
}

async function areasIn(proposal: NewServiceProposal, given: Given, assign: AreaAssigner): Promise<string[]> {
  const served = chosenArea(proposal);
  return served === null ? areasOf(given, assign) : [served];
}

type Given = { town: string; postcode: string; point: string | undefined };

/** None where the postcode does not exist: whoever decides is told so. */
async function areasOf(given: Given, assign: AreaAssigner): Promise<string[]> {
  try {
    return assign((await locateAddress({ lines: "", ...given })).address);
  } catch (error) {
    if (error instanceof InvalidInputError) return [];
    throw error;
  }
}

function sourceOf(proposal: NewServiceProposal | ChangeProposal): string {
  const [first] = "sources" in proposal ? proposal.sources : [];
  if (!first) return "";
  const host = URL.parse(first.url)?.hostname.replace(/^www\./, "");
  return host || first.publisher.trim().toLowerCase();
}

/** As a search reads it: its own line, and every name and source that the proposal gives. */
function wordsOf(said: string, proposal: NewServiceProposal | ChangeProposal): string[] {
  const texts = Object.entries(proposal).flatMap(([key, value]) =>
    typeof value === "string" && SEARCHED.has(key) ? [value] : [],
  );
  const sources =
    "sources" in proposal ? proposal.sources.flatMap(({ title, publisher }) => [title, publisher]) : [];
  return [...new Set(wordsOfName([said, ...texts, ...sources].join(" ").slice(0, MOST_LETTERS)))];
}

const SEARCHED = new Set([
  "placeName",
  "addressLines",
  "town",
  "postcode",
  "providerName",
  "commissionerName",
]);
const MOST_LETTERS = 4000;
