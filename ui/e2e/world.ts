import { byGroup, halfway, waiting } from "../src/fixtures/approvals";
import { campaigns, halted, overlays, places } from "../src/fixtures/campaigns";
import { choices, impossible, paused, preview } from "../src/fixtures/controls";
import { delivery, failed, rolling, settled, stuck } from "../src/fixtures/deliveries";
import { bring, change, from, same, to } from "../src/fixtures/differences";
import { applications, environments, targets } from "../src/fixtures/environments";
import { entryDetail, eventDetail, queue, queuedShipment, shipment } from "../src/fixtures/history";
import { locks } from "../src/fixtures/locks";
import { LOG, MIGRATION, TEXT } from "../src/fixtures/logs";
import { notifications } from "../src/fixtures/notifications";
import { placements } from "../src/fixtures/placements";
import { policies } from "../src/fixtures/policies";
import { resources } from "../src/fixtures/resources";
import { sealed } from "../src/fixtures/secrets";
import { approvalAndLock, nothing, notKnown } from "../src/fixtures/whys";
import { explained } from "../src/fixtures/origins";
import { COMMITS } from "../src/fixtures/world";
import type { Role, Whoami } from "../src/lib/api/contract";

/** What a stand-in server answers: whole bodies by path, with the query where one of its own is answered. */
export type World = ReadonlyMap<string, unknown>;

const whoami: Whoami = { actor: { id: "a-1", name: "Lena Brandt" }, organisation: "main", grants: [{ role: "admin", scope: {} }] };

/** The sample's person, who may act everywhere, with another role. */
export const as = (role: Role): Whoami => ({ ...whoami, grants: [{ role, scope: {} }] });
/** Bytes, which a log is answered with. */
const bytes = (text: string) => Buffer.from(text);
const page = (items: readonly unknown[]) => ({ items, total: items.length });
const details = [rolling, settled, failed, stuck, waiting];

/** A busy afternoon: something fails, something is stuck, something moves. */
export function sample(): Map<string, unknown> {
  const world = new Map<string, unknown>([
    ["/api/v1/whoami", whoami],
    ["/api/v1/placements", page(placements)],
    ["/api/v1/applications", page(applications)],
    ["/api/v1/environments", page(environments)],
    ["/api/v1/targets", page(targets)],
    ["/api/v1/activity", page(rolling.timeline.toReversed())],
    ["/api/v1/queue", page(queue)],
    ["/api/v1/locks", page(locks)],
    ["/api/v1/resources", page(resources)],
    ["/api/v1/policies", page(policies)],
    ["/api/v1/campaigns", page(campaigns)],
    [`/api/v1/campaigns/${halted.id}`, halted],
    [`/api/v1/campaigns/${halted.id}/places`, page(places)],
    ["/api/v1/overlays", page(overlays)],
    ["/api/v1/overlays/cost-caps/places", page(places.slice(2))],
    ["/api/v1/notifications", { items: notifications }],
    ["/api/v1/shipments", page([shipment])],
    [`/api/v1/shipments/${shipment.id}`, shipment],
    [`/api/v1/shipments/${queuedShipment.id}`, queuedShipment],
    [`/api/v1/events/${eventDetail.event.position}`, eventDetail],
    [`/api/v1/entries/${entryDetail.entry.position}`, entryDetail],
  ]);
  for (const each of applications) world.set(`/api/v1/applications/${each.name}`, each);
  for (const each of environments) {
    world.set(`/api/v1/environments/${each.name}`, each);
    world.set(`/api/v1/environments/${each.name}/secrets`, page(sealed));
  }
  for (const each of placements) {
    const at = `/api/v1/applications/${each.application}/environments/${each.environment}`;
    world.set(at, each);
    world.set(`${at}/why`, nothing);
    world.set(`${at}/explanation`, { ...explained, application: each.application, environment: each.environment });
    world.set(`${at}/changes`, bring);
    world.set(`${at}/deliveries`, page([rolling.delivery, settled.delivery, delivery({ number: 229, id: "checkout/staging#229", state: "failed", sha: COMMITS.c })]));
  }
  for (const each of details) {
    const { application, environment, number } = each.delivery;
    world.set(`/api/v1/applications/${application}/environments/${environment}/deliveries/${number}/difference`, { ...(number === 231 || number === 59 ? change : same), from: { ...from, number: number - 1 }, to: { ...to, number } });
  }
  const logs = "/api/v1/applications/checkout/environments/staging/deliveries/231/logs";
  world.set(logs, page([MIGRATION, LOG]));
  world.set(`${logs}/${LOG.id}`, bytes(TEXT));
  world.set(`${logs}/${MIGRATION.id}`, bytes("2 migrations applied\n"));
  world.set("/api/v1/applications/catalog/environments/staging/deliveries/59/ballot", halfway);
  world.set("/api/v1/applications/catalog/environments/staging/why", approvalAndLock);
  world.set("/api/v1/applications/payments/environments/staging/why", notKnown);
  world.set("/api/v1/applications/checkout/environments/staging/rollback", preview);
  world.set("/api/v1/applications/checkout/environments/staging/rollback/choices", choices);
  world.set("/api/v1/applications/checkout/environments/production/rollback/choices", { items: [] });
  world.set("/api/v1/applications/checkout/environments/production/rollback", impossible);
  for (const each of details) {
    const { application, environment, number } = each.delivery;
    world.set(`/api/v1/applications/${application}/environments/${environment}/deliveries/${number}`, each);
  }
  return world;
}

