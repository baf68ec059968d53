import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Manner, MOST_LOOKED_AT, NameIndex } from "./name-index";
import type { Indexed } from "./name-index-parts";
import { inOneGo } from "./slices";

const entry = (name: string, weight = 0.5, hints: string[] = [], more: string[] = []): Indexed<string> => ({
  item: name,
  names: [name, ...more],
  hints,
  weight,
});
const index = new NameIndex([
  entry("Cumberland Infirmary", 0.6, ["Carlisle"]),
  entry("Cumberland", 0.6, ["council"]),
  entry("Newcastle upon Tyne", 0.75),
  entry("Newcastle", 0.55),
  entry("Newcastle-under-Lyme", 0.6),
  entry("St Mary’s Hospital", 0.6, ["London"]),
  entry("Cardiff", 0.7, [], ["Caerdydd"]),
  entry("Ynys Môn"),
  entry("Brighton & Hove"),
  entry("King's Heath"),
  entry("SpaMedica"),
  entry("The"),
]);
const find = (query: string, manner: Manner = "strict", limit = 5) =>
  index.search(query, limit, manner).map(({ item }) => item);

it("puts a name that is typed in full before a larger one that some of the words only go with", () => {
  const council = entry("City of London", 0.64, ["council"]);
  const town = entry("London", 1, ["town", "city"]);
  const names = (query: string) =>
    new NameIndex([town, council]).search(query, 5, "strict").map(({ item }) => item);
  expect(names("city of london").slice(0, 2)).toEqual(["City of London", "London"]);
  expect(names("london")).toEqual(["London", "City of London"]);
});

describe("a name is found", () => {
  it.each([
    ["SAINT MARYS hospital", "St Mary’s Hospital"],
    ["st mary", "St Mary’s Hospital"],
    ["mary's london", "St Mary’s Hospital"],
    ["brighton hove", "Brighton & Hove"],
    ["BRIGHTON and hove", "Brighton & Hove"],
    ["ynys mon", "Ynys Môn"],
    ["caerd", "Cardiff"],
    ["kingsheath", "King's Heath"],
    ["infirmary cumb", "Cumberland Infirmary"],
    ["the", "The"],
    ["spa medica", "SpaMedica"],
  ])("%s: %s", (typed, expected) => expect(find(typed)[0]).toBe(expected));

  it.each([
    ["cumberlnd infirmry", "Cumberland Infirmary"],
    ["newcaslte", "Newcastle upon Tyne"],
    ["cumbreland infirm", "Cumberland Infirmary"],
    ["cumberland infirmary doctors", "Cumberland Infirmary"],
  ])("with slips, %s: %s", (typed, expected) => {
    expect(find(typed)).toEqual([]);
    expect(find(typed, "loose")[0]).toBe(expected);
  });
});

it("puts the whole name first, unless much larger places begin with it", () => {
  expect(find("cumberland")).toEqual(["Cumberland", "Cumberland Infirmary"]);
  expect(find("newcastle")).toEqual(["Newcastle upon Tyne", "Newcastle", "Newcastle-under-Lyme"]);
});

it("is called nothing that only goes with it", () => {
  expect(find("council")).toEqual([]);
  expect(find("london", "loose")).toEqual([]);
  expect(find("cumberland council")).toEqual(["Cumberland"]);
});

it("needs two letters, and gives no more than was asked for, each once", () => {
  expect(find("c")).toEqual([]);
  expect(find("!!", "loose")).toEqual([]);
  expect(find("newcastle", "strict", 2)).toHaveLength(2);
  expect(find("ca")).toEqual(["Cardiff"]); // by both of its names
});

const letters = "abcdefghijklmnopqrstuvwxyz";
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 4, maxLength: 10 });
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const some = fc.uniqueArray(name, { minLength: 1, maxLength: 30 });

it("finds every name by itself, first of its weight, in any case", () => {
  fc.assert(
    fc.property(some, fc.nat(), (names, pick) => {
      const made = new NameIndex(names.map((text) => entry(text)));
      const wanted = names[pick % names.length] ?? "";
      const [found] = made.search(wanted.toUpperCase(), 1, "strict");
      expect(found).toMatchObject({ item: wanted, whole: true });
    }),
    { numRuns: 60 },
  );
});

it("finds every name with two neighbouring letters of a word swapped", () => {
  fc.assert(
    fc.property(some, fc.nat(), fc.nat(), (names, pick, where) => {
      const made = new NameIndex(names.map((text) => entry(text)));
      const wanted = names[pick % names.length] ?? "";
      const at = where % (wanted.length - 1);
      const [a, b] = [wanted.charAt(at), wanted.charAt(at + 1)];
      fc.pre(a !== " " && b !== " ");
      const typed = wanted.slice(0, at) + b + a + wanted.slice(at + 2);
      expect(made.search(typed, 30, "loose").map(({ item }) => item)).toContain(wanted);
    }),
    { numRuns: 60 },
  );
});

