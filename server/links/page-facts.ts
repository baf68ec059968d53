import type { LinkFault } from "@/domain/link-answer";
import type { PageFacts } from "@/domain/reports/found-facts";
import type { KnownPage } from "@/domain/sources/known-page";
import { noticeFacts } from "@/ingest/ocds-notices";
import { readCqcPage } from "@/ingest/pages/cqc-page";
import { readOdsRecord } from "@/ingest/pages/ods-record";
import { readWebPage } from "@/ingest/pages/web-page";
import type { FetchedLink } from "@/server/links/fetch-link";

const HTML = /^(?:text\/html|application\/xhtml\+xml)$/;
const JSON_TYPE = /^(?:application\/(?:[\w.-]+\+)?json|text\/json)$/;

/** What an address alone says: whose page it is. */
export function factsOfAddress(known: KnownPage | undefined): PageFacts {
  return known ? { kind: known.kind, publisher: known.publisher } : {};
}

/** What a page says, beside what its address does; or why it says nothing. */
export function factsOfPage(
  page: FetchedLink,
  known: KnownPage | undefined,
): { facts: PageFacts } | { fault: LinkFault } {
  if (known?.machine && JSON_TYPE.test(page.type)) return factsOfMachine(page, known);
  if (!HTML.test(page.type)) return { fault: "no-page" };
  const read = readWebPage(page.bytes, page.charset);
  const { title, publisher, publishedOn } = read;
  const facts = without({ title, publisher, publishedOn });
  if (known?.site !== "cqc") return { facts };
  // The day of such a page is when it was last built, not when the regulator looked.
  const { placeName, providerName } = readCqcPage(new URL(page.address).pathname, read);
  return { facts: without({ title, placeName, providerName }) };
}

function factsOfMachine(page: FetchedLink, known: KnownPage): { facts: PageFacts } | { fault: LinkFault } {
  if (page.isCut) return { fault: "too-large" };
  const content = page.bytes.toString("utf8");
  try {
    if (known.site === "ods") {
      const record = readOdsRecord(JSON.parse(content));
      if (!record) return { fault: "no-page" };
      const { changedOn: publishedOn, ...place } = record;
      return { facts: without({ title: record.placeName, publishedOn, ...place }) };
    }
    const notice = noticeFacts(content);
    if (!notice) return { fault: "no-page" };
    const { title, publishedOn, buyer: commissionerName, suppliers, startsOn: startedOn } = notice;
    // Of several suppliers no notice says which one runs a service.
    const providerName = suppliers.length === 1 ? (suppliers[0] ?? "") : "";
    return { facts: without({ title, publishedOn, providerName, commissionerName, startedOn }) };
  } catch {
    return { fault: "no-page" }; // not what its address promises
  }
}

function without(facts: PageFacts): PageFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ""));
}