/** The sample with checkout paused in staging, and what was rolled back there held. */
export function standing(): Map<string, unknown> {
  const world = sample();
  const at = "/api/v1/applications/checkout/environments/staging";
  world.set(at, { ...(world.get(at) as object), paused });
  world.set("/api/v1/queue", page([...queue, { ...queue[0], environment: "staging", because: { code: "held", sentence: "#229 was rolled back, and this contains it." }, wayOut: "slipway resume checkout/staging --fixed-by SHA" }]));
  return world;
}

/** The sample with production protected. */
export function protectedProduction(): Map<string, unknown> {
  const world = sample();
  const asking = placements.map((each) => ({ ...each, asksToConfirm: each.environment === "production" }));
  world.set("/api/v1/placements", page(asking));
  for (const each of asking) world.set(`/api/v1/applications/${each.application}/environments/${each.environment}`, each);
  world.set("/api/v1/environments/production", { ...environments.find((each) => each.name === "production"), asksToConfirm: true });
  world.set("/api/v1/applications/checkout/environments/production/rollback", { ...preview, to: { number: 183, sha: COMMITS.c }, skips: [{ number: 184, sha: COMMITS.older }] });
  return world;
}

/** An installation that nobody has used yet. */
export function empty(): Map<string, unknown> {
  const world = sample();
  for (const list of ["placements", "applications", "environments", "targets", "activity", "queue", "shipments", "locks", "resources", "policies", "campaigns", "overlays"]) world.set(`/api/v1/${list}`, page([]));
  world.set("/api/v1/notifications", { items: [] });
  return world;
}

