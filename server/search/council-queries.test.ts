import { describe, expect, it } from "vitest";
import type { FoundName } from "@/domain/search/results";
import { referenceAreas } from "@/server/reference/reference-areas";
import { findNames } from "./find-names";

const councils = referenceAreas().all.filter(({ kind, validTo }) => kind === "council" && validTo === null);
const first = (query: string): FoundName | undefined => findNames(query, 6, null).names[0];
const pathOf = (slug: string) => `/areas/council/${slug}`;

/** What comes first, for each text that does not lead to the council. */
function astray(asked: readonly (readonly [query: string, slug: string])[]) {
  return asked
    .filter(([query, slug]) => first(query)?.path !== pathOf(slug))
    .map(([query]) => `${query}: ${first(query)?.path ?? "nothing"}`);
}

/** The twenty-two of Wales as they officially call themselves, in English and in Welsh. */
const WALES: readonly (readonly [slug: string, english: string, welsh: string])[] = [
  ["isle-of-anglesey", "Isle of Anglesey County Council", "Cyngor Sir Ynys Môn"],
  ["gwynedd", "Gwynedd Council", "Cyngor Gwynedd"],
  ["conwy", "Conwy County Borough Council", "Cyngor Bwrdeistref Sirol Conwy"],
  ["denbighshire", "Denbighshire County Council", "Cyngor Sir Ddinbych"],
  ["flintshire", "Flintshire County Council", "Cyngor Sir y Fflint"],
  ["wrexham", "Wrexham County Borough Council", "Cyngor Bwrdeistref Sirol Wrecsam"],
  ["ceredigion", "Ceredigion County Council", "Cyngor Sir Ceredigion"],
  ["pembrokeshire", "Pembrokeshire County Council", "Cyngor Sir Penfro"],
  ["carmarthenshire", "Carmarthenshire County Council", "Cyngor Sir Gâr"],
  ["swansea", "City and County of Swansea Council", "Cyngor Dinas a Sir Abertawe"],
  ["neath-port-talbot", "Neath Port Talbot Council", "Cyngor Castell-nedd Port Talbot"],
  ["bridgend", "Bridgend County Borough Council", "Cyngor Bwrdeistref Sirol Pen-y-bont ar Ogwr"],
  ["vale-of-glamorgan", "Vale of Glamorgan Council", "Cyngor Bro Morgannwg"],
  ["cardiff", "City of Cardiff Council", "Cyngor Dinas Caerdydd"],
  ["rhondda-cynon-taf", "Rhondda Cynon Taf County Borough", "Cyngor Bwrdeistref Sirol Rhondda Cynon Taf"],
  ["caerphilly", "Caerphilly County Borough Council", "Cyngor Bwrdeistref Sirol Caerffili"],
  ["blaenau-gwent", "Blaenau Gwent County Borough Council", "Cyngor Bwrdeistref Sirol Blaenau Gwent"],
  ["torfaen", "Torfaen County Borough Council", "Cyngor Bwrdeistref Sirol Torfaen"],
  ["monmouthshire", "Monmouthshire County Council", "Cyngor Sir Fynwy"],
  ["newport", "Newport City Council", "Cyngor Dinas Casnewydd"],
  ["powys", "Powys County Council", "Cyngor Sir Powys"],
  ["merthyr-tydfil", "Merthyr Tydfil County Borough Council", "Cyngor Bwrdeistref Sirol Merthyr Tudful"],
];

describe("councils by what they are officially called", () => {
  it("every council of Wales, in both languages", () => {
    const known = councils.filter(({ nation }) => nation === "wales").map(({ slug }) => slug);
    expect(WALES.map(([slug]) => slug).sort()).toEqual(known.sort());
    expect(
      astray(WALES.flatMap(([slug, english, welsh]) => [[english, slug] as const, [welsh, slug] as const])),
    ).toEqual([]);
  });

  it("every London borough, in both orders", () => {
    const boroughs = councils.filter(({ code, slug }) => code.startsWith("E09") && slug !== "city-of-london");
    expect(boroughs).toHaveLength(32);
    const asked = boroughs.flatMap(({ nameEn, slug }) => [
      [`London Borough of ${nameEn}`, slug] as const,
      [`${nameEn} London Borough Council`, slug] as const,
      [`LB ${nameEn}`, slug] as const,
    ]);
    expect(astray(asked)).toEqual([]);
  });

  it("every council of the United Kingdom, by its name and the word council", () => {
    expect(councils).toHaveLength(361);
    const said = (name: string) => name.replace(/^City of |, (City|County) of$| City$/g, "");
    expect(astray(councils.map(({ nameEn, slug }) => [`${said(nameEn)} council`, slug]))).toEqual([]);
  });

  it.each([
    ["Royal Borough of Greenwich", "greenwich"],
    ["Royal Borough of Kensington and Chelsea", "kensington-and-chelsea"],
    ["RBKC", "kensington-and-chelsea"],
    ["Royal Borough of Kingston upon Thames", "kingston-upon-thames"],
    ["Royal Borough of Windsor and Maidenhead", "windsor-and-maidenhead"],
    ["City of Westminster", "westminster"],
    ["Westminster City Council", "westminster"],
    ["City of London Corporation", "city-of-london"],
    ["Metropolitan Borough of Wirral", "wirral"],
    ["Wigan MBC", "wigan"],
    ["Wakefield Metropolitan District Council", "wakefield"],
    ["City of Wolverhampton Council", "wolverhampton"],
    ["City of York Council", "york"],
    ["Hull City Council", "kingston-upon-hull-city-of"],
    ["Nottingham City Council", "nottingham"],
    ["Durham County Council", "county-durham"],
    ["Northumberland County Council", "northumberland"],
    ["Rutland County Council", "rutland"],
    ["Cornwall Council", "cornwall"],
    ["County Borough of Torfaen", "torfaen"],
    ["Dinas a Sir Caerdydd", "cardiff"],
    ["Comhairle nan Eilean Siar", "na-h-eileanan-siar"],
    ["Comhairle na Gàidhealtachd", "highland"],
    ["Derry City and Strabane District Council", "derry-city-and-strabane"],
    ["Armagh City, Banbridge and Craigavon Borough Council", "armagh-city-banbridge-and-craigavon"],
  ])("%s: %s", (query, slug) => expect(first(query)?.path).toBe(pathOf(slug)));
});

/** They are no areas of ours: what is asked of them leads to the councils in the county. */
it.each(
  (
    "Cambridgeshire Derbyshire Devon East_Sussex Essex Gloucestershire Hampshire Hertfordshire Kent Lancashire Leicestershire " +
    "Lincolnshire Norfolk Nottinghamshire Oxfordshire Staffordshire Suffolk Surrey Warwickshire West_Sussex Worcestershire Cumbria"
  )
    .split(" ")
    .map((name) => name.replace("_", " ")),
)("%s County Council: the councils of the county", (name) => {
  expect(first(`${name} County Council`)).toMatchObject({ kind: "county", name });
});
