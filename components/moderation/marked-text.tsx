import type { RevealingWords } from "@/domain/services/revealing/revealing-words";

/** A text with the words marked that would tell where the care is. Bold as well: a colour alone says nothing to many. */
export function MarkedText({
  text,
  field,
  marks,
}: {
  text: string;
  field: string;
  marks: readonly RevealingWords[];
}) {
  const own = marks.filter((mark) => mark.field === field).sort((a, b) => a.start - b.start);
  let at = 0;
  const parts = own.flatMap(({ start, end }) => {
    if (start < at) return [];
    const before = text.slice(at, start);
    at = end;
    return [
      before,
      <mark key={start} className="font-bold underline">
        {text.slice(start, end)}
      </mark>,
    ];
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
