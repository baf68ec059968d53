import type { SameHospital } from "@/db/reference/same-hospitals";
import { hospitalName } from "@/ingest/hospital-name";
import type { NhsukHospital } from "@/ingest/nhsuk-hospitals";
import { samePlaceKey } from "./same-place";

/**
 * Entries of the register by the hospital that they are of: those of one plain name at one postcode, and the reviewed
 * pairs. A pair whose entries stand at two postcodes is not what was reviewed, and stays two. The entry that a pair is
 * known by comes first.
 */
export function groupHospitals(
  hospitals: readonly NhsukHospital[],
  same: readonly SameHospital[],
): Map<string, NhsukHospital[]> {
  const byCode = new Map(hospitals.map((hospital) => [hospital.code, hospital]));
  const knownBy = new Map(same.map(({ code, also }) => [also, code]));
  const groups = new Map<string, NhsukHospital[]>();
  for (const hospital of hospitals) {
    const known = byCode.get(knownBy.get(hospital.code) ?? "");
    const isPair = known !== undefined && known.postcode === hospital.postcode;
    const key = keyOf(isPair ? known : hospital);
    groups.set(key, [...(groups.get(key) ?? []), hospital]);
  }
  const isOther = ({ code }: NhsukHospital) => Number(knownBy.has(code));
  for (const group of groups.values()) group.sort((a, b) => isOther(a) - isOther(b));
  return groups;
}

function keyOf(hospital: NhsukHospital): string {
  return samePlaceKey(hospital.postcode, hospitalName(hospital), hospital.town);
}
