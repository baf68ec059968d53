import type { Nation } from "./area";

/** Where a patient turns to when the practice or hospital has not put something right. Health is devolved. */
export const COMPLAINT_PAGES: Readonly<Record<Nation, string>> = {
  england: "https://www.nhs.uk/contact-us/how-to-complain-to-the-nhs/",
  scotland: "https://www.nhsinform.scot/care-support-and-rights/health-rights/feedback-and-complaints/",
  wales: "https://www.llaiswales.org/",
  "northern-ireland": "https://pcc-ni.net/",
};
