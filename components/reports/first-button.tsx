/**
 * What Enter in a field presses: a browser takes the first button of a form, and that must send it, not look at a link. Nobody sees it.
 */
export function FirstButton({ button }: { button: { intent: string } | undefined }) {
  return button ? <button type="submit" name="intent" value={button.intent} hidden tabIndex={-1} /> : null;
}
