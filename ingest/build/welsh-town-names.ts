/**
 * Welsh names of towns in Wales whose English name is another word. Neither simplemaps nor GeoNames' list by outward
 * code has them; they stand on every road sign. Written by hand for this project; the place in Wales is meant, not
 * one of the same name elsewhere.
 */
const WELSH_TOWN_NAMES: Readonly<Record<string, string>> = {
  Aberdare: "Aberdâr",
  Abergavenny: "Y Fenni",
  Ammanford: "Rhydaman",
  Bala: "Y Bala",
  Barry: "Y Barri",
  Blackwood: "Coed-duon",
  Blaenavon: "Blaenafon",
  Brecon: "Aberhonddu",
  Bridgend: "Pen-y-bont ar Ogwr",
  Buckley: "Bwcle",
  "Builth Wells": "Llanfair-ym-Muallt",
  Caerphilly: "Caerffili",
  Caldicot: "Cil-y-coed",
  Cardiff: "Caerdydd",
  Cardigan: "Aberteifi",
  Carmarthen: "Caerfyrddin",
  Chepstow: "Cas-gwent",
  "Colwyn Bay": "Bae Colwyn",
  "Connah's Quay": "Cei Connah",
  Cowbridge: "Y Bont-faen",
  Crickhowell: "Crucywel",
  Denbigh: "Dinbych",
  "Ebbw Vale": "Glynebwy",
  Fishguard: "Abergwaun",
  Flint: "Y Fflint",
  Haverfordwest: "Hwlffordd",
  "Hay-on-Wye": "Y Gelli Gandryll",
  Holyhead: "Caergybi",
  Holywell: "Treffynnon",
  Kidwelly: "Cydweli",
  Knighton: "Tref-y-clawdd",
  Lampeter: "Llanbedr Pont Steffan",
  Llandovery: "Llanymddyfri",
  "Llandrindod Wells": "Llandrindod",
  "Llantwit Major": "Llanilltud Fawr",
  "Merthyr Tydfil": "Merthyr Tudful",
  "Milford Haven": "Aberdaugleddau",
  Mold: "Yr Wyddgrug",
  Monmouth: "Trefynwy",
  "Mountain Ash": "Aberpennar",
  Narberth: "Arberth",
  Neath: "Castell-nedd",
  Newport: "Casnewydd",
  Newtown: "Y Drenewydd",
  "Pembroke Dock": "Doc Penfro",
  Pembroke: "Penfro",
  Pontypool: "Pont-y-pŵl",
  "Port Talbot": "Porth Talbot",
  Presteigne: "Llanandras",
  Rhayader: "Rhaeadr Gwy",
  Rhyl: "Y Rhyl",
  Ruthin: "Rhuthun",
  "St Asaph": "Llanelwy",
  "St Clears": "Sanclêr",
  "St David's": "Tyddewi",
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
