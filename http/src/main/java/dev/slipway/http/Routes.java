package dev.slipway.http;

import static dev.slipway.model.Role.ADMIN;
import static dev.slipway.model.Role.APPROVER;
import static dev.slipway.model.Role.DEPLOYER;
import static dev.slipway.model.Role.OWNER;
import static dev.slipway.model.Role.REPORTER;
import static dev.slipway.model.Role.VIEWER;

import dev.slipway.http.gate.Strangers;
import dev.slipway.http.resource.Access;
import dev.slipway.http.resource.AgentDesk;
import dev.slipway.http.resource.AgentLogs;
import dev.slipway.http.resource.AgentSecrets;
import dev.slipway.http.resource.Applications;
import dev.slipway.http.resource.Approvals;
import dev.slipway.http.resource.Bypasses;
import dev.slipway.http.resource.Campaigns;
import dev.slipway.http.resource.ChangeStream;
import dev.slipway.http.resource.Checks;
import dev.slipway.http.resource.Controls;
import dev.slipway.http.resource.Deliveries;
import dev.slipway.http.resource.Differences;
import dev.slipway.http.resource.Documents;
import dev.slipway.http.resource.Environments;
import dev.slipway.http.resource.Externals;
import dev.slipway.http.resource.Groups;
import dev.slipway.http.resource.Happenings;
import dev.slipway.http.resource.Inclusions;
import dev.slipway.http.resource.Locks;
import dev.slipway.http.resource.Logs;
import dev.slipway.http.resource.Notifications;
import dev.slipway.http.resource.Opinions;
import dev.slipway.http.resource.Overlays;
import dev.slipway.http.resource.People;
import dev.slipway.http.resource.Placements;
import dev.slipway.http.resource.Policies;
import dev.slipway.http.resource.Previews;
import dev.slipway.http.resource.Queue;
import dev.slipway.http.resource.Receivers;
import dev.slipway.http.resource.Resources;
import dev.slipway.http.resource.Secrets;
import dev.slipway.http.resource.ServerDesk;
import dev.slipway.http.resource.Sessions;
import dev.slipway.http.resource.Sets;
import dev.slipway.http.resource.Shipments;
import dev.slipway.http.resource.TrustDoor;
import dev.slipway.http.resource.WhatIfs;
import dev.slipway.http.resource.Whys;
import java.util.List;

/** Every route that there is. */
public final class Routes {

  private static final String API = "/api/v1";
  private static final String APPLICATION = API + "/applications/{application}";
  private static final String PLACEMENT = APPLICATION + "/environments/{environment}";
  private static final String DELIVERIES = PLACEMENT + "/deliveries";
  private static final String SECRETS = API + "/environments/{environment}/secrets";
  private static final String TARGET = API + "/environments/{environment}/targets/{target}";

  private Routes() {}

