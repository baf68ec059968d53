import { describe, expect, it } from "vitest";
import type { PublicName } from "@/db/queries/public-names";
import { COUNTIES } from "@/domain/areas/county";
import type { FoundName } from "@/domain/search/results";
import { CodeIndex } from "./code-index";
import { findNames as search } from "./find-names";
import { indexOf } from "./record-index";

const record = (kind: PublicName["kind"], name: string, more: Partial<PublicName> = {}): PublicName => ({
  kind,
  slug: name.toLowerCase().replace(/[^a-z]+/g, "-"),
  name,
  nameCy: null,
  town: null,
  placeKind: null,
  codes: [],
  ...more,
});
const place = (name: string, town: string, placeKind: PublicName["placeKind"] = "gp-practice") =>
  record("place", name, { town, placeKind });

/** Names as they are in the starter data, and some that registers will bring. */
const records = indexOf([
  place("Cumberland Infirmary", "Carlisle", "hospital"),
  place("Warwick Road Surgery", "Carlisle"),
  place("Fusehill Medical Practice", "Carlisle"),
  place("St Mary's Hospital", "London", "hospital"),
  place("St Mary's Hospital", "Newport", "hospital"),
  place("Royal Victoria Hospital", "Belfast", "hospital"),
  place("Queen Elizabeth University Hospital", "Glasgow", "hospital"),
  place("Bishop Auckland Community Diagnostic Centre", "Bishop Auckland", "diagnostic-centre"),
  place("Leeds Road Surgery", "Bradford"),
  place("St. Clements Surgery", "Winchester"),
  record("place", "University Hospital of Wales", {
    nameCy: "Ysbyty Athrofaol Cymru",
    town: "Cardiff",
    placeKind: "hospital",
  }),
  record("service", "GP practice at Warwick Road Surgery", { town: "Carlisle" }),
  record("provider", "SSP Health"),
  record("provider", "SpaMedica"),
  record("provider", "Spire Healthcare"),
  record("provider", "InHealth"),
  record("provider", "Marie Stopes & Partners"),
  record("provider", "HCRG Care Group"),
  record("provider", "Practice Plus Group"),
  record("provider", "Circle Health Group"),
  record("provider", "Ramsay Health Care UK"),
  record("provider", "Nuffield Health"),
  record("provider", "Partnering Health Limited"),
  place("Circle Reading Hospital", "Reading", "hospital"),
  place("Circle Bath", "Bath", "hospital"),
  place("Spire Leeds Hospital", "Leeds", "hospital"),
  place("Nuffield Health Leeds Hospital", "Leeds", "hospital"),
  place("Nuffield House Surgery", "Harlow"),
  place("Lincoln Private Hospital", "Lincoln", "hospital"),
  record("place", "Great Ormond Street Hospital for Children", {
    placeKind: "trust-headquarters",
    codes: ["RP4"],
  }),
  record("place", "University College London Hospitals", { placeKind: "trust-headquarters", codes: ["RRV"] }),
]);

const findNames = (query: string, limit: number, from: typeof records | null) =>
  search(query, limit, from).names;
const first = (query: string): FoundName | undefined => findNames(query, 6, records)[0];

/** As it is told apart in the table: where a settlement lies is part of what was meant. */
function inWords(found: FoundName | undefined): string {
  if (found === undefined) return "nothing";
  if (found.kind === "settlement") return `town ${found.name}, ${found.council?.name}`;
  return "town" in found && found.town
    ? `${found.kind} ${found.name}, ${found.town}`
    : `${found.kind} ${found.name}`;
}

