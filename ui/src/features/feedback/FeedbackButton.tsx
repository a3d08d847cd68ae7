import { useSearchParams } from "react-router";
import { withFeedback } from "./saying";

/** Opens the dialog over whatever page it stands beside. */
export function FeedbackButton() {
  const [search, setSearch] = useSearchParams();
  return (
    <button type="button" className="leave" onClick={() => setSearch(withFeedback(search), { replace: true, preventScrollReset: true })}>
      Feedback…
    </button>
  );
}
