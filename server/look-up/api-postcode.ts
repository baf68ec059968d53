import type { AreaRecord } from "@/domain/areas/area";
import { dateInWords } from "@/domain/dates/in-words";
import type { AreaShare, PostcodeAnswer } from "@/domain/postcodes/answer";
import words from "@/messages/en/api.json";
import { findPostcode } from "@/server/reference/find-postcode";
import type { ReferenceAreas } from "@/server/reference/reference-areas";
import { type ApiAnswer, apiArea, apiData, apiProblem } from "./api-answer";

/** More than a postcode with every space and dash it could have. */
const LONGEST = 40;
const DATASETS = [
  "code-point-open",
  "northern-ireland-postcodes",
  "ons-postcode-directory",
  "constituencies",
  "councils",
  "health-bodies",
  "nhs-trusts",
  "welsh-names",
];

/**
 * Answers `/api/v1/postcodes/{postcode}`. Made once: what never changes is kept as text.
 * @param find what looks a text up; the table of the clone unless a test says otherwise
 */
export function postcodeApi(reference: ReferenceAreas, siteOrigin: string, find = findPostcode) {
  const data = JSON.stringify(apiData(reference.datasets, DATASETS, siteOrigin));
  const texts = new Map<string, string>();
  const areaText = (code: string): string => {
    const known = texts.get(code);
    if (known) return known;
    const text = JSON.stringify(apiArea(areaOf(reference, code), siteOrigin));
    texts.set(code, text);
    return text;
  };
  const shares = (list: readonly AreaShare[]) =>
    list.map(({ code, units, share }) => ({
      ...apiArea(areaOf(reference, code), siteOrigin),
      units,
      share: Math.round(share * 10_000) / 10_000,
    }));
  const good = (body: object): ApiAnswer => ({
    status: 200,
    body: `${JSON.stringify(body).slice(0, -1)},"data":${data}}`,
  });

  /** @param text what stood in the address, decoded */
  return (text: string): ApiAnswer => {
    if (text.length > LONGEST) return notAPostcode("too-long");
    const answer = find(text);
    switch (answer.status) {
      case "found":
        return { status: 200, body: found(answer, areaText, data) };
      case "no-position":
        return good({ ...answer, precision: "none", detail: words["no-position"] });
      case "partial": {
        const { constituencies, councils, healthBodies, ...rest } = answer;
        const areas = {
          constituencies: shares(constituencies),
          councils: shares(councils),
          healthBodies: shares(healthBodies),
        };
        return good({ ...rest, detail: words.partial, areas });
      }
      case "crown-dependency":
      case "bfpo":
      case "non-geographic":
        return good({ ...answer, detail: words[answer.status] });
      case "unknown": {
        const { title, unit, part } = words.unknown;
        const { postcode, nearest } = answer;
        const detail = nearest.length > 0 ? unit : part;
        return apiProblem(404, { title, detail }, { reason: "unknown", postcode, nearest });
      }
      case "ended": {
        const { title, detail } = words.ended;
        const { postcode, ended, nearest } = answer;
        const inWords = detail.replace("{month}", dateInWords(ended, "en"));
        return apiProblem(404, { title, detail: inWords }, { reason: "ended", postcode, ended, nearest });
      }
      case "not-a-postcode":
        return notAPostcode(answer.reason);
    }
  };
}

type Found = Extract<PostcodeAnswer, { status: "found" }>;

/** Written by hand: the areas' texts are joined in, not made again for each of 1.8 million postcodes. */
function found(answer: Found, areaText: (code: string) => string, data: string): string {
  const { postcode, precision, lon, lat, constituency, council, healthBody, near } = answer;
  const other = near === null ? "null" : `{"constituency":${areaText(near.constituency)}}`;
  return (
    `{"status":"found","postcode":"${postcode}","precision":"${precision}","position":{"lon":${lon},"lat":${lat}},` +
    `"areas":{"constituency":${areaText(constituency)},"council":${areaText(council)},` +
    `"healthBody":${areaText(healthBody)}},"near":${other},"data":${data}}`
  );
}

function areaOf(reference: ReferenceAreas, code: string): AreaRecord {
  const area = reference.ofPostcodes.get(code);
  if (!area) throw new Error(`The postcode table has the area ${code}, and the list of areas has not.`);
  return area;
}

function notAPostcode(reason: Exclude<keyof (typeof words)["notAPostcode"], "title">): ApiAnswer {
  const { title } = words.notAPostcode;
  return apiProblem(400, { title, detail: words.notAPostcode[reason] }, { reason });
}
