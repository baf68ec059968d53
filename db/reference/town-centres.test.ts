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

test("almost every city has a centre, and those without one are places of which there are several", () => {
  const without = CITIES.filter((name) => !findTownCentre(name));
  // Before, 42 were without. Of these there are several, and nothing but its town tells which a list means.
  expect(without).toEqual(["Derry", "Inverness", "Newport", "St Davids", "Ely", "Preston"]);
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
])("%s is where it is, to a few kilometres", (name, lat, lon) => {
  const found = findTownCentre(name);
  expect(found && metresBetween(found, { lat, lon })).toBeLessThan(4_000);
});

test.each(["Dalston", "Newport", "Nowhere", "", "Hethersgill"])(
  "%s has none: a village, several or nobody's",
  (name) => expect(findTownCentre(name)).toBeUndefined(),
);

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
