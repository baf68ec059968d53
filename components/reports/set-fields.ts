/**
 * Writes into the fields of a form as if somebody had typed it, so that what is kept of the form has it too. A field that the form does not
 * have, or a choice that is not in its list, is left.
 */
export function setFields(form: HTMLFormElement, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList) field.value = value;
    else if (field instanceof HTMLSelectElement) {
      if ([...field.options].some((option) => option.value === value)) field.value = value;
    } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value;
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}
