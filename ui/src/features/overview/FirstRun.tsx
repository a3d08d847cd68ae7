import { useTitle } from "../../app/title";
import { Snippet } from "../../design/Copy";
import { Lead, Panel } from "../../design/Panel";

const DOCUMENT = `application: shop
services: {web: {run: "./bin/web --port \${port}", health: /healthz}}
route: [staging, production]
triggers:
  - {on: push, branch: main}`;

/** The empty overview teaches: what would be here, and the two steps to it. */
export function FirstRun() {
  useTitle("Nothing here yet");
  return (
    <>
      <Lead title="Nothing here yet: bring in your first application">
        This page will say what runs where. Slipway needs five lines in a repository, and the repository&apos;s address.
      </Lead>
      <Panel title="1. Put this into your repository as slipway.yaml">
        <div className="teach">
          <Snippet text={DOCUMENT} what="slipway.yaml" />
          <p className="soft">What to run, how to tell that it is healthy, the environments in their order, and what sets it off.</p>
        </div>
      </Panel>
      <Panel title="2. Tell Slipway where it is">
        <div className="teach">
          <Snippet text="slipway app add URL" what="the command" />
          <p className="soft">From then on each push to main travels the route. This page changes by itself as soon as it does.</p>
        </div>
      </Panel>
    </>
  );
}
