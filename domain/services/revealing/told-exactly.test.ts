import { describe, expect, it } from "vitest";
import { revealingFinder } from "./revealing-words";
import { NOWHERE, type Where } from "./where";

/** Each word that is told, with why, and nothing beside it. */
const told = (text: string, where: Partial<Where> = {}, isLink = false) =>
  revealingFinder({ ...NOWHERE, ...where })([{ field: "says", text, isLink }]).map(
    ({ start, end, reason }) => [text.slice(start, end), reason],
  );

describe("of a text exactly the address is marked, as what it is", () => {
  it.each([
    ["in 12 Station Road now", "12 Station Road", "street-number"],
    ["in 12 Mill Hill now", "12 Mill Hill", "street-number"],
    ["call 0117 496 0123 now", "0117 496 0123", "phone"],
    ["post to BS1 5TR now", "BS1 5TR", "postcode"],
    ["post to ME 1 5TH now", "ME 1 5TH", "postcode"],
    ["post to BS1 STR now", "BS1 STR", "postcode"],
    ["in CF10 now", "CF10", "postcode"],
    ["near NT 0012 0012 now", "NT 0012 0012", "position"],
    ["near 9C3VFC7X+VW now", "9C3VFC7X+VW", "position"],
    ["on Grove Road now", "Grove Road", "street"],
    ["ar Heol Fawr nawr", "Heol Fawr", "street"],
    ["on Victoria St, now", "Victoria St", "street"],
    ["at 5 Anything now", "at 5 Anything", "street-number"],
    ["in Flat 4 now", "Flat 4", "street-number"],
    ["to PO Box 12 now", "PO Box 12", "street-number"],
    ["on 12 Abcdef now", "12 Abcdef", "street-number"],
    ["12, Kingsway", "12, Kingsway", "street-number"],
  ])("%s", (text, words, reason) => {
    expect(told(text)).toEqual([[words, reason]]);
  });

  it("and two addresses are two", () => {
    expect(told("12 Kingsway and 3 Southgate").map(([words]) => words)).toEqual([
      "12 Kingsway",
      "3 Southgate",
    ]);
  });

  it.each([
    "in 12 mill hill now",
    "near nt 0012 0012 now",
    "on grove road now",
    "ar heol fawr nawr",
    "on victoria st, now",
    "on Victoria st, now",
    "at 5 May now",
    "at 5 anything now",
    "me 1 5th of it",
    "bs1 str",
    "Cf10 now",
    "on 12 ABCDE now",
    "they met 12, Kingsway said",
    "in 2019 Kingsway",
    "lot. 3 Kingsway",
    "at 12 st James Barton",
  ])("without its capitals, or as a date or a count, it is none: %s", (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe("in a link, which has no capitals", () => {
  it.each([
    ["https://care.example/nt00120012", "position"],
    ["https://care.example/grove-road", "street"],
    ["https://care.example/12kingsway", "street-number"],
    ["care.example/12kingsway", "street-number"],
    ["https://care.example/3-kingsway-lot", "street-number"],
    ["https://care.example/me-1-5th", "postcode"],
    ["xn--abc.example", "link-unreadable"],
  ])("%s is told whole, as %s", (url, reason) => {
    expect(told(url, {}, true)).toEqual([[url, reason]]);
  });
  it.each([
    "https://12kingsway.example/",
    "12kingsway.example",
    "https://care.example/lot-3-kingsway",
    "https://care.example/1abcdef",
    "https://care.example/12-mill-hill",
    "https://care.example/cf10",
    "https://care.example/2019-kingsway",
    "https://care.example/x2019-kingsway",
  ])("%s tells nothing: firms and pages are called so", (url) => {
    expect(told(url, {}, true)).toEqual([]);
  });
});

describe("what readers are told anyway", () => {
  const where = { towns: ["Bristol"], allowed: ["Bristol board", "", "—"] };
  it.each([
    ["the Bristol board, in Bristol", ["Bristol"]],
    ["in Bristol, the Bristol board", ["Bristol"]],
    ["the Bristol board", []],
    ["Bristol", ["Bristol"]],
  ])("hides no town that stands outside it: %s", (text, words) => {
    expect(told(text, where).map(([word]) => word)).toEqual(words);
  });
  it("nor in a link", () => {
    expect(told("https://a.example/bristol-board", where, true)).toEqual([]);
    expect(told("https://a.example/bristol-board/bristol", where, true)).toHaveLength(1);
    expect(told("https://a.example/bristol/bristol-board", where, true)).toHaveLength(1);
  });
});

describe("a town", () => {
  const words = (text: string, ...towns: string[]) => told(text, { towns }).map(([word]) => word);

  it.each([
    ["in L e e d s", "Leeds", ["L e e d s"]],
    ["in W i c k", "Wick", []],
    ["in Wick-on-Sea", "Wick", ["Wick"]],
    ["in Ely and ely", "Ely", ["Ely"]],
    ["in Bath and bath", "Bath", ["Bath", "bath"]],
    [
      "Market Rasen, market rasen, Rasen and a market",
      "Market Rasen",
      ["Market Rasen", "market rasen", "Rasen"],
    ],
    ["in High Street and high street", "High Street", ["High Street"]],
    ["in New Mill and a mill", "New Mill", ["New Mill"]],
  ])("in %j of %s", (text, town, found) => {
    expect(words(text, town)).toEqual(found);
  });
  it("is found inside a word of a link where it is long enough, and else by itself", () => {
    expect(told("https://a.example/xleedsx", { towns: ["Leeds"] }, true)).toHaveLength(1);
    expect(told("https://a.example/l-e-e-d-s", { towns: ["Leeds"] }, true)).toHaveLength(1);
    expect(told("https://a.example/wickx", { towns: ["Wick"] }, true)).toEqual([]);
    expect(told("https://a.example/wick", { towns: ["Wick"] }, true)).toHaveLength(1);
  });
  it("near by is told with a capital, unless it is a usual word", () => {
    const nearby = ["Clifton", "Ely", "Street", "New Mill", "Old Sodbury"];
    expect(told("Clifton clifton Old Sodbury old sodbury", { nearby }).map(([word]) => word)).toEqual([
      "Clifton",
      "Old Sodbury",
    ]);
    expect(told("in New Mill, by Ely", { nearby })).toEqual([]);
  });
});

describe("a street of the place", () => {
  it.each([
    [
      "Kingsdown Parade, kingsdown pde, Kingsdown",
      "12 Kingsdown Parade",
      ["Kingsdown Parade", "kingsdown pde", "Kingsdown"],
    ],
    ["off Cheapside", "Cheapside", ["Cheapside"]],
    ["off Long Acre or long acre", "Long Acre", ["Long Acre", "long acre"]],
    ["on High Street or high street", "High Street", ["High Street"]],
    ["12 or 14a of them", "14a", []],
  ])("in %j of %j", (text, street, found) => {
    expect(told(text, { streets: [street] }).map(([word]) => word)).toEqual(found);
  });
});

describe("a postcode of the place", () => {
  it.each([
    ["in bs1 now", "BS1 4DJ", ["bs1"]],
    ["in bs1 now", "BS1 4", ["bs1"]],
    ["in bs1 now", "BS1", ["bs1"]],
    ["in zz99 xx now", "ZZ99 XX", ["zz99 xx"]],
    ["in zz99 now", "ZZ99 XX", []],
    ["in it", "", []],
  ])("in %j of %j", (text, postcode, found) => {
    expect(told(text, { postcodes: [postcode] })).toEqual(found.map((word) => [word, "postcode"]));
  });
});

describe("the name of the place", () => {
  it.each([
    ["the Hope House team, in hope of a house", ["Hope House"], ["Hope House"]],
    ["the Hope House team", ["Hope House Clinic"], ["Hope House"]],
    ["HopeHouse hopehouse", ["Hope House Clinic"], ["HopeHouse"]],
    ["kingsdownhouse", ["Kingsdown House"], ["kingsdownhouse"]],
    ["A clinic, The Clinic", ["The Clinic"], []],
    ["in hope, Hope", ["Hope"], []],
    ["Elm and elm", ["Elm Clinic"], ["Elm"]],
    ["Elms and elms", ["Elms Clinic"], ["Elms", "elms"]],
    ["the Larch; Yewtree", ["Larch Centre; Yewtree (old)"], ["Larch", "Yewtree"]],
    ["St Agatha, saint agatha", ["Saint Agatha"], ["Agatha", "saint agatha"]],
  ])("in %j of %j", (text, names, found) => {
    expect(told(text, { names }).map(([word]) => word)).toEqual(found);
  });
  it("has its town in it even where the provider is called so", () => {
    const where = { names: ["Marie Bristol"], providerName: "Marie Bristol Ltd", towns: ["Bristol"] };
    expect(told("Marie is named; Bristol too", where).map(([word]) => word)).toEqual(["Bristol"]);
  });
});

it("nothing is told of no text", () => {
  expect(told("", { towns: ["Bristol"] })).toEqual([]);
  expect(told(" \n ", { towns: ["Bristol"] })).toEqual([]);
});
