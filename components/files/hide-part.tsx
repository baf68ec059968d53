"use client";

import { type PointerEvent, useRef, useState } from "react";
import { OnlyWithScripts } from "@/components/forms/only-with-scripts";
import type { ReportAction } from "@/components/reports/report-form-words";
import { setFields } from "@/components/reports/set-fields";
import { SmallForm, type SmallFormWords } from "@/components/reports/small-form";

type Props = {
  action: ReportAction;
  path: string;
  words: SmallFormWords;
  hidden: Readonly<Record<string, string>>;
  picture: { id: string; name: string; src: string; width: number; height: number };
};
type Corner = { x: number; y: number };
const NUMBERS = ["left", "top", "width", "height"] as const;

/** Hides a part of a picture: by four numbers, which drawing over the picture fills in. The server does it, for good. */
export function HidePart({ action, path, words, hidden, picture }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<{ from: Corner; to: Corner } | null>(null);
  const { text } = words;
  const named = (key: string) => (text[key] ?? "").replace("{name}", () => picture.name);
  const how = ["blur", "fill"].map((value) => ({ value, label: text[value] ?? value }));
  const numbers = NUMBERS.map((name) => ({
    kind: "line" as const,
    id: `${name}-${picture.id}`,
    name,
    label: text[name] ?? name,
  }));

  function draw(event: PointerEvent<HTMLElement>) {
    if (!drawn || event.buttons === 0) return;
    const to = cornerAt(event);
    setDrawn({ from: drawn.from, to });
    const form = place.current?.querySelector("form");
    if (form) setFields(form, inNumbers(drawn.from, to));
  }

  const box = drawn ? inNumbers(drawn.from, drawn.to) : null;
  const style = box && {
    left: `${box.left}%`,
    top: `${box.top}%`,
    width: `${box.width}%`,
    height: `${box.height}%`,
  };
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">
        {named("blurTitle")}
      </summary>
      <div ref={place} className="space-y-4">
        <OnlyWithScripts>
          <div
            aria-hidden="true"
            className="relative touch-none select-none"
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              setDrawn({ from: cornerAt(event), to: cornerAt(event) });
            }}
            onPointerMove={draw}
          >
            {/* biome-ignore lint/performance/noImgElement: seen by one person, and the site has no optimiser */}
            <img
              src={picture.src}
              alt=""
              width={picture.width}
              height={picture.height}
              loading="lazy"
              draggable={false}
              className="h-auto w-full"
            />
            {style ? <div className="absolute border-2 border-accent bg-ink/50" style={style} /> : null}
          </div>
        </OnlyWithScripts>
        <SmallForm
          action={action}
          path={path}
          words={words}
          hidden={hidden}
          fields={[
            ...numbers,
            {
              kind: "radio",
              id: `how-${picture.id}`,
              name: "how",
              label: text.how ?? "",
              value: "blur",
              options: how,
            },
          ]}
          note={text.blurNote ?? ""}
          button={named("blurButton")}
        />
      </div>
    </details>
  );
}

/** Where on the picture a finger or mouse is, in percent. */
function cornerAt({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>): Corner {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  const within = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return { x: within((clientX - left) / width), y: within((clientY - top) / height) };
}

function inNumbers(from: Corner, to: Corner): Record<(typeof NUMBERS)[number], string> {
  const size = (a: number, b: number) => (Math.abs(a - b) || 0.1).toFixed(1);
  return {
    left: Math.min(from.x, to.x).toFixed(1),
    top: Math.min(from.y, to.y).toFixed(1),
    width: size(from.x, to.x),
    height: size(from.y, to.y),
  };
}
