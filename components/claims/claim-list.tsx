import { useTranslations } from "next-intl";
import { ClaimValueText, type Names } from "@/components/claims/claim-value";
import { DisputeLine } from "@/components/claims/dispute-line";
import { SourceLine } from "@/components/claims/source-line";
import { useDates } from "@/components/layout/date-text";
import { basisOf } from "@/domain/claims/basis";
import { groupByQuote } from "@/domain/claims/group-by-quote";
import { type ClaimRead, confirmedInPart } from "@/domain/claims/reading";
import type { DisputeRead } from "@/domain/complaints/complaint";
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
      {groupByQuote(claims).map((group) => (
        <li key={group[0].id} className="border-rule border-b py-4">
          <dl className="space-y-2">
            {group.map((claim) => (
              <ClaimItem
                key={claim.id}
                claim={claim}
                names={names}
                disputes={disputes.filter(({ field }) => field === claim.field)}
              />
            ))}
          </dl>
          <Evidence claim={group[0]} />
        </li>
      ))}
    </ul>
  );
}

type Item = { claim: ClaimRead; names: Names; disputes: readonly DisputeRead[] };

function ClaimItem({ claim, names, disputes }: Item) {
  const t = useTranslations("services.claim");
  return (
    <div className="gap-x-6 md:grid md:grid-cols-[11rem_1fr]">
      <dt className="font-semibold text-ink-soft">{t(`field.${claim.field}` as "field.name")}</dt>
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

/** What the source says, which, and when: once for all claims that rest on the same words. */
function Evidence({ claim }: { claim: ClaimRead }) {
  const t = useTranslations("services.claim");
  const inWords = useDates();
  return (
    <div className="md:pl-50">
      <p className="mt-1 max-w-line">
        <span className="text-ink-soft">{t(`basis.${basisOf(claim.says, claim.field)}`)}: </span>
        {claim.says ?? <span className="text-ink-soft italic">{t("saysHidden")}</span>}
      </p>
      <p className="mt-1 max-w-line text-base">
        <span className="text-ink-soft">{t("source")}: </span>
        <SourceLine source={claim.source} />
      </p>
      <p className="mt-1 text-base text-ink-soft">
        {t("confirmed", { date: inWords(confirmedInPart(claim)) })} ·{" "}
        {t("recorded", { date: inWords(ukToday(claim.recordedAt)) })}
      </p>
    </div>
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
