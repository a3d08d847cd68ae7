import { Copy } from "../../design/Copy";
import { Outside } from "../../design/Outside";
import { Ago } from "../../design/Time";
import type { CommitList, PullRequest } from "../../lib/api/contract";
import { shortCommit } from "../../lib/words/digest";
import { linkable } from "../../lib/words/link";
import { grouped } from "../../lib/words/number";

/** Commits, newest first, in their authors' words; says so where they could not be read, or are not all here. */
export function CommitRows({ of, most = of.items.length }: { of: CommitList; most?: number }) {
  const left = of.total - Math.min(most, of.items.length);
  return (
    <>
      {of.because !== undefined && (
        <p className="nothing">
          Which commits they are is not known: <Outside text={of.because.sentence} longest={300} />
        </p>
      )}
      <ul className="commits">
        {of.items.slice(0, most).map((commit) => (
          <li key={commit.sha}>
            <p className="wrap">
              {commit.undoneBy !== undefined && (
                <>
                  <span className="chip">undone by {shortCommit(commit.undoneBy)}</span>{" "}
                </>
              )}
              <Outside text={commit.subject === "" ? "No words" : commit.subject} longest={200} />
            </p>
            <p className="meta">
              <code>{shortCommit(commit.sha)}</code> <Copy text={commit.sha} what={`the commit ${shortCommit(commit.sha)}`} /> <Outside text={commit.author} longest={80} /> · <Ago at={commit.at} />
              {commit.pullRequest !== undefined && <Pulled of={commit.pullRequest} />}
            </p>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <p className="more meta">
          and {of.whole ? "" : "more than "}
          {grouped(left)} more
        </p>
      )}
    </>
  );
}

/** Which pull request brought it; a link only where it leads to a page. */
function Pulled({ of: { number, url } }: { of: PullRequest }) {
  const words = `pull request #${number}`;
  return (
    <>
      {" · "}
      {url !== undefined && linkable(url) ? (
        <a className="link" href={url} rel="noopener noreferrer nofollow" target="_blank">
          {words}
        </a>
      ) : (
        words
      )}
    </>
  );
}
