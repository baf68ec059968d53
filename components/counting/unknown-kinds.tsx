import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import type { Named } from "@/domain/figures/service-row";
import type { UnknownBeside } from "@/domain/figures/unknown-beside";

/** Services that are in no count because nobody knows what their organisation is, and its name. Nothing where there are none. */
export function UnknownKinds({ unknown }: { unknown: UnknownBeside }) {
  const t = useTranslations("counting");
  const { services, organisations, notNamed } = unknown;
  if (services === 0) return null;
  const sentence = t("unknownKinds", { services, organisations: organisations.length });
  return (
    <p>
      {sentence}
      {organisations.length > 0 ? ": " : null}
      <OrganisationNames organisations={organisations} />
      {organisations.length > 0 && notNamed > 0 ? ` ${t("andNotNamed", { count: notNamed })}` : null}.
    </p>
  );
}

/** Links to organisations, with commas between them. */
export function OrganisationNames({ organisations }: { organisations: readonly Named[] }) {
  return organisations.map(({ slug, name }, index) => (
    <span key={slug}>
      {index > 0 ? ", " : null}
      <LocalLink href={`/providers/${slug}`} lang="en">
        {name}
      </LocalLink>
    </span>
  ));
}