describe("what people type, and what comes first", () => {
  it.each([
    // Towns, villages, suburbs
    ["Leeds", "town Leeds, Leeds"],
    ["bristol", "town Bristol, Bristol, City of"],
    ["sheffield", "town Sheffield, Sheffield"],
    ["hull", "town Hull, Kingston upon Hull, City of"],
    ["newcastle", "town Newcastle upon Tyne, Newcastle upon Tyne"],
    ["newcastle on tyne", "town Newcastle upon Tyne, Newcastle upon Tyne"],
    ["st helens", "town St Helens, St. Helens"],
    ["Saint Helens", "town St Helens, St. Helens"],
    ["kings heath", "town King's Heath, Birmingham"],
    ["King’s Heath", "town King's Heath, Birmingham"],
    ["kingsheath", "town King's Heath, Birmingham"],
    ["dalston", "town Dalston, Hackney"],
    ["dalston cumberland", "town Dalston, Cumberland"],
    ["Dalston, Cumberland", "town Dalston, Cumberland"],
    ["wetheral", "town Wetheral, Cumberland"],
    ["stanwix", "town Stanwix, Cumberland"],
    ["penrith", "town Penrith, Westmorland and Furness"],
    ["barrow in furness", "town Barrow-in-Furness, Westmorland and Furness"],
    ["barrow-in-f", "town Barrow-in-Furness, Westmorland and Furness"],
    ["barrow", "town Barrow-in-Furness, Westmorland and Furness"],
    ["barrow furness", "town Barrow-in-Furness, Westmorland and Furness"],
    ["stoke", "town Stoke-on-Trent, Stoke-on-Trent"],
    ["burton", "town Burton upon Trent, East Staffordshire"],
    ["southend", "town Southend, Southend-on-Sea"],
    ["st albans", "town St Albans, St Albans"],
    ["bury st edmunds", "town Bury St. Edmunds, West Suffolk"],
    ["milton keynes", "town Milton Keynes, Milton Keynes"],
    ["kingston upon hull", "town Kingston upon Hull, Kingston upon Hull, City of"],
    ["leamington spa", "town Royal Leamington Spa, Warwick"],
    ["hebden bridge", "town Hebden Bridge, Calderdale"],
    ["ambleside", "town Ambleside, Westmorland and Furness"],
    ["hemel", "town Hemel Hempstead, Dacorum"],
    ["wells", "town Wells, Somerset"],
    ["glasgow", "town Glasgow, Glasgow City"],
    ["omagh", "town Omagh, Fermanagh and Omagh"],
    ["londonderry", "town Derry/Londonderry, Derry City and Strabane"],
    ["aberystwyth", "town Aberystwyth, Ceredigion"],
    ["caerdydd", "town Cardiff, Cardiff"],
    ["Abertawe", "town Swansea, Swansea"],
    ["y fenni", "town Abergavenny, Monmouthshire"],
    ["weston super mare", "constituency Weston-super-Mare"],
    // Slips
    ["birmigham", "town Birmingham, Birmingham"],
    ["edinbrugh", "town Edinburgh, City of Edinburgh"],
    ["cardif", "town Cardiff, Cardiff"],
    ["newcastel upon tine", "town Newcastle upon Tyne, Newcastle upon Tyne"],
    ["middlesboro", "town Middlesbrough, Middlesbrough"],
    ["leicster", "town Leicester, Leicester"],
    ["midlesbrough", "town Middlesbrough, Middlesbrough"],
    ["carlise", "constituency Carlisle"],
    ["leedz", "town Leeds, Leeds"],
    ["yrok", "town York, York"],
    ["derbi", "town Derby, Derby"],
    // Constituencies
    ["carlisle", "constituency Carlisle"],
    ["Carl", "constituency Carlisle"],
    ["penrith and solway", "constituency Penrith and Solway"],
    ["penrith & solway", "constituency Penrith and Solway"],
    ["ynys mon", "constituency Ynys Môn"],
    ["Ynys Môn", "constituency Ynys Môn"],
    ["leeds east", "constituency Leeds East"],
    ["bath", "constituency Bath"],
    ["weston", "constituency Weston-super-Mare"],
    ["inverness", "constituency Inverness, Skye and West Ross-shire"],
    ["windsor", "constituency Windsor"],
    ["wrecsam", "constituency Wrexham"],
    ["E14001152", "constituency Carlisle"],
    ["mp for carlisle", "constituency Carlisle"],
    // Councils, health bodies, regions
    ["leeds council", "council Leeds"],
    ["cumberland", "council Cumberland"],
    ["Cyngor Caerdydd", "council Cardiff"],
    ["cyngor sir benfro", "council Pembrokeshire"],
    ["Cyngor Sir Ynys Môn", "council Isle of Anglesey"],
    ["cyngor gwynedd", "council Gwynedd"],
    ["cyngor sir fynwy", "council Monmouthshire"],
    ["Comhairle nan Eilean Siar", "council Na h-Eileanan Siar"],
    ["bcp council", "council Bournemouth, Christchurch and Poole"],
    ["royal borough of windsor and maidenhead", "council Windsor and Maidenhead"],
    ["leeds city council", "council Leeds"],
    ["bradford metropolitan district council", "council Bradford"],
    ["London Borough of Hackney", "council Hackney"],
    ["hackney london borough council", "council Hackney"],
    ["City of Westminster", "council Westminster"],
    ["wigan mbc", "council Wigan"],
    ["Cyngor Bwrdeistref Sirol Torfaen", "council Torfaen"],
    ["cyngor bwrdeistref sirol merthyr tudful", "council Merthyr Tydfil"],
    ["Surrey County Council", "county Surrey"],
    ["IoW", "council Isle of Wight"],
    ["Co Fermanagh", "council Fermanagh and Omagh"],
    // Counties, and towns as they stand in an address
    ["derry", "town Derry/Londonderry, Derry City and Strabane"],
    ["Doire", "town Derry/Londonderry, Derry City and Strabane"],
    ["Ashford, Kent", "town Ashford, Ashford"],
    ["Gillingham, Kent", "town Gillingham, Medway"],
    ["Gillingham Dorset", "town Gillingham, Dorset"],
    ["Whitchurch, Hampshire", "town Whitchurch, Basingstoke and Deane"],
    ["whitchurch hants", "town Whitchurch, Basingstoke and Deane"],
    ["Boston, Lincs", "town Boston, Boston"],
    ["bangor co down", "town Bangor, Ards and North Down"],
    ["Bangor, Gwynedd", "town Bangor, Gwynedd"],
    ["newport gwent", "town Newport, Newport"],
    ["Newport, Pembrokeshire", "town Newport, Pembrokeshire"],
    ["Trefdraeth", "town Newport, Pembrokeshire"],
    ["newport wales", "town Newport, Newport"],
    ["Newport, South Wales", "town Newport, Newport"],
    ["newport cymru", "town Newport, Newport"],
    ["Bangor, Wales", "town Bangor, Gwynedd"],
    ["bangor northern ireland", "town Bangor, Ards and North Down"],
    ["bangor ni", "town Bangor, Ards and North Down"],
    ["perth scotland", "town Perth, Perth and Kinross"],
    ["boston england", "town Boston, Boston"],
    ["stratford london", "town Stratford, Newham"],
    ["richmond london", "town Richmond upon Thames, Richmond upon Thames"],
    ["croydon surrey", "town Croydon, Croydon"],
    ["Romford, Essex", "town Romford, Havering"],
    ["st davids", "town St David's, Pembrokeshire"],
    ["St David's", "town St David's, Pembrokeshire"],
    ["st davids fife", "town St Davids, Fife"],
    ["Tyddewi", "town St David's, Pembrokeshire"],
    ["bae colwyn", "town Colwyn Bay, Conwy"],
    ["y bont-faen", "town Cowbridge, Vale of Glamorgan"],
    ["south wales", "nation Wales"],
    ["Cymru", "nation Wales"],
    ["north london", "region London"],
    ["east london", "region London"],
    ["kent", "county Kent"],
    ["Surrey", "county Surrey"],
    ["lincs", "county Lincolnshire"],
    ["tyne and wear", "county Tyne and Wear"],
    ["middlesex", "county Middlesex"],
    ["dyfed", "county Dyfed"],
    ["dorset", "council Dorset"],
    ["county durham", "council County Durham"],
    ["isle of wight", "council Isle of Wight"],
    ["City of London", "council City of London"],
    ["city of london council", "council City of London"],
    ["City of Bristol", "council Bristol, City of"],
    ["bristol, city of", "council Bristol, City of"],
    ["city of kingston upon hull", "council Kingston upon Hull, City of"],
    ["county of herefordshire", "council Herefordshire, County of"],
    ["glasgow city", "council Glasgow City"],
    ["E06000063", "council Cumberland"],
    ["cumberland council", "council Cumberland"],
    ["brighton & hove", "council Brighton and Hove"],
    ["brighton hove", "council Brighton and Hove"],
    ["Pen-y-bont council", "council Bridgend"],
    ["north east and north cumbria", "icb NHS North East and North Cumbria Integrated Care Board"],
    ["north cumbria icb", "icb NHS North East and North Cumbria Integrated Care Board"],
    ["QHM", "icb NHS North East and North Cumbria Integrated Care Board"],
    ["frimley icb", "icb NHS Frimley Integrated Care Board"],
    ["NHS Lothian", "health-board NHS Lothian"],
    ["betsi cadwaladr", "health-board Betsi Cadwaladr University Health Board"],
    ["belfast trust", "hsc-trust Belfast Health and Social Care Trust"],
    ["london", "region London"],
    ["north west", "region North West"],
    ["scotland", "nation Scotland"],
    // Hospitals, practices, providers
    ["cumberland infirmary", "place Cumberland Infirmary, Carlisle"],
    ["cumberlnd infirmry", "place Cumberland Infirmary, Carlisle"],
    ["warwick road surgery", "place Warwick Road Surgery, Carlisle"],
    ["st marys hospital newport", "place St Mary's Hospital, Newport"],
    ["saint mary's hospital london", "place St Mary's Hospital, London"],
    ["ysbyty athrofaol cymru", "place University Hospital of Wales, Cardiff"],
    ["st clements surgery", "place St. Clements Surgery, Winchester"],
    ["SSP Health", "provider SSP Health"],
    ["ssp helth", "provider SSP Health"],
    ["spamedica", "provider SpaMedica"],
    ["spa medica", "provider SpaMedica"],
    ["marie stopes and partners", "provider Marie Stopes & Partners"],
    ["SpaMedica Ltd", "provider SpaMedica"],
    ["Spa Medica Limited", "provider SpaMedica"],
    ["SpaMedica UK Ltd", "provider SpaMedica"],
    ["In Health", "provider InHealth"],
    ["InHealth Group", "provider InHealth"],
    ["virgin care", "provider HCRG Care Group"],
    ["BMI", "provider Circle Health Group"],
    ["bmi healthcare", "provider Circle Health Group"],
    ["care uk", "provider Practice Plus Group"],
    ["GOSH", "place Great Ormond Street Hospital for Children"],
    ["great ormond street", "place Great Ormond Street Hospital for Children"],
    ["uclh", "place University College London Hospitals"],
    ["operose", "provider HCRG Care Group"],
    ["Operose Health Ltd", "provider HCRG Care Group"],
    ["PHL group", "provider Partnering Health Limited"],
    ["phl", "provider Partnering Health Limited"],
    ["circle", "provider Circle Health Group"],
    ["circle h", "provider Circle Health Group"],
    ["spire", "provider Spire Healthcare"],
    ["nuffield", "provider Nuffield Health"],
    ["ramsay", "provider Ramsay Health Care UK"],
    ["lincoln private hospital", "place Lincoln Private Hospital, Lincoln"],
    // Organisations that we do not have: no town is meant
    ["bpas", "nothing"],
    ["bupa", "nothing"],
    ["msi", "nothing"],
    ["serco", "nothing"],
    ["mitie", "nothing"],
    // Kinds of care, and where
    ["cataract", "care Eye care"],
    ["eye clinic near leeds", "care Eye care: Leeds"],
    ["eye clinics in Carlisle", "care Eye care: Cumberland"],
    ["MRI scan Bristol", "care Diagnostics and scans: Bristol, City of"],
    ["physio near me", "care Physiotherapy"],
    ["gp in wales", "care GP practice: Wales"],
    ["hip replacement manchester", "care Planned surgery: Manchester"],
    ["nhs 111", "care NHS 111"],
    ["cataract surgery london", "care Eye care: London"],
    ["physio in london", "care Physiotherapy: London"],
    ["gp near ca2", "care GP practice: CA2"],
    ["eye clinic CA2", "care Eye care: CA2"],
    ["MRI scan near SW1A", "care Diagnostics and scans: SW1A"],
    ["private hospital near york", "care Planned surgery: York"],
    ["private hospitals manchester", "care Planned surgery: Manchester"],
    ["knee surgery", "care Planned surgery"],
    ["hip operation", "care Planned surgery"],
    ["minor surgery", "care Planned surgery"],
    ["eye surgery leeds", "care Eye care: Leeds"],
    ["eye doctor leeds", "care Eye care: Leeds"],
    ["dermatologist leeds", "care Skin clinic (dermatology): Leeds"],
    ["msk physio bristol", "care Physiotherapy: Bristol, City of"],
    ["CAMHS bristol", "care Mental health: Bristol, City of"],
    ["knee and hip replacement surrey", "care Planned surgery: Surrey"],
    ["eye clinic in kent", "care Eye care: Kent"],
    ["mri scan surrey", "care Diagnostics and scans: Surrey"],
    ["eye clinic cumbria", "care Eye care: Cumbria"],
    ["gp surgeries in west yorkshire", "care GP practice: West Yorkshire"],
    ["gp in dorset", "care GP practice: Dorset"],
    ["cataract ashford kent", "care Eye care: Ashford"],
    ["cataracts near Ashford, Kent", "care Eye care: Ashford"],
    ["physio near newport gwent", "care Physiotherapy: Newport"],
    ["eye clinic london borough of hackney", "care Eye care: Hackney"],
    ["eye clinic bangor wales", "care Eye care: Gwynedd"],
    ["gp in south wales", "care GP practice: Wales"],
    ["cataracts in eye", "care Eye care: Peterborough"],
    // Care that we have no word for, and where
    ["dentist near york", "town York, York"],
    ["pharmacy in leeds", "town Leeds, Leeds"],
    ["bupa near york", "town York, York"],
    ["pharmacy near ashford, kent", "town Ashford, Ashford"],
    ["dentist near ca2", "district CA2"],
    ["Eye", "town Eye, Peterborough"],
  ])("%s: %s", (query, expected) => expect(inWords(first(query))).toBe(expected));
});

