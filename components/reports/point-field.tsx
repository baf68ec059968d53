"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { PinMap, type PinMapTexts } from "@/components/map/pin-map";
import type { FieldState, ReportFormWords } from "@/components/reports/report-form-words";
import { setFields } from "@/components/reports/set-fields";
import { TextInput } from "@/components/ui/inputs";
import { readTypedPoint } from "@/domain/reports/typed-point";

export type PinStart = { lon: number; lat: number; zoom: number };
/** What the page of the pin needs beside its words. */
export type PinSettings = {
  texts: PinMapTexts;
  /** Where the map begins; null for the whole country. */
  start: PinStart | null;
  locale: string;
  /** Whose the ground is. */
  credit: ReactNode;
};
type Props = FieldState & PinSettings & { words: ReportFormWords };
/** What `/api/areas-at` answers. */
export type AreasAt = { areas: { en: string; cy: string | null }[]; problem: string | null };

const FIELD = "point";
/** Long enough that a map in motion asks once. */
const PAUSE_MS = 400;

/** A pin on a map and the box of its coordinates, each moving the other; below them the areas that the pin lies in. */
export function PointField({ words, texts, start, locale, credit, valueIn, errorOf }: Props) {
  const { text, errorPrefix } = words;
  const kept = valueIn(FIELD);
  const [typed, setTyped] = useState(kept);
  const box = useRef<HTMLInputElement>(null);
  const read = readTypedPoint(typed);
  const said = useAreas(typed, locale, words);

  // What was put back by the browser is not typed: the box is asked once it stands there.
  useEffect(() => {
    if (box.current) setTyped(box.current.value);
  }, []);

  return (
    <div className="space-y-3">
      <PinMap
        texts={texts}
        start={start}
        credit={credit}
        point={read.ok ? read.point : null}
        onPoint={({ lon, lat }, figures) => {
          const form = box.current?.form;
          if (!form) return;
          const value = `${lat.toFixed(figures)}, ${lon.toFixed(figures)}`;
          setFields(form, { [FIELD]: value });
          setTyped(value);
        }}
      />
      <p aria-live="polite" className="font-semibold">
        {said}
      </p>
      <TextInput
        ref={box}
        id={FIELD}
        label={text.point}
        hint={text.pointHint}
        error={errorOf(FIELD)}
        errorPrefix={errorPrefix}
        defaultValue={kept}
        onChange={(event) => setTyped(event.target.value)}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        width="half"
      />
    </div>
  );
}

/** The areas that a point lies in, in a sentence; or why it lies in none. "" while nothing is known. */
function useAreas(typed: string, locale: string, { text, errors }: ReportFormWords): string {
  const [said, setSaid] = useState("");
  const read = readTypedPoint(typed);
  const asked = read.ok ? read.text : "";
  useEffect(() => {
    if (asked === "") return setSaid("");
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      const query = new URLSearchParams({ point: asked });
      fetch(`/api/areas-at?${query}`, { signal: leaving.signal })
        .then(async (response) => (response.ok ? ((await response.json()) as AreasAt) : null))
        .then((answer) => {
          if (!answer) return;
          const names = answer.areas.map(({ en, cy }) => (locale === "cy" && cy ? cy : en));
          const problem = answer.problem && errors[answer.problem]?.replace("{field}", text.point ?? "");
          setSaid(problem || (text.pointIn ?? "").replace("{areas}", names.join(", ")));
        })
        .catch(() => undefined); // gone or refused: the pin stands all the same
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [asked, locale, text, errors]);
  return said;
}
