import { expect, test } from "vitest";
import { readNames } from "@/db/reference/names";
import { postcodeTable } from "@/db/reference/postcodes";
import { metresBetween } from "@/domain/places/distance";
import { normaliseName } from "@/domain/search/normalise";
import { centreOf, findTownCentre } from "./town-centres";
import { findTown } from "./towns";

/** The 76 cities of the United Kingdom, and what people write for some of them. */
const CITIES =
  `Armagh,Bangor,Belfast,Derry,Lisburn,Newry,Aberdeen,Dundee,Dunfermline,Edinburgh,Glasgow,Inverness,Perth,Stirling,Cardiff,
Newport,St Asaph,St Davids,Swansea,Wrexham,Bath,Birmingham,Bradford,Brighton,Bristol,Cambridge,Canterbury,Carlisle,Chelmsford,Chester,Chichester,
Colchester,Coventry,Derby,Doncaster,Durham,Ely,Exeter,Gloucester,Hereford,Hull,Lancaster,Leeds,Leicester,Lichfield,Lincoln,Liverpool,London,
Manchester,Milton Keynes,Newcastle upon Tyne,Norwich,Nottingham,Oxford,Peterborough,Plymouth,Portsmouth,Preston,Ripon,Salford,Salisbury,
Sheffield,Southampton,Southend-on-Sea,St Albans,Stoke-on-Trent,Sunderland,Truro,Wakefield,Wells,Westminster,Winchester,Wolverhampton,
Worcester,York`
    .split(",")
    .map((name) => name.trim());

test("every city has a centre but two: there are several Newports, and one code has all villages round St Davids", () => {
  const without = CITIES.filter((name) => !findTownCentre(name));
  // Before, 42 were without. Addresses on official lists say "Newport" of four towns; the middle of SA62 is 15 km from St Davids.
  expect(without).toEqual(["Newport", "St Davids"]);
});

test.each([
  ["Leeds", 53.797, -1.542],
  ["Swansea", 51.621, -3.943],
  ["Abertawe", 51.621, -3.943],
  ["King's Lynn", 52.752, 0.396],
  ["Kings Lynn", 52.752, 0.396],
  ["Cardiff", 51.481, -3.179],
  ["Edinburgh", 55.953, -3.189],
  ["Stoke on Trent", 53.003, -2.179],
  ["Carlisle", 54.895, -2.934],
  // Called otherwise in the list of names; without a number of people; and those that addresses mean by a name of several.
  ["Derry", 54.997, -7.321],
  ["Doire", 54.997, -7.321],
  ["Londonderry", 54.997, -7.321],
  ["Inverness", 57.478, -4.225],
  ["Poole", 50.719, -1.983],
  ["Preston", 53.759, -2.699],
  ["Ely", 52.399, 0.262],
  // With its county, as it stands in an address.
  ["Newport, Gwent", 51.584, -2.998],
  ["Newport, Isle of Wight", 50.7, -1.293],
  ["Ely, Cambs", 52.399, 0.262],
  ["Ely, Cardiff", 51.48, -3.25],
  ["Ashford, Kent", 51.146, 0.875],
  ["Carlisle, Cumbria", 54.895, -2.934],
  ["Derry, Co Londonderry", 54.997, -7.321],
])("%s is where it is, to a few kilometres", (name, lat, lon) => {
  const found = findTownCentre(name);
  expect(found && metresBetween(found, { lat, lon })).toBeLessThan(4_000);
});

test.each([
  "Dalston",
  "Newport",
  "Nowhere",
  "",
  "Hethersgill",
  "Carlisle, Kent",
  "Newport, Nowhere",
  ", Kent",
])("%s has none: a village, several or nobody's", (name) => expect(findTownCentre(name)).toBeUndefined());

test("where a list of towns says it too, nine in ten middles are within three kilometres", () => {
  const table = postcodeTable();
  const away = readNames().flatMap((settlement, _at, all) => {
    const listed = findTown(settlement.name);
    if (!listed || settlement.people < 20_000) return [];
    const name = normaliseName(settlement.name);
    if (all.some((other) => other !== settlement && normaliseName(other.name) === name)) return [];
    const middle = centreOf(settlement, table);
    return middle ? [metresBetween(middle, listed)] : [];
  });
  expect(away.length).toBeGreaterThan(200);
  expect(away.filter((metres) => metres < 3_000).length / away.length).toBeGreaterThan(0.9);
});
