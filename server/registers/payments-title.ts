/** What the publisher calls the file of a financial year. @param year "2023-24" */
export function paymentsTitle(year: string): string {
  return `NHS Payments to General Practice, England, ${year.replace("-", "/")}`;
}
