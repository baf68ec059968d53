import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import { LocalLink } from "@/components/layout/local-link";
import { useRegistered } from "@/components/places/use-registered";
import type { ReportAction } from "@/components/reports/report-form-words";
import { SmallForm, type SmallFormWords } from "@/components/reports/small-form";
import type { ProposalEffect } from "@/domain/registrations/proposal";
import { type RegisteredRun, registeredAnswerOf } from "@/domain/registrations/registered";
import { registrationInWords, type SaidRegistration } from "@/domain/registrations/said";

/** What a newer edition of a register has of a place, beside what is held of it. */
type Proposal = {
  id: string;
  version: number;
  place: { slug: string; name: string };
  said: readonly SaidRegistration[];
  held: RegisteredRun | null;
  effects: readonly ProposalEffect[];
  speaksOf: string;
  source: { title: string; url: string | null };
  isOwn: boolean;
};

type Props = {
  proposals: readonly Proposal[];
  action: ReportAction;
  locale: string;
  path: string;
  words: SmallFormWords;
};

/** What registers say and nothing here says yet, each with what a moderator can do about it. */
export function ProposalList({ proposals, action, locale, path, words }: Props) {
  const t = useTranslations("moderation.proposals");
  const inWords = useDates();
  const registered = useRegistered();
  return (
    <ol className="border-ink border-t-2">
      {proposals.map(({ id, version, place, said, held, effects, speaksOf, source, isOwn }) => {
        const answer = held ? registeredAnswerOf([held]) : null;
        return (
          <li key={id} className="border-rule border-b py-5">
            <h2 className="font-semibold text-xl">
              <LocalLink href={`/places/${place.slug}`}>{place.name}</LocalLink>
            </h2>
            {answer ? <p className="mt-2 max-w-line">{registered(answer, place.name)}</p> : null}
            <p className="mt-2">{t("says", { source: source.title, date: inWords(speaksOf) })}</p>
            <ul className="list-disc pl-5">
              {said.map((one) => (
                <li key={one.locationId}>
                  {registrationInWords(one)}.{" "}
                  <a href={`https://www.cqc.org.uk/location/${one.locationId}`} rel="nofollow noopener">
                    {t("check", { location: one.locationId })}
                  </a>
                </li>
              ))}
            </ul>
            <EffectList effects={effects} />
            {isOwn ? (
              <p className="mt-2">{t("failures.own")}</p>
            ) : (
              <div className="mt-4">
                <SmallForm
                  action={action}
                  path={path}
                  words={words}
                  hidden={{ locale, id, version: String(version) }}
                  fields={[
                    {
                      id: `decision-${id}`,
                      name: "decision",
                      kind: "radio",
                      label: t("decision"),
                      options: [
                        { value: "accept", label: t("accept") },
                        { value: "dismiss", label: t("dismiss") },
                      ],
                    },
                    {
                      id: `reason-${id}`,
                      name: "reason",
                      kind: "text",
                      label: t("reason"),
                      hint: t("reasonHint"),
                    },
                  ]}
                  button={t("send", { place: place.name })}
                />
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** What taking it over would do, fact by fact. */
function EffectList({ effects }: { effects: readonly ProposalEffect[] }) {
  const t = useTranslations("moderation.proposals.effects");
  const inWords = useDates();
  return (
    <>
      <p className="mt-2">{t("title")}</p>
      <ul className="list-disc pl-5">
        {effects.map(({ what, who, on }) => (
          <li key={what}>
            {who === null ? t("endsUnnamed", { date: inWords(on) }) : t(what, { who, date: inWords(on) })}
          </li>
        ))}
      </ul>
    </>
  );
}