  public static List<Route> of(Doors doors, Settings settings, Strangers strangers) {
    Applications applications = new Applications(doors);
    Checks checks = new Checks(doors);
    Documents documents = new Documents(doors);
    Environments environments = new Environments(doors, settings.version(), settings.clock());
    Placements placements = new Placements(doors);
    Overlays overlays = new Overlays(doors);
    Campaigns campaigns = new Campaigns(doors);
    Policies policies = new Policies(doors);
    Notifications notifications = new Notifications(doors);
    Controls controls = new Controls(doors);
    Deliveries deliveries = new Deliveries(doors);
    Differences differences = new Differences(doors);
    Externals externals = new Externals(doors);
    Inclusions inclusions = new Inclusions(doors);
    Shipments shipments = new Shipments(doors);
    Happenings happenings = new Happenings(doors);
    ChangeStream changes = new ChangeStream(doors);
    Access access = new Access(doors, strangers);
    TrustDoor trusts = new TrustDoor(doors, settings);
    Approvals approvals = new Approvals(doors);
    Bypasses bypasses = new Bypasses(doors);
    Queue queue = new Queue(doors);
    Sets sets = new Sets(doors);
    Opinions opinions = new Opinions(doors, settings);
    People people = new People(doors);
    Groups groups = new Groups(doors);
    Resources resources = new Resources(doors);
    Secrets secrets = new Secrets(doors);
    Whys whys = new Whys(doors);
    WhatIfs whatIfs = new WhatIfs(doors, settings.clock());
    Locks locks = new Locks(doors, settings.clock());
    Sessions sessions = new Sessions(doors, settings.clock());
    Receivers receivers = new Receivers(doors);
    Logs logs = new Logs(doors, settings.clock());
    AgentDesk agents = new AgentDesk(doors, settings);
    AgentLogs parcels = new AgentLogs(doors);
    AgentSecrets keys = new AgentSecrets(doors, settings);
    ServerDesk server = new ServerDesk(settings);
    Previews previews = new Previews(doors);
    return List.of(
        Route.of("GET", API + "/applications", VIEWER, applications::list),
        Route.of("POST", API + "/applications", OWNER, applications::add),
        Route.of("GET", APPLICATION, VIEWER, applications::get),
        Route.of("DELETE", APPLICATION, OWNER, applications::remove),
        Route.of("POST", APPLICATION + "/deploy", DEPLOYER, applications::deploy),
        Route.of("POST", APPLICATION + "/checks", REPORTER, checks::report),
        Route.of("POST", APPLICATION + "/triggers/test", VIEWER, whatIfs::triggers),
        Route.of("POST", APPLICATION + "/preview", VIEWER, previews::look),
        Route.of("POST", API + "/whatif", DEPLOYER, whatIfs::begin),
        Route.of("GET", API + "/whatif/{replay}", DEPLOYER, whatIfs::get),
        Route.of("POST", API + "/documents", VIEWER, documents::apply),
        Route.of("POST", API + "/documents/validate", VIEWER, documents::validate),
        Route.of("GET", API + "/owners", VIEWER, overlays::owners),
        Route.of("GET", API + "/overlays", VIEWER, overlays::list),
        Route.of("GET", API + "/overlays/{overlay}", VIEWER, overlays::revisions),
        Route.of("POST", API + "/overlays/{overlay}/revert", VIEWER, overlays::revert),
        Route.of("POST", API + "/overlays/{overlay}/campaigns", VIEWER, campaigns::start),
        Route.of("GET", API + "/overlays/{overlay}/places", VIEWER, campaigns::preview),
        Route.of("GET", API + "/campaigns", VIEWER, campaigns::list),
        Route.of("GET", API + "/campaigns/{campaign}", VIEWER, campaigns::get),
        Route.of("GET", API + "/campaigns/{campaign}/places", VIEWER, campaigns::places),
        Route.of("POST", API + "/campaigns/{campaign}/stop", VIEWER, campaigns::stop),
        Route.of("POST", API + "/campaigns/{campaign}/resume", VIEWER, campaigns::resume),
        Route.of("GET", API + "/policies", VIEWER, policies::list),
        Route.of("GET", API + "/policies/{policy}", VIEWER, policies::revisions),
        Route.of("POST", API + "/policies/{policy}/revert", VIEWER, policies::revert),
        Route.of("GET", API + "/notifications", VIEWER, notifications::list),
        Route.of("DELETE", API + "/notifications/{notification}", ADMIN, notifications::remove),
        Route.of("POST", API + "/notifications/{notification}/test", ADMIN, notifications::test),
        Route.of("GET", API + "/environments", VIEWER, environments::list),
        Route.of("GET", API + "/environments/{environment}", VIEWER, environments::get),
        Route.of("GET", SECRETS, VIEWER, secrets::list),
        Route.of("DELETE", API + "/environments/{environment}/secret-key", OWNER, secrets::endKey),
        Route.of("GET", SECRETS + "/{secret}", VIEWER, secrets::versions),
        Route.of("POST", SECRETS + "/{secret}", OWNER, secrets::set),
        Route.of("GET", SECRETS + "/{secret}/next", VIEWER, secrets::next),
        Route.of("DELETE", SECRETS + "/{secret}/{version}", OWNER, secrets::remove),
        Route.of("GET", API + "/targets", VIEWER, environments::targets),
        Route.of("GET", TARGET, VIEWER, environments::target),
        Route.of("DELETE", TARGET, OWNER, environments::remove),
        Route.of("POST", TARGET + "/pause", DEPLOYER, environments::pause),
        Route.of("POST", TARGET + "/resume", DEPLOYER, environments::resume),
        Route.of("POST", TARGET + "/join-tokens", OWNER, environments::offerJoin),
        Route.of("GET", API + "/placements", VIEWER, placements::list),
        Route.of("GET", PLACEMENT, VIEWER, placements::get),
        Route.of("POST", PLACEMENT + "/pause", DEPLOYER, controls::pause),
        Route.of("POST", PLACEMENT + "/resume", DEPLOYER, controls::resume),
        Route.of("POST", PLACEMENT + "/stop", OWNER, controls::stop),
        Route.of("POST", PLACEMENT + "/queue/{shipment}/move", DEPLOYER, queue::move),
        Route.of("DELETE", PLACEMENT + "/queue/{shipment}", DEPLOYER, queue::remove),
        Route.of("GET", PLACEMENT + "/rollback", VIEWER, controls::preview),
        Route.of("GET", PLACEMENT + "/rollback/choices", VIEWER, controls::choices),
        Route.of("POST", PLACEMENT + "/rollback", DEPLOYER, controls::rollback),
        Route.of("GET", PLACEMENT + "/changes", VIEWER, differences::preview),
        Route.of("GET", PLACEMENT + "/inclusion", VIEWER, inclusions::get),
        Route.of("GET", PLACEMENT + "/external", VIEWER, externals::list),
        Route.of("POST", PLACEMENT + "/external", DEPLOYER, externals::record),
        Route.of("GET", PLACEMENT + "/why", VIEWER, whys::why),
        Route.of("GET", PLACEMENT + "/explanation", VIEWER, whys::explain),
        Route.of("GET", DELIVERIES, VIEWER, deliveries::list),
        Route.of("GET", DELIVERIES + "/{number}", VIEWER, deliveries::get),
        Route.of("GET", DELIVERIES + "/{number}/difference", VIEWER, differences::get),
        Route.of("GET", DELIVERIES + "/{number}/logs", VIEWER, logs::list),
        Route.of("GET", DELIVERIES + "/{number}/logs/{log}", VIEWER, logs::read),
        Route.of("POST", DELIVERIES + "/{number}/settle", DEPLOYER, deliveries::settle),
        Route.of("POST", DELIVERIES + "/{number}/continue", DEPLOYER, deliveries::goOn),
        Route.of("POST", DELIVERIES + "/{number}/exclude", DEPLOYER, deliveries::exclude),
        Route.of("POST", DELIVERIES + "/{number}/cancel", DEPLOYER, deliveries::cancel),
        Route.of("POST", DELIVERIES + "/{number}/pass-limit", OWNER, queue::pass),
        Route.of("POST", DELIVERIES + "/{number}/bypass", OWNER, bypasses::bypass),
        Route.of("POST", DELIVERIES + "/{number}/pass-failure", DEPLOYER, queue::goOn),
        Route.of("GET", DELIVERIES + "/{number}/ballot", VIEWER, approvals::ballot),
        Route.of("POST", DELIVERIES + "/{number}/approve", APPROVER, approvals::approve),
        Route.of("POST", DELIVERIES + "/{number}/reject", APPROVER, approvals::reject),
        Route.of("GET", API + "/people", ADMIN, people::list),
        Route.of("POST", API + "/people", ADMIN, people::add),
        Route.of("POST", API + "/people/{person}/links", ADMIN, people::link),
        Route.of("DELETE", API + "/people/{person}", ADMIN, people::forget),
        Route.of("GET", API + "/groups", VIEWER, groups::list),
        Route.of("POST", API + "/groups/{group}/members/{person}", OWNER, groups::add),
        Route.of("DELETE", API + "/groups/{group}/members/{person}", OWNER, groups::remove),
        Route.of("GET", API + "/resources", VIEWER, resources::list),
        Route.of("POST", API + "/resources/{resource}/version", VIEWER, resources::tell),
        Route.of("GET", API + "/shipments", VIEWER, shipments::list),
        Route.of("GET", API + "/shipments/{shipment}", VIEWER, shipments::get),
        Route.of("POST", API + "/shipments/{shipment}/cancel", DEPLOYER, shipments::cancel),
        Route.of("GET", API + "/sets", VIEWER, sets::list),
        Route.of("POST", API + "/sets", DEPLOYER, sets::ship),
        Route.of("GET", API + "/sets/{set}", VIEWER, sets::get),
        Route.of("POST", API + "/sets/{set}/cancel", DEPLOYER, sets::cancel),
        Route.of("GET", API + "/sets/{set}/rollback", VIEWER, sets::preview),
        Route.of("POST", API + "/sets/{set}/rollback", DEPLOYER, sets::rollback),
        Route.of("GET", API + "/queue", VIEWER, queue::list),
        Route.of("GET", API + "/events", VIEWER, happenings::events),
        Route.of("GET", API + "/events/{position}", VIEWER, happenings::event),
        Route.of("GET", API + "/activity", VIEWER, happenings::activity),
        Route.of("GET", API + "/entries/{position}", VIEWER, happenings::entry),
        Route.of("GET", API + "/changes", VIEWER, changes::follow),
        Route.of("GET", API + "/tokens", ADMIN, access::tokens),
        Route.of("POST", API + "/tokens", ADMIN, access::createToken),
        Route.of("DELETE", API + "/tokens/{token}", ADMIN, access::revokeToken),
        Route.open("POST", API + "/tokens/exchange", trusts::exchange),
        Route.of("GET", API + "/trusts", OWNER, trusts::list),
        Route.of("POST", API + "/trusts", OWNER, trusts::give),
        Route.of("DELETE", API + "/trusts/{trust}", OWNER, trusts::withdraw),
        Route.of("GET", API + "/locks", VIEWER, locks::list),
        Route.of("POST", API + "/locks", DEPLOYER, locks::set),
        Route.of("DELETE", API + "/locks/{lock}", DEPLOYER, locks::release),
        Route.of("GET", API + "/feedback", OWNER, opinions::list),
        Route.of("POST", API + "/feedback", VIEWER, opinions::send),
        Route.of("DELETE", API + "/feedback/{feedback}", OWNER, opinions::remove),
        Route.of("GET", API + "/hooks", ADMIN, access::hooks),
        Route.of("POST", API + "/hooks", ADMIN, access::openHook),
        Route.of("DELETE", API + "/hooks/{hook}", ADMIN, access::closeHook),
        Route.of("GET", API + "/whoami", VIEWER, sessions::whoami),
        Route.of("GET", API + "/version", VIEWER, server::version),
        Route.open("POST", API + "/session", sessions::open),
        Route.anyone("DELETE", API + "/session", sessions::close),
        Route.of("POST", "/api/0/{application}/deploy", DEPLOYER, applications::deployByQuery),
        Route.open("GET", "/healthz", server::health),
        Route.receiver("/hooks/{kind}/{hook}", receivers::receive),
        Route.open("POST", "/agent/v1/enrol", agents::enrol),
        Route.agent("POST", "/agent/v1/sync", agents::sync),
        Route.parcels("/agent/v1/logs", parcels::take),
        Route.agent("POST", "/agent/v1/secrets", keys::exchange),
        Route.agent("GET", "/agent/v1/blobs/{digest}", agents::blob));
  }
}