/** The sample with {@code text} wherever the contract lets a stranger's string through. */
export function withText(text: string): Map<string, unknown> {
  const world = sample();
  const because = { code: "x", sentence: text };
  const entries = rolling.timeline.map((entry) => ({ ...entry, summary: text, because, actor: { id: "a-1", name: text } }));
  world.set("/api/v1/whoami", { ...whoami, actor: { id: "a-1", name: text } });
  world.set("/api/v1/activity", page(entries));
  world.set("/api/v1/locks", page([{ ...locks[0], scope: {}, reason: text, owner: { id: "a-7", name: text } }]));
  world.set("/api/v1/resources", page([{ ...resources[0], description: text }]));
  world.set("/api/v1/environments/staging/secrets", page([{ ...sealed[0], by: { id: "a-1", name: text } }]));
  world.set("/api/v1/campaigns", page([{ ...halted, because, by: { id: "a-1", name: text } }]));
  world.set(`/api/v1/campaigns/${halted.id}`, { ...halted, because, by: { id: "a-1", name: text } });
  world.set(`/api/v1/campaigns/${halted.id}/places`, page(places.map((each) => ({ ...each, because }))));
  world.set("/api/v1/overlays", page(overlays.map((each) => ({ ...each, lines: each.lines.map((line) => ({ ...line, text })) }))));
  world.set("/api/v1/policies", page(policies.map((each) => ({ ...each, by: { id: "a-1", name: text }, rules: each.rules.map((rule) => ({ ...rule, must: text, when: text, message: text })) }))));
  world.set("/api/v1/notifications", { items: notifications.map((each) => ({ ...each, failure: text })) });
  world.set("/api/v1/placements", page(placements.map((each) => hostilePlacement(each, because))));
  world.set("/api/v1/applications/checkout/environments/staging/deliveries/231", {
    ...rolling,
    delivery: { ...rolling.delivery, state: "stuck", because, wayOut: text, ref: `refs/heads/${text}`, madeBy: { kind: "request", actor: { id: "a-1", name: text } } },
    services: rolling.services.map((service) => ({ ...service, words: [text] })),
    members: rolling.members.map((member) => ({ ...member, outcome: "unknown", because, instances: member.instances.map((each) => ({ ...each, instance: text, details: { [text]: text } })) })),
    timeline: entries,
  });
  const commit = { sha: COMMITS.newest, subject: text, author: text, at: entries[0]?.at ?? "" };
  const commits = { items: [commit], total: 1, whole: true };
  const fields = [{ field: `variables.${text}`, change: "changed", from: text, to: text }];
  world.set("/api/v1/applications/checkout/environments/staging/deliveries/231/difference", {
    ...change,
    services: [{ service: "web", change: "changed", fields }],
    brings: commits,
    takesBack: { ...commits, because },
  });
  world.set("/api/v1/applications/checkout/environments/staging/changes", {
    ...bring,
    to: { sha: COMMITS.newest, ref: `refs/heads/${text}` },
    brings: commits,
    takesBack: { ...commits, because },
  });
  world.set("/api/v1/applications/catalog/environments/staging/why", { ...approvalAndLock, unmet: approvalAndLock.unmet.map((each) => ({ ...each, because, ways: [{ role: "viewer", who: text, command: text }] })) });
  world.set("/api/v1/applications/catalog/environments/staging/deliveries/59/ballot", { rules: byGroup.rules.map((rule) => ({ ...rule, name: text, groups: rule.groups.map((group) => ({ ...group, members: [{ id: "p-3", name: text }] })), given: rule.given.map((each) => ({ ...each, by: { id: "a-8", name: text } })) })), notApproving: because });
  world.set("/api/v1/applications/checkout", { ...applications[1], repository: text, branch: text, triggers: [{ name: "x", listensTo: "push", patterns: [text], environments: [] }] });
  world.set("/api/v1/shipments", page([{ ...shipment, ref: `refs/heads/${text}` }]));
  world.set(`/api/v1/shipments/${shipment.id}`, { ...shipment, ref: `refs/tags/${text}`, parameters: { [text]: text } });
  world.set(`/api/v1/events/${eventDetail.event.position}`, {
    ...eventDetail,
    event: { ...eventDetail.event, summary: text },
    evaluations: eventDetail.evaluations.map((each) => ({ ...each, because })),
    timeline: entries,
  });
  world.set(`/api/v1/entries/${entryDetail.entry.position}`, { entry: { ...entryDetail.entry, summary: text, because, stream: text }, payload: { [text]: text } });
  return world;
}

function hostilePlacement(each: (typeof placements)[number], because: { code: string; sentence: string }) {
  return {
    ...each,
    ...(each.active === undefined ? {} : { active: { ...each.active, because } }),
    ...(each.lastFailure === undefined ? {} : { lastFailure: { ...each.lastFailure, because } }),
    ...(each.inForce === undefined ? {} : { inForce: { ...each.inForce, ref: `refs/tags/${because.sentence}` } }),
  };
}
