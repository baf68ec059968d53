import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { FoldedList } from "@/components/ui/folded-list";
import type { AreaOfServices } from "@/domain/pages/place-page";

const FIRST = 10;

/** In which health bodies' areas an organisation runs services now, with how many. */
export function ProviderAreas({ bodies }: { bodies: readonly AreaOfServices[] }) {
  const t = useTranslations("providers");
  return (
    <FoldedList
      className="gap-x-8 md:columns-2"
      first={FIRST}
      more={(count) => t("areasMore", { count })}
      lines={bodies.map(({ kind, slug, name, nameCy, services }) => (
        <li key={`${kind}/${slug}`} className="break-inside-avoid py-1">
          <LocalLink href={`/areas/${kind}/${slug}`} className="inline-block py-1">
            <LocalName name={name} nameCy={nameCy} />
          </LocalLink>{" "}
          <span className="text-ink-soft">{t("areasCount", { services })}</span>
        </li>
      ))}
    />
  );
}
