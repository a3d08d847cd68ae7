import { groups } from "../../app/navigation";
import { paths } from "../../app/paths";
import type { Application, Environment, Lock, Placement, ScopeRef, Whoami } from "../../lib/api/contract";
import { denied } from "../access/may";
import { deniedRelease, scopeWords } from "../locks/scope";
import { version } from "../deliveries/version";
import { withFeedback } from "../feedback/saying";
import { waitsForApproval } from "../placements/shown";

/** Something that the palette offers: a place to go, or a command, which goes to the dialog of its button. */
export interface Offer {
  readonly id: string;
  readonly kind: "place" | "command";
  /** What is shown, and what is searched. */
  readonly name: string;
  readonly note: string;
  readonly path: string;
  /** Who may do this instead of you. */
  readonly denied?: string;
}

/** What the offers are made of: what the pages have read already. */
export interface Known {
  readonly applications: readonly Application[];
  readonly environments: readonly Environment[];
  readonly placements: readonly Placement[];
  readonly locks: readonly Lock[];
  readonly who: Whoami;
  /** The query of the page that the palette lies over. */
  readonly search: URLSearchParams;
}

/** Everything that the palette can offer, places first. */
export function offers(known: Known): readonly Offer[] {
  return [...places(known), ...commands(known), ...restraints(known), feedback(known)];
}

function places({ applications, environments, placements }: Known): readonly Offer[] {
  return [
    ...groups.flatMap((group) => group.places).map((each) => place(each.name, "page", each.path)),
    ...applications.map((each) => place(each.name, "application", paths.application(each.name))),
    ...environments.map((each) => place(each.name, "environment", paths.environment(each.name))),
    ...placements.flatMap((each) => [
      place(`${each.application}/${each.environment}`, runs(each), paths.placement(each.application, each.environment)),
      ...(each.active === undefined ? [] : [place(`${each.application}/${each.environment}#${each.active.number}`, `${version(each.active)}, ${each.active.state}`, deliveryOf(each, each.active.number))]),
    ]),
  ];
}

function commands({ applications, placements, who }: Known): readonly Offer[] {
  return [
    ...applications.map(({ name }) => command(`Deploy ${name}…`, denied(who, "deployer", { application: name }), paths.application(name), "deploy")),
    ...placements.flatMap((each) => ofPlacement(each, who)),
  ];
}

function ofPlacement(placement: Placement, who: Whoami): readonly Offer[] {
  const { application, environment, active, inForce, paused } = placement;
  const not = denied(who, "deployer", { application, environment });
  const page = paths.placement(application, environment);
  const here = `${application} in ${environment}…`;
  const cancellable = active !== undefined && (active.state === "waiting" || active.state === "rolling" || active.state === "stuck");
  return [
    command(`Deploy ${application} to ${environment}…`, not, page, "deploy"),
    ...(inForce === undefined ? [] : [command(`Roll back ${here}`, not, page, "rollback")]),
    paused === undefined ? command(`Pause ${here}`, not, page, "pause") : command(`Resume ${here}`, not, page, "resume"),
    ...(active !== undefined && waitsForApproval(placement) ? words(placement, active.number, who) : []),
    ...(cancellable ? [command(`Cancel ${application}/${environment}#${active.number}…`, not, deliveryOf(placement, active.number), "cancel")] : []),
  ];
}

/** What people say of a delivery that waits for it; whether their word counts is said on its page. */
function words(placement: Placement, number: number, who: Whoami): readonly Offer[] {
  const { application, environment } = placement;
  const not = denied(who, "approver", { application, environment });
  const of = `${application}/${environment}#${number}…`;
  return [command(`Approve ${of}`, not, deliveryOf(placement, number), "approve"), command(`Reject ${of}`, not, deliveryOf(placement, number), "reject")];
}

/** The dialogs that lock a scope, or everything, and those that release a lock. */
function restraints({ applications, environments, placements, locks, who }: Known): readonly Offer[] {
  const lock = (scope: ScopeRef, path: string, dialog = "lock") => command(`Lock ${scopeWords(scope)}…`, denied(who, "deployer", scope), path, dialog);
  const groupNames = [...new Set(environments.flatMap(({ group }) => (group === undefined ? [] : [group])))];
  return [
    ...groupNames.map((name) => lock({ environment: name }, paths.environments(), `lock-${name}`)),
    ...environments.map(({ name }) => lock({ environment: name }, paths.environment(name))),
    ...applications.map(({ name }) => lock({ application: name }, paths.application(name))),
    ...placements.map(({ application, environment }) => lock({ application, environment }, paths.placement(application, environment))),
    lock({}, paths.locks()),
    ...locks.map((each) => command(`Unlock ${scopeWords(each.scope)}…`, deniedRelease(who, each), paths.locks(), `unlock-${each.id}`)),
  ];
}

/** A dialog that is the same over every page, so it opens over this one. */
function feedback({ search }: Known): Offer {
  return { id: "command feedback", kind: "command", name: "Send feedback…", note: "about this page", path: `?${withFeedback(search)}` };
}

function command(name: string, not: string | undefined, path: string, dialog: string): Offer {
  return { id: `command ${name} ${dialog}`, kind: "command", name, note: "", path: `${path}?do=${dialog}`, ...(not === undefined ? {} : { denied: not }) };
}

function place(name: string, note: string, path: string): Offer {
  return { id: `place ${path}`, kind: "place", name, note, path };
}

function runs({ inForce }: Placement): string {
  return inForce === undefined ? "nothing yet" : `runs ${version(inForce)}`;
}

function deliveryOf({ application, environment }: Placement, number: number): string {
  return paths.delivery(application, environment, number);
}
