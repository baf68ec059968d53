/** Where a shipped reference table came from, as `db/seed/reference/datasets.json` holds it. */
export type ReferenceDataset = {
  key: string;
  title: string;
  publisher: string;
  licence: string;
  /** The words the licence asks for, to be printed on pages that show the data. */
  attribution: string;
  /** The publisher's page for the current file. */
  sourceUrl: string;
  /** When the data was true, as the publisher says it: a year, a month or a day (ISO). */
  vintage: string;
  /** Rows read from the publisher's file. */
  rows: number;
  /** SHA-256 of the publisher's file, hexadecimal. */
  sha256: string;
  /** The command that makes the shipped tables again from the publisher's files. */
  command: string;
};

/** A loaded data set as the data page shows it. */
export type DatasetRead = {
  key: string;
  title: string;
  publisher: string;
  licence: string;
  attribution: string;
  url: string;
  vintage: string;
  rows: number;
};
