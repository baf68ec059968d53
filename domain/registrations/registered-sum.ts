import { isRegisteredAnswer, type RegisteredCount, type RegisteredKind } from "./registered";

/** The practices of an area by what the regulator's register answers: the parts add up to `known`. */
export type RegisteredSum = {
  /** The month for which the newest register speaks. */
  copy: string;
  /** Practices on the official list. */
  known: number;
  /** With an answer: `outside` and all but `notKnown` of the rest. */
  answered: number;
  /** Registered to an organisation that is not owned by the practice's GPs, local practices or the NHS. */
  outside: number;
  notChecked: number;
  memberPractices: number;
  nhs: number;
  gpCompanies: number;
  /** To partnerships and persons. */
  partners: number;
  /** Without a registration that answers. */
  notKnown: number;
};

/**
 * @param known practices that the official list has in the area.
 * @returns null where the register has nothing for the area.
 */
export function sumRegistered(counts: readonly RegisteredCount[], known: number): RegisteredSum | null {
  const newest = counts
    .map(({ confirmedOn }) => confirmedOn)
    .sort()
    .at(-1);
  if (newest === undefined || known === 0) return null;
  const of = (...kinds: RegisteredKind[]) =>
    counts.reduce((sum, { kind, practices }) => sum + (kinds.includes(kind) ? practices : 0), 0);
  const answered = counts.reduce(
    (sum, { kind, practices }) => sum + (isRegisteredAnswer(kind) ? practices : 0),
    0,
  );
  return {
    copy: newest.slice(0, 7),
    known,
    answered,
    outside: of("others"),
    notChecked: of("not-checked"),
    memberPractices: of("member-practices"),
    nhs: of("nhs", "nhs-body"),
    gpCompanies: of("gps-of-the-practice"),
    partners: of("partnership", "individual"),
    notKnown: known - answered,
  };
}
