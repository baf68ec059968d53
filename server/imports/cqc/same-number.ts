/**
 * Whether the regulator's number in a file that does not tell forms is that of who is held: the organisation's, or, of a partnership or a
 * person, none that we know for an organisation's.
 * @param provider the organisation that is held; null for every other form.
 */
export function sameRegulatorNumber(
  provider: string | null,
  number: string | null,
  providerOfNumber: ReadonlyMap<string, string>,
): boolean {
  return (providerOfNumber.get(number ?? "") ?? null) === provider;
}
