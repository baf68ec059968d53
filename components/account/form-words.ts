import type { KeptWords } from "@/components/forms/kept-form";

/** The words for what can go wrong; forms run in the browser, so the page hands them over. */
export type ProblemWords = {
  errorPrefix: string;
  summaryTitle: string;
  /** By key of a field's error. */
  errors: Record<string, string>;
  /** By code of a failure; "unexpected" stands in for the others. */
  failures: Record<string, string>;
  kept: KeptWords;
};
