import type { LinkWords } from "@/components/reports/report-form-words";
import { Notice } from "@/components/ui/notice";
import type { LinkAnswer } from "@/domain/link-answer";

type Props = { link: LinkAnswer | null | undefined; said: LinkWords | null | undefined };

/** At the top of a form that came back with what was asked for: without scripts the page begins there again. */
export function ReturnedNotice({ link, said }: Props) {
  if (!said) return null;
  return (
    <Notice role="status">
      <p>{link ? <a href={`#found-${link.index}`}>{said.see}</a> : said.used}</p>
    </Notice>
  );
}
