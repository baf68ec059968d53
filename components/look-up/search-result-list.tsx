import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName, useLocalName } from "@/components/layout/local-name";
import { ShortAnswer } from "@/components/places/short-answer";
import type { PlaceAnswer } from "@/domain/pages/place-answer";
import { howFormer } from "@/domain/providers/former-names";
import { type FoundName, SEARCH_LIMIT } from "@/domain/search/results";
import { MOST_OFFERED } from "@/domain/search/settlement";

/** What a search found, what people most likely mean first; a list that is full says so. */
export function SearchResultList({
  names,
  answers,
}: {
  names: readonly FoundName[];
  /** For places, by the path of their page. */
  answers: ReadonlyMap<string, PlaceAnswer>;
}) {
  const t = useTranslations("look-up.search");
  const town = useTranslations("look-up.town");
  const hasTown = names.some(({ kind }) => kind === "settlement");
  return (
    <>
      <ol className="max-w-line border-rule border-t">
        {names.map((found) => (
          <li key={`${found.kind} ${found.path} ${found.name}`} className="border-rule border-b py-2">
            <LocalLink
              href={found.path}
              className="inline-flex min-h-11 items-center font-semibold text-lg leading-snug"
            >
              <LocalName name={found.name} nameCy={found.nameCy} />
            </LocalLink>
            <p className="text-base text-ink-soft">
              <Detail found={found} />
            </p>
            <Answer answer={answers.get(found.path)} />
          </li>
        ))}
      </ol>
      {hasTown ? <p className="mt-3 max-w-line text-base text-ink-soft">{town("credit")}</p> : null}
      {names.length >= SEARCH_LIMIT ? (
        <p className="mt-2 text-ink-soft">{t("more", { limit: SEARCH_LIMIT })}</p>
      ) : null}
    </>
  );
}

function Answer({ answer }: { answer: PlaceAnswer | undefined }) {
  if (answer === undefined) return null;
  return (
    <p className="text-base">
      <ShortAnswer answer={answer} />
    </p>
  );
}

/** What it is and where: "Dalston is in Penrith and Solway constituency." */
function Detail({ found }: { found: FoundName }) {
  const t = useTranslations("look-up.search");
  const town = useTranslations("look-up.town");
  const kinds = useTranslations("areas.kind");
  const records = useTranslations("look-up.suggestions");
  const localName = useLocalName();
  if (found.kind === "settlement") {
    const { council, outcode, constituencies } = found;
    const [only] = constituencies;
    const where = [council ? localName(council) : null, constituencies.length === 1 ? outcode : null]
      .filter(Boolean)
      .join(" ");
    const name = localName(found);
    if (constituencies.length === 1 && only)
      return `${where} · ${town("inOne", { town: name, constituency: localName(only) })}`;
    const listed = constituencies.slice(0, MOST_OFFERED).map(localName).join(", ");
    const several = town("inSeveral", { town: name, count: constituencies.length });
    return constituencies.length > MOST_OFFERED
      ? `${where} · ${several}`
      : `${where} · ${several}: ${listed}`;
  }
  if ("town" in found) {
    return (
      <>
        {[
          records(found.kind),
          found.town,
          found.companyNumber && records("company", { number: found.companyNumber }),
        ]
          .filter(Boolean)
          .join(" · ")}
        {found.formerly.map((former) => (
          <span key={former.name}>
            {" · "}
            {records(howFormer(former), { name: former.name })} (
            <a href={former.source.url} rel="nofollow noopener">
              {former.source.title}
            </a>
            )
          </span>
        ))}
      </>
    );
  }
  if (found.kind === "care" || found.kind === "district") return records(found.kind);
  if (found.kind === "county")
    return `${records("county")} · ${t("councils", { count: found.councils.length })}`;
  const kind = kinds(found.kind);
  return found.validTo === null ? kind : t("until", { kind, year: found.validTo.slice(0, 4) });
}