it("answers whatever is typed", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), (typed) => {
      for (const manner of ["strict", "loose"] as const) {
        const found = index.search(typed, 3, manner);
        expect(found.length).toBeLessThanOrEqual(6);
        expect(found.every(({ score }) => Number.isFinite(score))).toBe(true);
      }
    }),
  );
});

it("finds the same beforehand as when it is asked, whatever is left out of it", () => {
  const words = ["bar", "barrow", "barton", "base", "ash"];
  const entries = Array.from({ length: 400 }, (_, i) => entry(`${words[i % 5]} no${i}`, (i % 7) / 10));
  const [kept, plain] = [new NameIndex(entries), new NameIndex(entries)];
  inOneGo(kept.keepBeginnings(6));
  for (const query of ["ba", "bar", "barr", "barrow", "as", "no", "no1", "zz"]) {
    expect(kept.search(query, 6, "strict")).toEqual(plain.search(query, 6, "strict"));
    expect(kept.search(query, 3, "strict")).toEqual(plain.search(query, 3, "strict"));
  }
  expect(kept.looked).toBeLessThanOrEqual(plain.looked);
  kept.search("ba", 6, "strict");
  expect(kept.looked).toBe(0);
  const [first] = kept.search("ba", 6, "strict").map(({ item }) => item);
  const others = kept.search("ba", 6, "strict", (item) => item !== first);
  expect(others).toHaveLength(6);
  expect(others.map(({ item }) => item)).not.toContain(first);
});

it("gives the same first, however many are asked for and wherever it may stop looking", () => {
  const piece = fc.constantFrom("bar", "barrow", "hill", "north", "no1", "no2", "st");
  const named = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(" "));
  const weight = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
  const given = fc.array(fc.tuple(named, weight), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(given, named, fc.integer({ min: 1, max: 5 }), (names, query, limit) => {
      const made = new NameIndex(names.map(([text, heavy], at) => entry(`${text} z${at}`, heavy)));
      const all = made.search(query, 200, "loose");
      expect(made.search(query, limit, "loose")).toEqual(all.slice(0, limit));
      expect(all.map(({ score }) => score)).toEqual(all.map(({ score }) => score).toSorted((a, b) => b - a));
      const words = query.split(" ");
      // Each name in which all that was typed begins a word, once.
      const whole = names.flatMap(([text], at) => {
        const own = `${text} z${at}`.split(" ");
        return words.every((word) => own.some((one) => one.startsWith(word))) ? [`${text} z${at}`] : [];
      });
      const found = all.map(({ item }) => item);
      expect(new Set(found).size).toBe(found.length);
      for (const item of whole) expect(found).toContain(item);
    }),
    { numRuns: 200 },
  );
});

it("stops looking where nothing better can come", () => {
  const places = [entry("Barrow", 1), ...Array.from({ length: 90 }, (_, i) => entry(`Barrow no${i}`, 0.1))];
  const made = new NameIndex(places);
  expect(made.search("barrow", 1, "strict")[0]?.item).toBe("Barrow");
  expect(made.looked).toBe(1); // it is called that, and the first of the list could not come before it
  expect(made.search("barrow", 91, "strict")).toHaveLength(91);
  expect(made.looked).toBeGreaterThan(90);
});

describe("a search costs no more than so much, whatever is typed", () => {
  const common = ["north", "south", "st", "ne", "little", "marsh", "combe", "bar"];
  const places = Array.from({ length: 20_000 }, (_, i) =>
    entry(`${common[i % 8]} ${common[(i >> 3) % 8]} no${i}`, i === 19_999 ? 1 : 0.5, ["town city village"]),
  );
  const many = new NameIndex(places);
  const looked = (query: string, manner: Manner) => {
    many.search(query, 6, manner);
    return many.looked;
  };

  it.each([
    "north south east west great little upper zzzz",
    "st ne ma co ca ba br wo",
    "s c b m w h p l",
    "no",
    "town city village no",
    "n n n n n n n n",
  ])("%s", (query) => {
    expect(looked(query, "strict")).toBeLessThanOrEqual(MOST_LOOKED_AT);
    expect(looked(query, "loose")).toBeLessThanOrEqual(MOST_LOOKED_AT);
  });

  it("any words, beginnings and letters", () => {
    const piece = fc.constantFrom(...common, "no", "n", "s", "t", "to", "town", "city", "nroth", "zzzz");
    const typed = fc.array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join(" "));
    fc.assert(
      fc.property(typed, fc.constantFrom<Manner>("strict", "loose"), (query, manner) => {
        expect(looked(query, manner)).toBeLessThanOrEqual(MOST_LOOKED_AT);
      }),
      { numRuns: 50 },
    );
  });

  it("looks at no more than has the rarest word", () => {
    expect(looked("town village no123", "strict")).toBe(111); // no123, no1230 to no1239, no12300 to no12399
    expect(looked("town zzzz", "strict")).toBe(0);
  });

  it("finds what people most likely mean even where everything matches", () => {
    expect(many.search("no", 1, "strict")[0]?.item).toBe(places.at(-1)?.item);
  });
});
