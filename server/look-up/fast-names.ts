import type { IncomingMessage, ServerResponse } from "node:http";
import type { PublicName } from "@/db/queries/public-names";
import type { NameIndex } from "@/domain/search/name-index";
import { publicNames, readyPublicNames } from "@/server/search/public-names";
import { namesApi } from "./api-names";
import { referenceAreas } from "./reference-areas";
import { openToAll, sendAnswer } from "./send-answer";

/** As long as a cached page may be kept by others: a name that is withdrawn is gone everywhere within 30 seconds. */
const CACHING = "public, max-age=30, must-revalidate";
const NOT_KEPT = "no-store";

export type NamesOptions = {
  siteOrigin: string;
  /** Where the index of public records comes from, when it is not at hand. */
  records?: () => Promise<{ index: NameIndex<PublicName> }>;
};

/**
 * Answers `/api/v1/names` in the front server, from memory; the database is asked once for each publication. While it
 * cannot be, areas and towns are found all the same. Nothing asked for is logged. Returns false for other addresses.
 */
export function fastNames({ siteOrigin, records = publicNames }: NamesOptions) {
  let api: ReturnType<typeof namesApi> | undefined;
  const answer = (
    request: IncomingMessage,
    response: ServerResponse,
    records: NameIndex<PublicName> | null,
  ) => {
    api ??= namesApi(referenceAreas(), siteOrigin);
    const query = request.url?.split("?").slice(1).join("?") ?? "";
    const said = api(new URLSearchParams(query), records);
    sendAnswer(request, response, said, records === null ? NOT_KEPT : CACHING);
  };
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (!/^\/api\/v1\/names\/?(?:\?|$)/.test(request.url ?? "")) return false;
    if (openToAll(request, response)) return true;
    const ready = readyPublicNames();
    if (ready) answerOrFail(() => answer(request, response, ready.index), response);
    else {
      records()
        .then(({ index }) => index)
        .catch(() => null)
        .then((index) => answerOrFail(() => answer(request, response, index), response));
    }
    return true;
  };
}

function answerOrFail(answer: () => void, response: ServerResponse): void {
  try {
    answer();
  } catch (error) {
    console.error(error); // of our own tables; it names nothing that was asked for
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
}
