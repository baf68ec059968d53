import { postcodeTable } from "@/db/reference/postcodes";
import type { PlaceRegister } from "@/domain/places/register-place";
import { readDiagnosticCentres } from "@/ingest/community-diagnostic-centres";
import { readNhsukHospitals } from "@/ingest/nhsuk-hospitals";
import { readOdsOrganisations } from "@/ingest/ods-organisations";
import { buildCentres, buildHospitals, buildPractices } from "@/server/ingest/build-places";
import type { PlaceTable } from "@/server/registers/place-table";

/**
 * Reads one register's own file (`epraccur`, the NHS website's hospitals, the list of diagnostic centres) as the table
 * that the project's own registers are loaded from, with nothing of the other registers in it.
 * @param edition the register's date, as partial as it is.
 * @throws IngestRefusal naming the row that is not what the publisher's layout says.
 */
export function readRegister(
  register: PlaceRegister,
  { name, bytes }: { name: string; bytes: Buffer },
  edition: string,
): PlaceTable {
  const editions = { "gp-practices": edition, hospitals: edition, "diagnostic-centres": edition };
  const table = postcodeTable();
  if (register === "hospitals") {
    // Which parents are trusts is another register; their names tell it too, and no claim is made of it.
    const { places } = buildHospitals(readNhsukHospitals(name, bytes), new Set(), table);
    return { editions, places, ended: [] };
  }
  const text = bytes.toString("utf8");
  if (register === "diagnostic-centres")
    return { editions, places: buildCentres(readDiagnosticCentres(name, text), table).places, ended: [] };
  const entries = readOdsOrganisations(name, text);
  const ended = entries.flatMap(({ code, closedOn, isGpPractice }): [string, string][] =>
    isGpPractice && closedOn !== null ? [[code, closedOn]] : [],
  );
  return { editions, places: buildPractices(entries, table).places, ended };
}
