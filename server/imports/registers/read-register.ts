import type { PlaceTable } from "@/db/reference/place-table";
import { postcodeTable } from "@/db/reference/postcodes";
import { PLACE_REGISTERS, type PlaceRegister } from "@/domain/places/register-place";
import { buildBranches } from "@/ingest/build/build-branches";
import { buildCentres, buildHospitals, buildPractices, buildTrusts } from "@/ingest/build/build-places";
import { endedPractices, endedTrusts } from "@/ingest/build/ended-entries";
import { readDiagnosticCentres } from "@/ingest/community-diagnostic-centres";
import { readNhsukHospitals } from "@/ingest/nhsuk-hospitals";
import { readOdsBranches } from "@/ingest/ods-branches";
import { readOdsOrganisations } from "@/ingest/ods-organisations";
import { FileRefusal } from "@/ingest/spreadsheet-refusal";

type Listed = Pick<PlaceTable, "places" | "ended" | "branches">;
type Reader = (file: { name: string; bytes: Buffer }) => Listed;

/**
 * How each register's own file is read. A register that has no line here is not offered: not on the page of imports, nor
 * on the command line.
 */
const READERS: Partial<Record<PlaceRegister, Reader>> = {
  "gp-practices": ({ name, bytes }) => {
    const entries = readOdsOrganisations(name, textOf(bytes));
    return { places: buildPractices(entries, postcodeTable()).places, ended: endedPractices(entries) };
  },
  // Which parents are trusts is another register; their codes and names tell it too.
  hospitals: ({ name, bytes }) => ({
    places: buildHospitals(readNhsukHospitals(name, bytes), new Set(), postcodeTable()).places,
    ended: [],
  }),
  "diagnostic-centres": ({ name, bytes }) => ({
    places: buildCentres(readDiagnosticCentres(name, textOf(bytes)), postcodeTable()).places,
    ended: [],
  }),
  "nhs-trusts": ({ name, bytes }) => {
    const entries = readOdsOrganisations(name, textOf(bytes));
    return { places: buildTrusts(entries, postcodeTable()).places, ended: endedTrusts(entries) };
  },
  "gp-branches": ({ name, bytes }) => ({
    places: [],
    ended: [],
    branches: buildBranches(readOdsBranches(name, textOf(bytes)), postcodeTable()),
  }),
};

/** The registers that an edition can be brought of. */
export const IMPORTED_REGISTERS = PLACE_REGISTERS.filter((register) => READERS[register] !== undefined);

/**
 * Reads one register's own file (`epraccur`, `ebranchs`, the NHS website's hospitals, the list of diagnostic centres) as the table
 * that the project's own registers are loaded from, with nothing of the other registers in it.
 * @param edition the register's date, as partial as it is.
 * @throws IngestRefusal naming the row that is not what the publisher's layout says; FileRefusal for what is no text.
 */
export function readRegister(
  register: PlaceRegister,
  file: { name: string; bytes: Buffer },
  edition: string,
): PlaceTable {
  const read = READERS[register];
  if (!read) throw new Error(`no file of ${register} can be read`);
  if (file.bytes.includes(0)) throw new FileRefusal("not-a-table");
  return { editions: { [register]: edition }, ...read(file) };
}

function textOf(bytes: Buffer): string {
  return bytes.toString("utf8");
}
