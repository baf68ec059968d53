import { properName } from "./proper-case";

const COUNTIES: ReadonlySet<string> = new Set(
  (
    "AVON,BEDFORDSHIRE,BEDS,BERKSHIRE,BERKS,BUCKINGHAMSHIRE,BUCKS,CAMBRIDGESHIRE,CAMBS,CHESHIRE,CLEVELAND,CORNWALL," +
    "COUNTY DURHAM,CO DURHAM,CUMBRIA,DERBYSHIRE,DEVON,DORSET,EAST RIDING OF YORKSHIRE,EAST SUSSEX,EAST YORKSHIRE,ESSEX," +
    "GLOUCESTERSHIRE,GLOS,GREATER LONDON,GREATER MANCHESTER,HAMPSHIRE,HANTS,HEREFORDSHIRE,HERTFORDSHIRE,HERTS,HUMBERSIDE," +
    "ISLE OF WIGHT,KENT,LANCASHIRE,LANCS,LEICESTERSHIRE,LEICS,LINCOLNSHIRE,LINCS,MERSEYSIDE,MIDDLESEX,MIDDX,NORFOLK," +
    "NORTH EAST LINCOLNSHIRE,N E LINCOLNSHIRE,NE LINCOLNSHIRE,NORTH LINCOLNSHIRE,NORTH SOMERSET,NORTH YORKSHIRE," +
    "NORTHAMPTONSHIRE,NORTHANTS,NORTHUMBERLAND,NOTTINGHAMSHIRE,NOTTS,OXFORDSHIRE,OXON,RUTLAND,SHROPSHIRE,SOMERSET," +
    "SOUTH GLOUCESTERSHIRE,SOUTH HUMBERSIDE,SOUTH YORKSHIRE,STAFFORDSHIRE,STAFFS,SUFFOLK,SURREY,SUSSEX,TYNE & WEAR," +
    "TYNE AND WEAR,WARWICKSHIRE,WEST MIDLANDS,WEST SUSSEX,WEST YORKSHIRE,WILTSHIRE,WILTS,WORCESTERSHIRE,WORCS,WIRRAL," +
    "ANGLESEY,YNYS MON,BRO MORGANNWG,CARMARTHENSHIRE,CARMARTHENSHIRE DYFED,CEREDIGION,CLWYD,CONWY,DENBIGHSHIRE,DYFED," +
    "FLINTSHIRE,GLAMORGAN,GWENT,GWYNEDD,MID GLAMORGAN,MONMOUTHSHIRE,PEMBROKESHIRE,PEMBROKESHIRE DYFED,POWYS," +
    "RHONDDA CYNON TAFF,SOUTH GLAMORGAN,VALE OF GLAMORGAN,WEST GLAMORGAN"
  ).split(","),
);

const STREET =
  /\d|\b(ROAD|RD|STREET|ST|LANE|LN|AVENUE|AVE|DRIVE|CLOSE|WAY|SQUARE|PLACE|TERRACE|GARDENS|CRESCENT|GROVE|COURT|HOUSE|CENTRE|CTR|SURGERY|PRACTICE|HOSPITAL|FLOOR|UNIT)\.?$/;

/**
 * Splits an address of the Organisation Data Service, whose lines stand in no fixed order: the last part that is neither
 * a county nor a street is the town, and what stands before it are the lines. Without such a part the county stands in,
 * or the town is "".
 */
export function splitAddress(addressLines: readonly string[]): { lines: string; town: string } {
  const parts = addressLines
    .join(",")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const last = parts.at(-1) ?? "";
  const county = parts.length > 1 && isCounty(last) ? last : null;
  const rest = county === null ? parts : parts.slice(0, -1);
  const town = withoutCounty(rest.at(-1) ?? "");
  const isStreet = STREET.test(town.toUpperCase()) && !/\ble street$/i.test(town);
  const hasTown = rest.length > 1 && !isStreet;
  return {
    lines: (hasTown ? rest.slice(0, -1) : rest).map(properName).join(", "),
    town: properName(hasTown ? town.replace(/^(NR|NEAR)\b[. ]*/i, "") : (county ?? "")),
  };
}

/** "FISHGUARD PEMBROKESHIRE" has the county on the town's own line. */
function withoutCounty(part: string): string {
  const words = part.split(" ");
  const at = words.findIndex((_, index) => index > 0 && isCounty(words.slice(index).join(" ")));
  return at === -1 ? part : words.slice(0, at).join(" ");
}

/** True for a county, which some registers give in place of a town. */
export function isCounty(part: string): boolean {
  return COUNTIES.has(part.toUpperCase().replace(/\./g, " ").replace(/ +/g, " ").trim());
}
