import { useId, useState } from "react";
import { useLocation } from "react-router";
import { Dialog } from "../../design/Dialog";
import { Outside } from "../../design/Outside";
import { Act } from "../acting/Act";
import { useAsked } from "../acting/asked";
import { Says } from "../acting/Says";
import { useWish } from "../acting/wish";
import { remaining, TEXT_LENGTH_MAX } from "./saying";

/** The dialog in which somebody says something of the page at hand. What was written stays until it has arrived. */
export function Feedback() {
  const { pathname } = useLocation();
  const wish = useWish("POST /api/v1/feedback");
  const dialog = useAsked("feedback", wish.begin);
  const [text, setText] = useState("");
  const field = useId();
  if (!dialog.asked) return null;
  if (wish.phase.at === "sent") return <Thanks page={wish.phase.answer.page} close={dialog.close} />;
  const press = async () => {
    if (await wish.press({}, { page: pathname, text: text.trim() })) setText("");
  };
  return (
    <Act title="Feedback" phase={wish.phase} verb="Send feedback" leave="Not now" missing={text.trim() === "" ? "Say something." : undefined} close={dialog.close} press={() => void press()}>
      <Says
        facts={[
          ["Of which page", <Outside key="page" text={pathname} longest={160} mono />],
          ["Who reads it", "The owners of this server, with your name, the time and the version. It does not leave the server."],
        ]}
      />
      <div className="asks">
        <label htmlFor={field}>What is good, bad or missing here?</label>
        <textarea id={field} className="field" data-first value={text} maxLength={TEXT_LENGTH_MAX} rows={6} onChange={(event) => setText(event.target.value)} />
        <p className="meta" role="status">
          {remaining(text)}
        </p>
      </div>
    </Act>
  );
}

function Thanks({ page, close }: { page: string; close: () => void }) {
  return (
    <Dialog title="Thank you" close={close} className="act">
      <p role="status">
        What you said is kept on this server, with the page <Outside text={page} longest={160} mono />. Its owners read it with <code>slipway feedback</code>.
      </p>
      <div className="act-end">
        <p className="meta" />
        <button type="button" className="btn" data-first onClick={close}>
          Back to the page
        </button>
      </div>
    </Dialog>
  );
}
