type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
export type FormTexts = Record<string, string[]>;

/** Never kept: what nobody typed, what is secret, and files, which no page may fill in. */
const NEVER: ReadonlySet<string> = new Set([
  "hidden",
  "password",
  "file",
  "submit",
  "button",
  "image",
  "reset",
]);

function typedFields(form: HTMLFormElement): Typed[] {
  return [...form.elements].filter(
    (field): field is Typed =>
      (field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement) &&
      field.name !== "" &&
      !NEVER.has(field.type) &&
      field.autocomplete !== "one-time-code",
  );
}

const isTick = (field: Typed): field is HTMLInputElement =>
  field.type === "radio" || field.type === "checkbox";

/** What stands in the form beside what the page put there; null when nothing was changed. */
export function changedTexts(form: HTMLFormElement): FormTexts | null {
  const fields = typedFields(form);
  const changed = new Set(fields.filter(isChanged).map(({ name }) => name));
  if (changed.size === 0) return null;
  const texts: FormTexts = Object.fromEntries([...changed].map((name) => [name, []]));
  for (const field of fields) if (!isTick(field) || field.checked) texts[field.name]?.push(field.value);
  return texts;
}

function isChanged(field: Typed): boolean {
  if (isTick(field)) return field.checked !== field.defaultChecked;
  if (!(field instanceof HTMLSelectElement)) return field.value !== field.defaultValue;
  const options = [...field.options];
  const first = options.find(({ defaultSelected }) => defaultSelected) ?? options[0];
  return field.value !== (first?.value ?? "");
}

/**
 * Puts texts back where they were typed. What was typed since the page came stays, and what is put back is not hidden.
 * @returns whether anything was put back.
 */
export function putBack(form: HTMLFormElement, texts: Readonly<Record<string, readonly string[]>>): boolean {
  const fields = typedFields(form);
  const typedSince = new Set(fields.filter(isChanged).map(({ name }) => name));
  let isAny = false;
  const places: Record<string, number> = {};
  for (const field of fields) {
    const given = Object.hasOwn(texts, field.name) ? texts[field.name] : undefined;
    if (!given || typedSince.has(field.name)) continue;
    if (isTick(field)) field.checked = given.includes(field.value);
    else {
      const place = places[field.name] ?? 0;
      places[field.name] = place + 1;
      setText(field, given[place]);
    }
    if (!isChanged(field)) continue;
    isAny = true;
    field.closest("details")?.setAttribute("open", "");
  }
  return isAny;
}

function setText(field: Typed, text: string | undefined): void {
  if (text === undefined) return;
  // A choice that is gone from its list cannot be put back.
  if (field instanceof HTMLSelectElement && ![...field.options].some(({ value }) => value === text)) return;
  field.value = text;
}
