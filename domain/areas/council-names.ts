/**
 * What councils call themselves, beside the name in the official list of areas, which gives most of them in one language alone. By
 * slug. As on the councils' own letterheads; for finding only, since what is shown comes from the list.
 */
export const COUNCIL_NAMES: Readonly<Record<string, readonly string[]>> = {
  "isle-of-anglesey": ["Ynys Môn", "Sir Ynys Môn", "Anglesey"],
  gwynedd: ["Gwynedd"],
  conwy: ["Conwy"],
  denbighshire: ["Sir Ddinbych"],
  flintshire: ["Sir y Fflint"],
  wrexham: ["Wrecsam"],
  ceredigion: ["Sir Ceredigion"],
  pembrokeshire: ["Sir Benfro", "Penfro"],
  carmarthenshire: ["Sir Gâr", "Sir Gaerfyrddin"],
  swansea: ["Abertawe"],
  "neath-port-talbot": ["Castell-nedd Port Talbot"],
  bridgend: ["Pen-y-bont ar Ogwr"],
  "vale-of-glamorgan": ["Bro Morgannwg"],
  cardiff: ["Caerdydd"],
  "rhondda-cynon-taf": ["RCT"],
  caerphilly: ["Caerffili"],
  "blaenau-gwent": ["Blaenau Gwent"],
  torfaen: ["Torfaen"],
  monmouthshire: ["Sir Fynwy"],
  newport: ["Casnewydd"],
  powys: ["Sir Powys"],
  "merthyr-tydfil": ["Merthyr Tudful"],
  "city-of-london": ["City of London Corporation"],
  "kensington-and-chelsea": ["RBKC"],
  westminster: ["City of Westminster"],
  "na-h-eileanan-siar": ["Nan Eilean Siar", "Western Isles", "Outer Hebrides"],
  highland: ["Na Gàidhealtachd", "Highlands"],
  "argyll-and-bute": ["Earra-Ghàidheal agus Bhòid"],
  "orkney-islands": ["Orkney"],
  "shetland-islands": ["Shetland"],
  "derry-city-and-strabane": ["Derry"],
  "bournemouth-christchurch-and-poole": ["BCP"],
  "kingston-upon-hull-city-of": ["Hull"],
  "newcastle-upon-tyne": ["Newcastle"],
  "kings-lynn-and-west-norfolk": ["West Norfolk"],
  "telford-and-wrekin": ["Telford"],
};

const EVERYWHERE =
  "council borough district county local authority city metropolitan royal cyngor comhairle MBC";
const WALES = "bwrdeistref sirol sir dinas";
const LONDON = "london LB LBC";

/** Words beside a council's name in what it is officially called: "Cyngor Bwrdeistref Sirol Torfaen". By its GSS code. */
export function councilHints(code: string): string {
  if (code.startsWith("W")) return `${EVERYWHERE} ${WALES}`;
  return code.startsWith("E09") ? `${EVERYWHERE} ${LONDON}` : EVERYWHERE;
}