describe("where a name leads", () => {
  it("care in a county leads to the list of it around the county's middle, care in a town to that of its council", () => {
    expect(first("eye clinic in kent")?.path).toBe("/map?care=eye-care&view=list&at=7.12/51.1991/0.7415");
    expect(first("cataract ashford kent")?.path).toBe("/map?care=eye-care&area=council/ashford&view=list");
  });

  it.each(COUNTIES.flatMap(({ name, short }) => [name, ...short]))("care is found in %s", (county) =>
    expect(first(`mri scan ${county}`)?.kind).toBe("care"),
  );

  it("a village leads straight to its constituency, a town asks which", () => {
    expect(first("dalston cumberland")?.path).toBe("/areas/constituency/penrith-and-solway");
    expect(first("leeds")?.path).toBe("/look-up?town=leeds");
  });

  it("a town offers its council next to its constituencies", () => {
    const found = findNames("bristol", 6, records).map(({ path }) => path);
    expect(found.slice(0, 2)).toEqual(["/look-up?town=bristol", "/areas/council/bristol-city-of"]);
  });

  it.each(["st albans", "bath", "barrow", "carlisle", "london", "newton", "street", "richmond", "stoke"])(
    "%s: no path is offered twice",
    (query) => {
      for (const limit of [6, 20]) {
        const paths = findNames(query, limit, records).map(({ path }) => path);
        expect(paths).toEqual([...new Set(paths)]);
      }
    },
  );

  it("of a town and its constituency one is enough, the one that people more likely mean", () => {
    const shown = (query: string) => findNames(query, 6, records).slice(0, 2).map(inWords);
    expect(shown("barrow in furness")).toEqual(["town Barrow-in-Furness, Westmorland and Furness"]);
    expect(shown("bath")[0]).toBe("constituency Bath");
    expect(findNames("tunbridge wells", 6, records).map(({ kind }) => kind)).toEqual([
      "constituency",
      "council",
    ]);
  });

  it("both villages of a name are there", () => {
    const found = findNames("dalston", 6, records).slice(0, 2).map(inWords);
    expect(found).toEqual(["town Dalston, Hackney", "town Dalston, Cumberland"]);
  });

  it("areas that ended come after those of today", () => {
    const found = findNames("hampshire and isle of wight", 6, records);
    const ended = found.map((one) => "validTo" in one && one.validTo !== null);
    expect(ended).toContain(true);
    expect(ended.indexOf(true)).toBeGreaterThan(ended.indexOf(false));
  });

  it("nothing is called that", () => expect(findNames("zzzzqqq", 6, records)).toEqual([]));

  it("areas and towns are found without the records", () => {
    expect(inWords(findNames("wigton", 6, null)[0])).toBe("town Wigton, Cumberland");
  });
});

