/** Practices and their branches ("A82019", "A82019001"), and sites ("NT327"), as registers and people write them: in capitals. */
const CODE = /\b(?:[A-Z]\d{5}(?:\d{3})?|[A-Z][A-Z0-9]{2}\d{2})\b/g;

/** The codes of registers that somebody wrote beside a name. */
export function codesIn(text: string): string[] {
  return [...new Set(text.match(CODE) ?? [])];
}
