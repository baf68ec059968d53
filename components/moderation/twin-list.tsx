import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LocalLink } from "@/components/layout/local-link";

type Twin = {
  id: string;
  slug: string;
  name: string;
  placeName: string | null;
  town: string | null;
  postcode: string | null;
  providerName: string | null;
  because: "same-place" | "same-postcode" | "same-area" | "same-provider-and-town";
};

/** By id: what says of a report that it is the same as this; none where it cannot be said now. */
export type TwinButtons = Readonly<Record<string, ReactNode>>;

/** Published services that the report may be about, and why each is here. */
export function TwinList({ twins, buttons }: { twins: readonly Twin[]; buttons: TwinButtons }) {
  const t = useTranslations("moderation.one");
  const reports = useTranslations("reports.one");
  if (twins.length === 0) return <p>{t("twinsNone")}</p>;
  return (
    <ul className="space-y-3">
      {twins.map(({ id, slug, name, placeName, town, postcode, providerName, because }) => (
        <li key={id} className="border-accent border-l-4 pl-4">
          <LocalLink href={`/services/${slug}`}>{name}</LocalLink>
          <br />
          {[placeName, town, postcode].filter(Boolean).join(", ")}; {providerName ?? reports("notNamed")}
          <br />
          <span className="text-ink-soft">{t(`twinBecause.${because}`)}</span>
          {buttons[id]}
        </li>
      ))}
    </ul>
  );
}
