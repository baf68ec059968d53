import { Fragment } from "react";

/** The form beside the box that a choice of these is sent by: in the box's own they would be what Enter presses. */
export const NEAREST_FORM = "look-up-nearest";

/** Live postcodes to choose instead of one that nobody has, each a button that looks it up, without scripts too. */
export function NearestPostcodes({ label, postcodes }: { label: string; postcodes: readonly string[] }) {
  if (postcodes.length === 0) return null;
  return (
    <span className="block leading-11">
      {" "}
      {label}{" "}
      {postcodes.map((postcode, index) => (
        <Fragment key={postcode}>
          {index > 0 ? ", " : null}
          <button
            type="submit"
            form={NEAREST_FORM}
            name="q"
            value={postcode}
            className="whitespace-nowrap leading-11 underline underline-offset-4"
          >
            {postcode}
          </button>
        </Fragment>
      ))}
      .
    </span>
  );
}
