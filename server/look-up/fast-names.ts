import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "@/server/log";
import { referenceAreas } from "@/server/reference/reference-areas";
import { publicNames, readyPublicNames } from "@/server/search/public-names";
import { type ApiRecords, namesApi } from "./api-names";
import { openToAll, sendAnswer } from "./send-answer";

/** As long as a cached page may be kept by others: a name that is withdrawn is gone everywhere within 30 seconds. */
const CACHING = "public, max-age=30, must-revalidate";
const NOT_KEPT = "no-store";

export type NamesOptions = {
  siteOrigin: string;
  /** Where the index of public records comes from, when it is not at hand. */
  records?: () => Promise<ApiRecords>;
  now?: () => number;
};

/** The database is asked every five seconds what is published; so long without an answer is trouble, not delay. */
const TOO_OLD = 30_000;

/**
 * Answers `/api/v1/names` in the front server, from memory; the database is asked once for each publication. While it
 * cannot be, areas and towns are found all the same; when it has not answered for half a minute, the answer says that it is
 * not complete, and until when what it knows of was. Nothing asked for is logged. Returns false for other addresses.
 */
export function fastNames({ siteOrigin, records = publicNames, now = Date.now }: NamesOptions) {
  let api: ReturnType<typeof namesApi> | undefined;
  const answer = (request: IncomingMessage, response: ServerResponse, known: ApiRecords | null) => {
    api ??= namesApi(referenceAreas(), siteOrigin);
    const query = request.url?.split("?").slice(1).join("?") ?? "";
    const isComplete = known?.isComplete === true && now() - known.asOf <= TOO_OLD;
    const said = api(new URLSearchParams(query), known && { ...known, isComplete });
    sendAnswer(request, response, said, isComplete ? CACHING : NOT_KEPT);
  };
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (!/^\/api\/v1\/names\/?(?:\?|$)/.test(request.url ?? "")) return false;
    if (openToAll(request, response)) return true;
    const ready = readyPublicNames();
    if (ready) answerOrFail(() => answer(request, response, ready), response);
    else {
      records()
        .catch(() => null)
        .then((found) => answerOrFail(() => answer(request, response, found), response));
    }
    return true;
  };
}

function answerOrFail(answer: () => void, response: ServerResponse): void {
  try {
    answer();
  } catch (error) {
    log.error({ err: error }, "Names could not be looked up");
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
}
