/**
 * Welsh names of towns in Wales whose English name is another word. Neither simplemaps nor GeoNames' list by outward
 * code has them; they stand on every road sign. Written by hand for this project; the place in Wales is meant, not
 * one of the same name elsewhere.
 */
const WELSH_TOWN_NAMES: Readonly<Record<string, string>> = {
  Abergavenny: "Y Fenni",
  Aberdare: "Aberdâr",
  Ammanford: "Rhydaman",
  Barry: "Y Barri",
  Brecon: "Aberhonddu",
  Bridgend: "Pen-y-bont ar Ogwr",
  "Builth Wells": "Llanfair-ym-Muallt",
  Caerphilly: "Caerffili",
  Cardiff: "Caerdydd",
  Cardigan: "Aberteifi",
  Carmarthen: "Caerfyrddin",
  Chepstow: "Cas-gwent",
  Denbigh: "Dinbych",
  "Ebbw Vale": "Glynebwy",
  Fishguard: "Abergwaun",
  Flint: "Y Fflint",
  Haverfordwest: "Hwlffordd",
  Holyhead: "Caergybi",
  Holywell: "Treffynnon",
  Lampeter: "Llanbedr Pont Steffan",
  Llandovery: "Llanymddyfri",
  "Merthyr Tydfil": "Merthyr Tudful",
  "Milford Haven": "Aberdaugleddau",
  Mold: "Yr Wyddgrug",
  Monmouth: "Trefynwy",
  "Mountain Ash": "Aberpennar",
  Neath: "Castell-nedd",
  Newport: "Casnewydd",
  Newtown: "Y Drenewydd",
  Pembroke: "Penfro",
  "Pembroke Dock": "Doc Penfro",
  Pontypool: "Pont-y-pŵl",
  "Port Talbot": "Porth Talbot",
  Presteigne: "Llanandras",
  Rhyl: "Y Rhyl",
  Ruthin: "Rhuthun",
  "St Asaph": "Llanelwy",
  "St Davids": "Tyddewi",
  Swansea: "Abertawe",
  Tenby: "Dinbych-y-pysgod",
  Treorchy: "Treorci",
  Usk: "Brynbuga",
  Welshpool: "Y Trallwng",
  Wrexham: "Wrecsam",
};

/** Another town of the same English name, by the GSS code of its council: Newport in Pembrokeshire is not the city. */
const NAMESAKES: Readonly<Record<string, string>> = {
  "Newport W06000009": "Trefdraeth",
};

/** @param council GSS code; null for a town outside Wales, or whose names are the same. */
export function welshTownName(name: string, council: string): string | null {
  if (!council.startsWith("W")) return null;
  return NAMESAKES[`${name} ${council}`] ?? WELSH_TOWN_NAMES[name] ?? null;
}