it("two organisations of one name are told apart by the numbers of their companies, and no others", () => {
  const twins = indexOf([
    record("provider", "Northtown Care", { codes: ["01234567"] }),
    record("provider", "Northtown Care Ltd", { codes: ["07654321"] }),
    record("provider", "Northtown Care Homes Ltd", { codes: ["09999999"] }),
  ]);
  const numbers = findNames("northtown care", 6, twins).map(
    (one) => "companyNumber" in one && one.companyNumber,
  );
  expect(numbers).toEqual(["01234567", "07654321", null]);
});

describe("what is only like it is told apart", () => {
  it.each(["E07000026", "E07000028", "E14009999", "E54000052x", "S92000009", "e0700002"])(
    "%s: no area has that code, and none is made of it",
    (code) => expect(search(code, 20, records).names).toEqual([]),
  );

  it.each(["Serco", "Copeland", "birmigham", "cumberlnd infirmry"])("%s: nothing is called that", (query) =>
    expect(search(query, 20, records).exact).toBe(false),
  );

  it.each(["carlisle", "Carl", "cumberland council", "spa medica", "E14001152"])(
    "%s: something is",
    (query) => expect(search(query, 20, records).exact).toBe(true),
  );
});

it("puts the place with a code first, and a code of letters alone after what is called so", () => {
  const rows = [
    place("Fusehill Medical Practice", "Carlisle"),
    place("Leeds Head Office", "Leeds", "trust-headquarters"),
  ];
  const coded = new CodeIndex([
    { ...(rows[0] as PublicName), codes: ["A82019"] },
    { ...(rows[1] as PublicName), codes: ["LEEDS"] },
  ]);
  const names = (query: string) => search(query, 20, coded).names.map(({ name }) => name);
  expect(names("A82019")).toEqual(["Fusehill Medical Practice"]);
  expect(names("leeds")[0]).toBe("Leeds");
  expect(names("leeds").at(-1)).toBe("Leeds Head Office");
});
