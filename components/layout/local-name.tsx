import { useLocale } from "next-intl";

/** A name in the reader's language where it has one, marked as Welsh so that it is read out as Welsh. */
export function LocalName({ name, nameCy }: { name: string; nameCy: string | null }) {
  return useLocale() === "cy" && nameCy ? <span lang="cy">{nameCy}</span> : name;
}

/** The same as a string, for titles and sentences. */
export function useLocalName(): (named: { name: string; nameCy: string | null }) => string {
  const isWelsh = useLocale() === "cy";
  return ({ name, nameCy }) => (isWelsh && nameCy ? nameCy : name);
}
