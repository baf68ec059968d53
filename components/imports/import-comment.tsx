import { useLocale, useTranslations } from "next-intl";
import { dateInWords } from "@/domain/dates/in-words";

type Props = {
  comment: Record<"organisation" | "comment" | "document" | "writtenOn" | "url", string>;
  /** Above it, where several stand together. */
  isNamed?: boolean;
};

/** What an organisation wrote about its rows of an import, with the document it is from. */
export function ImportComment({ comment: said, isNamed = false }: Props) {
  const t = useTranslations("imports.organisations");
  const locale = useLocale();
  const from = t("from", { document: said.document, date: dateInWords(said.writtenOn, locale) });
  return (
    <div className="my-4 max-w-line break-words">
      {isNamed ? <p className="font-semibold">{said.organisation}</p> : null}
      <blockquote className="whitespace-pre-line border-rule border-l-4 pl-4">{said.comment}</blockquote>
      <p className="mt-2 text-base">
        {said.url === "" ? (
          from
        ) : (
          <a href={said.url} rel="nofollow noopener noreferrer ugc">
            {from}
          </a>
        )}
      </p>
    </div>
  );
}
