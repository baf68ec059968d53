import type { TypedAnswer } from "@/domain/imports/code-answer";

/** What the importer of a row can say of it, with what it says now. Each kind has a form of its own on the page of the row. */
export type RowQuestion =
  /** Its cells, in the order of the import's columns; none for a service that the file does not name. */
  | { kind: "cells"; cells: readonly string[] }
  /** What to do with it, and nothing else. */
  | { kind: "decision" }
  /** Who is behind a provider code. */
  | {
      kind: "code";
      /** What the file says of the code; null for a service whose code it has no longer. */
      filed: { code: string; name: string; completed: number; waiting: number; specialties: string[] } | null;
      /** True where nobody has looked it up, or its importer did. */
      isAsked: boolean;
      answer: TypedAnswer;
    };
