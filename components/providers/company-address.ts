/** The page of a company at Companies House. */
export const companyAddress = (number: string): string =>
  `https://find-and-update.company-information.service.gov.uk/company/${number}`;
