import { useTranslations } from "next-intl";
import { ClaimValueText, type Names } from "@/components/claims/claim-value";
import { DisputeLine } from "@/components/claims/dispute-line";
import { SourceLine } from "@/components/claims/source-line";
import { useDates } from "@/components/layout/date-text";
import { basisOf } from "@/domain/claims/basis";
import type { DisputeRead } from "@/domain/claims/dispute";
import { groupBySource } from "@/domain/claims/group-by-source";
import { type ClaimRead, speaksOf } from "@/domain/claims/reading";
import { ukToday } from "@/domain/dates/partial-date";

/** Every claim about a record: those that hold now, then the others, folded away but in the page. */
export function ClaimList({
  claims,
  names,
  disputes = [],
}: {
  claims: readonly ClaimRead[];
  names: Names;
  disputes?: readonly DisputeRead[];
}) {
  const t = useTranslations("services.claim");
  const held = claims.filter((claim) => claim.isInForce);
  const others = claims.filter((claim) => !claim.isInForce);
  return (
    <>
      <Claims claims={held} names={names} disputes={disputes} />
      {others.length > 0 ? (
        <details className="mt-6">
          <summary className="py-2 font-semibold">
            {t("others")} ({others.length})
          </summary>
          <Claims claims={others} names={names} disputes={[]} />
        </details>
      ) : null}
    </>
  );
}

type Listed = { claims: readonly ClaimRead[]; names: Names; disputes: readonly DisputeRead[] };

function Claims({ claims, names, disputes }: Listed) {
  return (
    <ul className="border-rule border-t">
      {groupBySource(claims).map(({ source, quotes, isOfOneDay }) => (
        <li key={quotes[0]?.[0].id} className="border-rule border-b py-4">
          <h3 className="max-w-line font-sans text-lg leading-snug">
            <SourceLine source={source} />
          </h3>
          {isOfOneDay ? <Days claim={quotes[0]?.[0]} /> : null}
          {quotes.map((group) => (
            <div key={group[0].id} className="mt-3">
              <dl className="space-y-1.5">
                {group.map((claim) => (
                  <ClaimItem
                    key={claim.id}
                    claim={claim}
                    names={names}
                    disputes={disputes.filter(({ field }) => field === claim.field)}
                  />
                ))}
              </dl>
              <Words claim={group[0]} />
              {isOfOneDay ? null : <Days claim={group[0]} />}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** Whence numbers that are drawn elsewhere on the page come: the sources, their words and days, without the values. */
export function ClaimEvidence({ claims }: { claims: readonly ClaimRead[] }) {
  return groupBySource(claims).map(({ source, quotes }) => (
    <div key={source.id} className="mt-4">
      <p className="max-w-line">
        <SourceLine source={source} />
      </p>
      {quotes.map(([claim]) => (
        <Words key={claim.id} claim={claim} isWide />
      ))}
      <Days claim={quotes[0]?.[0]} />
    </div>
  ));
}

type Item = { claim: ClaimRead; names: Names; disputes: readonly DisputeRead[] };

function ClaimItem({ claim, names, disputes }: Item) {
  const t = useTranslations("services.claim");
  return (
    <div className="grid grid-cols-[6.5rem_1fr] gap-x-4 sm:grid-cols-[11rem_1fr] sm:gap-x-6">
      <dt className="text-ink-soft">{t(`field.${claim.field}` as "field.name")}</dt>
      <dd>
        <p className="font-semibold">
          <ClaimValueText claim={claim} names={names} />
        </p>
        <Validity claim={claim} />
        {disputes.map((dispute) => (
          <DisputeLine key={dispute.id} dispute={dispute} />
        ))}
      </dd>
    </div>
  );
}

/** What the source says, or what we made of it: once for all facts that rest on the same words. */
function Words({ claim, isWide = false }: { claim: ClaimRead; isWide?: boolean }) {
  const t = useTranslations("services.claim");
  return (
    <p className={`mt-1 max-w-line text-base ${isWide ? "" : "sm:pl-50"}`}>
      <span className="text-ink-soft">{t(`basis.${basisOf(claim.says, claim.field)}`)}: </span>
      {claim.says ?? <span className="text-ink-soft italic">{t("saysHidden")}</span>}
    </p>
  );
}

/** The three days of a fact: for which the source speaks, on which it was published, and on which we read it. */
function Days({ claim }: { claim: ClaimRead | undefined }) {
  const t = useTranslations("services.claim");
  const inWords = useDates();
  if (!claim) return null;
  const { publishedOn } = claim.source;
  const { from, to } = speaksOf(claim);
  return (
    <p className="mt-1 text-base text-ink-soft">
      {[
        to
          ? t("speaksOfPeriod", { from: inWords(from), to: inWords(to) })
          : t("speaksOf", { date: inWords(from) }),
        publishedOn ? t("published", { date: inWords(publishedOn) }) : t("publishedUnknown"),
        t("read", { date: inWords(ukToday(claim.recordedAt)) }),
      ].join(" · ")}
    </p>
  );
}

function Validity({ claim: { validFrom, validTo } }: { claim: ClaimRead }) {
  const t = useTranslations("services.claim");
  const inWords = useDates();
  if (validFrom && validTo)
    return <p className="text-base">{t("valid", { from: inWords(validFrom), to: inWords(validTo) })}</p>;
  if (validFrom) return <p className="text-base">{t("validFrom", { from: inWords(validFrom) })}</p>;
  return validTo ? <p className="text-base">{t("validTo", { to: inWords(validTo) })}</p> : null;
}
