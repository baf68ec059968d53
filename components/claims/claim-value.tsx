import { useTranslations } from "next-intl";
import { claimWords, type Names, type ValueOfClaim } from "@/components/claims/claim-words";
import { useDates } from "@/components/layout/date-text";
import { LocalLink } from "@/components/layout/local-link";
import { saysSo } from "@/domain/claims/claim";
import { idsIn, type RecordName } from "@/domain/claims/reading";

/** A claim's value in words. */
export function ClaimValueText({ claim, names }: { claim: ValueOfClaim; names: Names }) {
  const words = claimWords(useTranslations("services"), useDates());
  const [id] = idsIn(claim.value);
  if (claim.field === "registration") {
    const said = words(claim);
    return id === undefined ? (
      said
    ) : (
      <>
        <NameOfRecord name={names.get(id)} />, {said}
      </>
    );
  }
  if (claim.field === "paid-for-by" && id !== undefined) {
    return (
      <>
        <NameOfRecord name={names.get(id)} />: {words(claim)}
      </>
    );
  }
  if (id !== undefined)
    return saysSo(claim.value) ? <NameOfRecord name={names.get(id)} /> : <NotSo name={names.get(id)} />;
  const text = words(claim);
  if (claim.field === "website") {
    return (
      <a href={text} rel="nofollow noopener">
        {text}
      </a>
    );
  }
  return text;
}

/** What a source shows not to be so. */
function NotSo({ name }: { name: RecordName | undefined }) {
  const t = useTranslations("services.claim");
  return t.rich("notSo", { name: () => <NameOfRecord name={name} /> });
}

/** The name of a record that a claim points at, as a link where it has a page. */
export function NameOfRecord({ name }: { name: RecordName | undefined }) {
  const t = useTranslations("services.claim");
  if (!name) return t("unnamedRecord");
  return name.path ? <LocalLink href={name.path}>{name.name}</LocalLink> : name.name;
}
