/** What the publisher calls the file, whatever its year. */
export const PAYMENTS_TITLE = "NHS Payments to General Practice, England";

/** What the publisher calls the file of a financial year. @param year "2023-24" */
export function paymentsTitle(year: string): string {
  return `${PAYMENTS_TITLE}, ${year.replace("-", "/")}`;
}
