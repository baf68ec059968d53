import { type OdsOrganisation, readOdsRows } from "./ods-organisations";

/** A branch surgery of a GP practice: another address at which the practice sees patients. */
export type OdsBranch = Pick<OdsOrganisation, "code" | "name" | "postcode" | "addressLines" | "openedOn"> & {
  /** ODS code of the practice that runs it. */
  practiceCode: string;
  /** The day it closed or left that practice, ISO; null while it goes on. */
  endedOn: string | null;
};

/** Codes of GP practices of England and Wales: a letter and five figures. */
const PRACTICE_CODE = /^[A-Z]\d{5}$/;

/**
 * Reads `ebranchs`, the branch surgeries of the Organisation Data Service, in the 27 columns of its other files; here column
 * 15 is the practice that runs the branch, 16 and 17 since when and until when (ODS, report specifications). Since the
 * pandemic the type is also used for vaccination sites of networks of practices, which are left out by their name. Rows
 * whose parent is no practice's code are of another file, or of a branch that no practice runs, and are left out.
 * @throws IngestRefusal naming the row, and the column by its number.
 */
export function readOdsBranches(file: string, text: string): OdsBranch[] {
  return readOdsRows(
    file,
    text,
    ({ code, name, postcode, addressLines, openedOn, closedOn }, { cell, day }) => ({
      code,
      name,
      postcode,
      addressLines,
      openedOn,
      practiceCode: cell(15),
      endedOn: closedOn ?? day(17),
    }),
  ).filter(({ name, practiceCode }) => PRACTICE_CODE.test(practiceCode) && !/\bcovid\b/i.test(name));
}
