import { createServer, type RequestListener, type ServerResponse } from "node:http";
import postgres from "postgres";
import { postcodeTable } from "@/db/reference/postcodes";
import type { FoundPostcode, PostcodeAnswer } from "@/domain/postcodes/answer";
import { parsePostcode } from "@/domain/postcodes/postcode";
import { STATIC_SHARE, SUGGESTION_LIMIT } from "@/domain/search/results";
import { inOneGo } from "@/domain/search/slices";
import { frontListener } from "@/server/http/front";
import { postcodeApi } from "@/server/look-up/api-postcode";
import { fastLookUps } from "@/server/look-up/fast-look-ups";
import { referenceAreas } from "@/server/reference/reference-areas";
import { indexOf } from "@/server/search/record-index";
import { staticNames } from "@/server/search/static-names";
import { madeUpRecords } from "./names";

/**
 * One of the servers that `bench -- lookup` compares, in a process of its own: `bare` is node:http and postgres.js and
 * nothing else; `ours` the product's front server without Next behind it, which look-ups never reach anyway.
 */
const [, , kind = "", url = ""] = process.argv;
const sql = postgres(url, { max: 10 });
const origin = "http://bench.example";
const plain = {
  title: "",
  text: "",
  brokenTitle: "",
  brokenText: "",
  care: "",
  home: "",
  forbidden: "",
  badRequest: "",
  badForm: "",
  method: "",
  tooLarge: "",
};

const bytes = Buffer.from("x".repeat(1_500));
const bare: RequestListener = async (request, response) => {
  const path = request.url ?? "";
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  if (path.startsWith("/static/")) {
    response.end(bytes);
    return;
  }
  const [row] = await sql`select * from postcodes where postcode = ${decodeURIComponent(path.slice(1))}`;
  response.end(JSON.stringify(row));
};

/** The API's own answer, with what it says read from a row instead of the table. */
let found: PostcodeAnswer;
const answerFrom = postcodeApi(referenceAreas(), origin, () => found);
async function answerFromDatabase(path: string, response: ServerResponse): Promise<void> {
  const parsed = parsePostcode(decodeURIComponent(path.slice("/database/".length)));
  if (parsed.kind !== "unit") throw new Error(path);
  const [row] = await sql`
    select postcode, constituency, council, health_body as "healthBody", lon, lat, precision
    from postcodes where postcode = ${parsed.formatted}`;
  found = { status: "found", near: null, ...(row as Omit<FoundPostcode, "near">) };
  const { body } = answerFrom(parsed.formatted);
  response.writeHead(200, { "Content-Type": "application/json; charset=utf-8" }).end(body);
}

let index: ReturnType<typeof indexOf> | undefined;
const records = async () => {
  if (index === undefined) {
    index = indexOf(madeUpRecords());
    inOneGo(index.keepBeginnings(SUGGESTION_LIMIT));
    inOneGo(staticNames().index.keepBeginnings(SUGGESTION_LIMIT * STATIC_SHARE));
  }
  return { index, isComplete: true, asOf: Date.now() };
};

const ours = () =>
  frontListener({
    next: async (_request, response) => {
      response.writeHead(404).end();
    },
    fast: [
      fastLookUps({ siteOrigin: origin, records }),
      (request, response) => {
        if (!request.url?.startsWith("/database/")) return false;
        void answerFromDatabase(request.url, response);
        return true;
      },
    ],
    siteOrigin: origin,
    localMode: false,
    trustProxy: false,
    policy: { mapbox: false, dev: false, https: false },
    databaseIsSilent: () => false,
    words: plain,
  });

const server = createServer(kind === "bare" ? bare : ours());
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" && address ? address.port : 0 });
});
process.on("message", () => {
  const typedArrays = Object.values(kind === "bare" ? {} : postcodeTable())
    .filter((column) => ArrayBuffer.isView(column))
    .reduce((sum, { byteLength }) => sum + byteLength, 0);
  const { user, system } = process.cpuUsage();
  process.send?.({ rss: process.memoryUsage.rss(), typedArrays, cpu: (user + system) / 1000 });
});
process.on("disconnect", () => process.exit());
