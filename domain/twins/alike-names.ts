import { bareName, looseName } from "@/domain/imports/provider-name";
import { plainName } from "@/domain/names/plain-name";

/** How far two names agree. "alike" is worth a look and proves nothing. */
type NameAgreement = "same" | "alike" | "other";

/** Words as people shorten them, and as registers do. "St" is a saint and a street: both are shortened alike. */
const SPELT: ReadonlyMap<string, string> = new Map([
  ["rd", "road"],
  ["ave", "avenue"],
  ["av", "avenue"],
  ["ln", "lane"],
  ["sq", "square"],
  ["pk", "park"],
  ["saint", "st"],
  ["street", "st"],
  ["dr", "doctor"],
  ["drs", "doctor"],
  ["doctors", "doctor"],
  ["ctr", "centre"],
  ["center", "centre"],
  ["cntr", "centre"],
  ["hosp", "hospital"],
  ["hospitals", "hospital"],
  ["med", "medical"],
  ["surg", "surgery"],
  ["infirm", "infirmary"],
  ["hlth", "health"],
  ["gen", "general"],
  ["clinics", "clinic"],
  ["practise", "practice"],
  ["pract", "practice"],
  ["services", "service"],
  ["no", "number"],
  ["mt", "mount"],
]);

/** What a place is, and nothing that tells it from its neighbour. */
const COMMON_OF_PLACE = new Set(
  "the a at of in and nhs gp surgery practice medical centre health healthcare clinic hospital group doctor family partners house treatment service care unit department dept site building community primary hub main branch ltd limited trust foundation".split(
    " ",
  ),
);

/** What many organisations are called, and nothing that tells them apart. */
const COMMON_OF_PROVIDER = new Set(
  "the of and group health healthcare care service hospital clinic medical holdings operations ltd limited plc llp cic cio company international trading solutions partnership partners england wales scotland".split(
    " ",
  ),
);

/** Words that tell two of one name apart, however alike the rest is. */
const TELLS_APART = /^(?:north|south|east|west|upper|lower|new|old|central|\d+|i{2,3}|one|two|three)$/;

function words(name: string): string[] {
  // Figures and letters that stand together are a code of a register, told apart elsewhere.
  return plainName(name)
    .split(" ")
    .filter((word) => word !== "" && !/^[a-z]\d{5,8}$/.test(word))
    .map((word) => SPELT.get(word) ?? word);
}

/**
 * Two names of places. The town is no part of either: "SpaMedica Carlisle" and "SpaMedica" in Carlisle are one.
 * @returns null where one has no name.
 */
export function agreeAsPlaces(a: string, b: string, towns: readonly string[]): NameAgreement | null {
  const [first, second] = [words(a), words(b)];
  if (first.length === 0 || second.length === 0) return null;
  const whole = (list: readonly string[]) => list.filter((word) => word !== "the").join("");
  if (whole(first) === whole(second)) return "same";
  const town = new Set(towns.flatMap(words));
  const core = (list: readonly string[]) => list.filter((word) => !COMMON_OF_PLACE.has(word));
  const own = (list: readonly string[]) => {
    const left = core(list).filter((word) => !town.has(word));
    return left.length > 0 ? left : core(list);
  };
  return agreeInCore(own(first), own(second));
}

/** Two names of organisations: the very same but for spaces, country and what it is in law, or one that is the other in short. */
export function agreeAsProviders(a: string, b: string): NameAgreement {
  if (looseName(a) === "" || looseName(b) === "") return "other";
  if (looseName(a) === looseName(b)) return "same";
  const core = (name: string) => words(bareName(name)).filter((word) => !COMMON_OF_PROVIDER.has(word));
  return agreeInCore(core(a), core(b));
}

/** What tells each of them from its neighbours. */
function agreeInCore(a: readonly string[], b: readonly string[]): NameAgreement {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return "other";
  if (isNearly(short.join(""), long.join(""))) return "alike";
  const rest = [...long];
  for (const word of short) {
    const at = rest.findIndex((other) => isNearly(word, other));
    if (at === -1) return "other";
    rest.splice(at, 1);
  }
  return rest.some((word) => TELLS_APART.test(word)) ? "other" : "alike";
}

/** But for one slip of the pen, in words that are long enough for that to be none of another word. */
function isNearly(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 5 || long.length - short.length > 1 || /\d/.test(a + b)) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = short.slice(at);
  if (short.length < long.length) return rest === long.slice(at + 1);
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return rest.slice(1) === long.slice(at + 1) || (isSwapped && rest.slice(2) === long.slice(at + 2));
}
