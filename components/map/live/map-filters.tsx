import { type ComponentProps, type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { FilterChoice, FilterChoices } from "@/domain/map/filter-choice";
import { type MapAddress, OUTLINES } from "@/domain/map/map-address";
import { AreaBox } from "./area-box";
import { type LiveWords, OUTLINE_WORDS, sortChoices } from "./live-words";

type Props = {
  address: MapAddress;
  choices: FilterChoices;
  words: LiveWords;
  /** Whether there is a middle to be near to. */
  hasMiddle: boolean;
  /** Where the form leads without scripts. */
  action: string;
  /** This view without any filter. */
  clearHref: string;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** A choice was made, of a list or a box; text waits for the button. */
  onPick: (form: HTMLFormElement) => void;
  /** The box that names an area. */
  areaBox: Pick<ComponentProps<typeof AreaBox>, "problemId" | "ask" | "onChoose">;
};

/** All filters as a form: with scripts each choice is applied at once, without them by the button. */
export function MapFilters({
  address,
  choices,
  words,
  hasMiddle,
  action,
  clearHref,
  onSubmit,
  onPick,
  areaBox,
}: Props) {
  const { q, provider, pays, area, since, exact, sort, at, outlines, view } = address;
  // Once: a reader who unticks the last box must not see the boxes close.
  const [isOpen] = useState(() => hasAny(address));
  const areaValue = area ? `${area.kind}/${area.slug}` : "";
  return (
    <form
      method="get"
      action={action}
      onSubmit={onSubmit}
      onChange={({ target, currentTarget }) => {
        if (
          target instanceof HTMLSelectElement ||
          (target instanceof HTMLInputElement && target.type === "checkbox")
        )
          onPick(currentTarget);
      }}
      className="map-filters"
      aria-label={words.filters}
    >
      <label>
        <span>{words.search}</span>
        <input type="search" name="q" defaultValue={q ?? ""} maxLength={100} aria-describedby="map-q-hint" />
      </label>
      <p id="map-q-hint" className="map-line-facts">
        {words.searchHint}
      </p>
      <details open={isOpen}>
        <summary>{words.filters}</summary>
        <Ticks legend={words.care} name="care" choices={choices.care} chosen={address.care} />
        <Pick
          name="provider"
          label={words.provider}
          choices={choices.provider}
          chosen={provider}
          words={words}
        />
        <Ticks legend={words.type} name="type" choices={choices.type} chosen={address.type} />
        <Pick name="pays" label={words.pays} choices={choices.pays} chosen={pays} words={words} />
        <Pick name="area" label={words.area} choices={choices.area} chosen={areaValue} words={words} />
        <AreaBox where={address.where} words={words} {...areaBox} />
        <Ticks legend={words.status} name="status" choices={choices.status} chosen={address.status} />
        <Pick name="since" label={words.since} choices={choices.since} chosen={since} words={words} />
        <Pick name="exact" label={words.exact} choices={choices.exact} chosen={exact} words={words} />
      </details>
      <label>
        <span>{words.sort}</span>
        <select name="sort" defaultValue={sort}>
          {sortChoices(sort, hasMiddle).map(([value, word]) => (
            <option key={value} value={value}>
              {words[word]}
            </option>
          ))}
        </select>
      </label>
      <label className="map-outlines">
        <span>{words.outlines}</span>
        <select name="outlines" defaultValue={outlines ?? ""}>
          <option value="">{words.outlinesNone}</option>
          {OUTLINES.map((one) => (
            <option key={one} value={one}>
              {words[OUTLINE_WORDS[one]]}
            </option>
          ))}
        </select>
      </label>
      <Kept name="at" value={at && `${at.zoom}/${at.lat}/${at.lon}`} />
      <Kept name="view" value={view === "list" ? view : null} />
      <p className="map-filter-buttons">
        <button type="submit">{words.apply}</button>
        <a href={clearHref}>{words.clear}</a>
      </p>
    </form>
  );
}

function hasAny({ care, provider, type, pays, area, where, status, since, exact }: MapAddress): boolean {
  return (
    [care, type, status].some((list) => list.length > 0) ||
    [provider, pays, area, where, since, exact].some(Boolean)
  );
}

/** What leaves nothing is not offered, unless it is chosen. */
function offered(choices: readonly FilterChoice[], chosen: readonly string[]): readonly FilterChoice[] {
  return choices.filter(({ value, count }) => count > 0 || chosen.includes(value));
}

/** "Eye care (12)". */
export const choiceInWords = ({ label, count }: FilterChoice, sign = "") =>
  `${label} (${sign}${count.toLocaleString("en-GB")})`;

function Ticks({
  legend,
  name,
  choices,
  chosen,
}: {
  legend: string;
  name: string;
  choices: readonly FilterChoice[];
  chosen: readonly string[];
}) {
  // Beside ticks of the same list, another tick adds its services to theirs.
  const isFurther = (value: string) => chosen.length > 0 && !chosen.includes(value);
  const open = offered(choices, chosen);
  // A heading with nothing under it is a question without an answer.
  if (open.length === 0) return null;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {open.map((choice) => (
        <label key={choice.value} className="map-tick">
          <input
            type="checkbox"
            name={name}
            value={choice.value}
            defaultChecked={chosen.includes(choice.value)}
          />
          <span>{choiceInWords(choice, isFurther(choice.value) ? "+" : "")}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Pick({
  name,
  label,
  choices,
  chosen,
  words,
}: {
  name: string;
  label: string;
  choices: readonly FilterChoice[];
  chosen: string | null;
  words: LiveWords;
}) {
  const list = useRef<HTMLSelectElement>(null);
  // What is chosen otherwise than by this list, such as an area that was typed, stands in it too.
  useEffect(() => {
    if (list.current) list.current.value = chosen ?? "";
  }, [chosen]);
  const open = offered(choices, [chosen ?? ""]);
  const groups = [...new Set(open.map(({ group }) => group))];
  const options = (of: string | undefined): ReactNode =>
    open
      .filter(({ group }) => group === of)
      .map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choiceInWords(choice)}
        </option>
      ));
  return (
    <label>
      <span>{label}</span>
      <select ref={list} name={name} defaultValue={chosen ?? ""}>
        <option value="">{words.all}</option>
        {groups.map((group) =>
          group === undefined ? (
            options(group)
          ) : (
            <optgroup key={group} label={group}>
              {options(group)}
            </optgroup>
          ),
        )}
      </select>
    </label>
  );
}

function Kept({ name, value }: { name: string; value: string | null }) {
  return value ? <input type="hidden" name={name} value={value} /> : null;
}
