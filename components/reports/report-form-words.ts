import type { KeptWords } from "@/components/forms/kept-form";
import type { FormAction } from "@/components/forms/send-form";
import type { LinkAnswer } from "@/domain/link-answer";

type Option = { value: string; label: string };

/** A server action as the forms of reports take it. */
export type ReportAction = FormAction;

/** Every word of the form; it runs in the browser, so the page hands them over. */
export type ReportFormWords = {
  errorPrefix: string;
  summaryTitle: string;
  /** By key of an error; "{field}" stands for the field's label. */
  errors: Record<string, string>;
  failures: Record<string, string>;
  /** For somebody who was signed out meanwhile: a link that leaves the page and what was typed where it is. */
  signIn: { href: string; text: string };
  /** The way to the practice queue, for who has to finish it first. */
  practice?: { href: string; text: string };
  kept: KeptWords;
  /** `messages/en/reports.json`, "new". */
  text: Record<string, string>;
  /** `messages/en/reports.json`, "link"; null where no link can be looked at. */
  link: LinkWords | null;
  /** Said instead of asking for the licence, where its author has agreed with an earlier report; null where they are asked. */
  agreed: string | null;
  options: {
    category: Option[];
    providerKind: Option[];
    contractType: Option[];
    sourceKind: Option[];
    /** Areas that a service without a place may serve; only where the form asks. */
    servedArea?: readonly Option[];
  };
};

/** What is said beside the link of a source; "{site}", "{value}" and "{before}" stand for what they name. */
export type LinkWords = {
  look: string;
  lookHint: string;
  title: string;
  see: string;
  site: string;
  sites: Record<string, string>;
  nothing: string;
  instead: string;
  use: string;
  used: string;
  archive: string;
  archiveLink: string;
  faults: Record<string, string>;
};

/** What a field needs to be drawn: what stands in it, and what is wrong with it. */
export type FieldState = {
  valueIn: (field: string) => string;
  errorOf: (field: string) => string | undefined;
  /** What was found when somebody last asked to look at a link. */
  link?: LinkAnswer | null | undefined;
};

/** The label of a form field, as an error names it. */
export function labelOf(text: Record<string, string>, field: string): string {
  const part = field.startsWith("sources.") ? (SOURCE_LABELS[field.split(".")[2] ?? ""] ?? "") : field;
  return text[part] ?? field;
}

const SOURCE_LABELS: Readonly<Record<string, string>> = {
  kind: "sourceKind",
  title: "sourceName",
  publisher: "sourcePublisher",
  url: "sourceUrl",
  publishedOn: "sourceDate",
  says: "sourceSays",
};
